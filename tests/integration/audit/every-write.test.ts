import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { UserActor } from '../../../lib/access/actor.ts';
import { nothingInput } from '../../../lib/access/input.ts';
import { signInByProvider } from '../../../lib/access/sign-in-by-provider.ts';
import { actInput } from '../../../lib/acts/input.ts';
import { takeAction } from '../../../lib/acts/take-action.ts';
import { AUDIT_EVENTS, type AuditEventName } from '../../../lib/audit/events.ts';
import { changeDigestPreference } from '../../../lib/bulletins/change-digest-preference.ts';
import { digestPreferenceInput } from '../../../lib/bulletins/input.ts';
import { type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { createFeed } from '../../../lib/calendar-feeds/create-feed.ts';
import { revokeFeed } from '../../../lib/calendar-feeds/revoke-feed.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { changeCoverage } from '../../../lib/cases/change-coverage.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import {
  assignmentInput,
  closureInput,
  coverageInput,
  openCaseInput,
  reopeningInput,
} from '../../../lib/cases/input.ts';
import { openCase } from '../../../lib/cases/open-case.ts';
import { reopenCase } from '../../../lib/cases/reopen-case.ts';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { complaintInput } from '../../../lib/complaints/input.ts';
import { recordComplaint } from '../../../lib/complaints/record-complaint.ts';
import { arrangeCover } from '../../../lib/covers/arrange-cover.ts';
import { endCover } from '../../../lib/covers/end-cover.ts';
import { coverEndInput, coverInput } from '../../../lib/covers/input.ts';
import { dateAdjustmentInput, withdrawalInput } from '../../../lib/date-adjustments/input.ts';
import { recordExtension } from '../../../lib/date-adjustments/record-extension.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { withdrawAdjustment } from '../../../lib/date-adjustments/withdraw-adjustment.ts';
import { inUnitOfWork, type UnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { denialInput } from '../../../lib/denials/input.ts';
import { recordDenial } from '../../../lib/denials/record-denial.ts';
import { done, type Outcome } from '../../../lib/errors.ts';
import { linkInput, unlinkInput } from '../../../lib/families/input.ts';
import { linkCase } from '../../../lib/families/link-case.ts';
import { unlinkCase } from '../../../lib/families/unlink-case.ts';
import { acknowledgeGrievance } from '../../../lib/grievances/acknowledge-grievance.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { acknowledgmentInput, grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { hearingInput } from '../../../lib/hearings/input.ts';
import { recordHearing } from '../../../lib/hearings/record-hearing.ts';
import { correctImr } from '../../../lib/imr/correct-imr.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import {
  extensionInput,
  filingProofInput,
  implementationInput,
  imrAcceptanceInput,
  imrDeterminationInput,
  imrFilingInput,
} from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { recordDetermination } from '../../../lib/imr/record-determination.ts';
import { recordImplementation } from '../../../lib/imr/record-implementation.ts';
import { recordProof } from '../../../lib/imr/record-proof.ts';
import { requestExtension } from '../../../lib/imr/request-extension.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { finishDeadline } from '../../../lib/manual-deadlines/finish-deadline.ts';
import {
  deadlineReopeningInput,
  finishInput,
  manualDeadlineInput,
} from '../../../lib/manual-deadlines/input.ts';
import { reopenDeadline } from '../../../lib/manual-deadlines/reopen-deadline.ts';
import { templateChoice, templateInput } from '../../../lib/note-templates/input.ts';
import { restoreTemplate } from '../../../lib/note-templates/restore-template.ts';
import { retireTemplate } from '../../../lib/note-templates/retire-template.ts';
import { saveTemplate } from '../../../lib/note-templates/save-template.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { nudgeInput } from '../../../lib/nudges/input.ts';
import { nudgeOwner } from '../../../lib/nudges/nudge-owner.ts';
import { changeOffice } from '../../../lib/offices/change-office.ts';
import { officeInput } from '../../../lib/offices/input.ts';
import { changeRole } from '../../../lib/people/change-role.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import {
  deactivationInput,
  personChoice,
  personInput,
  reactivationInput,
  roleInput,
} from '../../../lib/people/input.ts';
import { invitePerson } from '../../../lib/people/invite-person.ts';
import { issueLink } from '../../../lib/people/issue-link.ts';
import { reactivatePerson } from '../../../lib/people/reactivate-person.ts';
import { withdrawInvitation } from '../../../lib/people/withdraw-invitation.ts';
import { pinInput, pinnedFactInput } from '../../../lib/pinned-facts/input.ts';
import { pinAgain } from '../../../lib/pinned-facts/pin-again.ts';
import { pinFact } from '../../../lib/pinned-facts/pin-fact.ts';
import { unpinFact } from '../../../lib/pinned-facts/unpin-fact.ts';
import { correctPlanDecision } from '../../../lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { addPlan } from '../../../lib/plans/add-plan.ts';
import { addPlanLine } from '../../../lib/plans/add-plan-line.ts';
import { changePlan } from '../../../lib/plans/change-plan.ts';
import { changePlanLine } from '../../../lib/plans/change-plan-line.ts';
import { planChangeInput, planInput, planLineChangeInput, planLineInput } from '../../../lib/plans/input.ts';
import { answerReminder } from '../../../lib/reminder-answers/answer-reminder.ts';
import { answerWithdrawalInput, reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';
import { withdrawAnswer } from '../../../lib/reminder-answers/withdraw-answer.ts';
import { changePolicy } from '../../../lib/reminder-policy/change-policy.ts';
import { reminderPolicyInput } from '../../../lib/reminder-policy/input.ts';
import { policyValues } from '../../../lib/reminder-policy/policy-values.ts';
import { DEFAULT_POLICY } from '../../../lib/reminders/policy.ts';
import { changeNamedPeople } from '../../../lib/restrictions/change-named-people.ts';
import { liftingInput, namedPeopleInput, restrictionInput } from '../../../lib/restrictions/input.ts';
import { liftRestriction } from '../../../lib/restrictions/lift-restriction.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { eraseCase } from '../../../lib/retention/erase-case.ts';
import {
  erasureInput,
  erasureProposalInput,
  holdInput,
  holdReleaseInput,
} from '../../../lib/retention/input.ts';
import { placeHold } from '../../../lib/retention/place-hold.ts';
import { proposeErasure } from '../../../lib/retention/propose-erasure.ts';
import { releaseHold } from '../../../lib/retention/release-hold.ts';
import { withdrawErasure } from '../../../lib/retention/withdraw-erasure.ts';
import { approveRuleVersion } from '../../../lib/rule-versions/approve-version.ts';
import { discardRuleVersion } from '../../../lib/rule-versions/discard-version.ts';
import { draftRuleVersion } from '../../../lib/rule-versions/draft-version.ts';
import { ruleApprovalInput, ruleDiscardInput, ruleDraftInput } from '../../../lib/rule-versions/input.ts';
import { viewIdInput, viewInput } from '../../../lib/saved-views/input.ts';
import { removeView } from '../../../lib/saved-views/remove-view.ts';
import { restoreView } from '../../../lib/saved-views/restore-view.ts';
import { saveView } from '../../../lib/saved-views/save-view.ts';
import { exportCases } from '../../../lib/worklist/export-cases.ts';
import { type ListFilter, parseListFilter } from '../../../lib/worklist/list-filter.ts';
import { filing } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

/** Events that no command of this journey makes: of coming in, of reading, of scheduled work, and of papers. */
const ELSEWHERE =
  /^(session|sign-in|password|second-factor|recovery-codes?|audit|reminders?|message|bulletin|suppression|document|letter|checklist|packet|official-form|files)\.|^(date\.linked-to-document|office\.opened|case\.viewed|client\.viewed|review\.read|deadline\.lapsed|deadlines\.recomputed|rule-version\.applied)$/;

type Event = {
  seq: string;
  event: AuditEventName;
  office_id: string;
  actor_id: string | null;
  at: Date;
  changes: unknown[];
  reason: string;
  request_id: string;
  case_id: string | null;
  subject_id: string | null;
};

let database: TestDatabase;
let office: TestOffice;
let stepCount = 0;
const walked = new Set<AuditEventName>();

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

/** Runs a command as a form does, and holds every event it made against what every event has to have. */
async function step<Input, Value>(
  command: (unit: UnitOfWork<UserActor>, input: Input) => Promise<Outcome<Value>>,
  schema: (today: LocalDate) => z.ZodType<Input>,
  typed: Record<string, unknown>,
  { on, as = office.person('supervisor') }: { on: string; as?: UserActor },
): Promise<{ value: Value; events: Event[] }> {
  const { pool } = office.owner;
  const { rows: heads } = await pool.query<{ seq: string }>(
    'select seq from audit_heads where office_id = $1',
    [office.officeId],
  );
  stepCount += 1;
  const requestId = `request-${stepCount}`;
  const now = morningOf(localDate(on));
  const input = schema(localDate(on)).parse(typed);
  const value = valueOf(
    await inUnitOfWork(office.app.db, as, now, (unit) => command(unit, input), { requestId }),
  );
  const { rows: events } = await pool.query<Event>(
    `select e.*, coalesce(jsonb_array_length(changes), 0) from audit_events e where office_id = $1 and seq > $2 order by seq`,
    [office.officeId, heads[0]?.seq ?? 0],
  );
  expect(events, `${command.name} is on the record`).not.toEqual([]);
  for (const event of events) {
    walked.add(event.event);
    const what = `${command.name}: ${event.event}`;
    expect(event.actor_id, what).toBe(as.userId);
    expect(event.at, what).toEqual(now);
    expect(event.request_id, what).toBe(requestId);
    expect(event.case_id ?? event.subject_id ?? event.event, what).not.toBe('');
    expect(event.changes, what).not.toEqual([]);
    for (const change of event.changes)
      expect(Object.keys(change as object).toSorted(), what).toEqual(['field', 'from', 'to']);
  }
  if (typeof typed['reason'] === 'string' && typed['reason'] !== '')
    expect(
      events.map(({ reason }) => reason),
      `${command.name} keeps the reason`,
    ).toContain(typed['reason']);
  return { value, events };
}

async function idOfPinned(caseId: string): Promise<string> {
  const { rows } = await office.owner.pool.query<{ id: string }>(
    'select id from pinned_facts where case_id = $1',
    [caseId],
  );
  return rows[0]?.id ?? '';
}

const REASON = 'The letter was read again.';

test('every command puts what it wrote on the record', { timeout: 120_000 }, async () => {
  const worker = office.person('caseworker');
  const supervisor = office.person('supervisor');
  const administrator = office.person('administrator');
  const by = { worker: { as: worker }, administrator: { as: administrator } };
  const january = (day: number) => `2026-01-${String(day).padStart(2, '0')}`;

  const opened = await step(
    openCase,
    openCaseInput,
    { name: 'Ana Prueba' },
    { on: january(5), ...by.worker },
  );
  const { caseId } = opened.value;
  const of = (more: Record<string, unknown> = {}) => ({ caseId, ...more });
  const why = (more: Record<string, unknown> = {}) => ({ caseId, reason: REASON, ...more });
  await step(changeClient, clientInput, of({ name: 'Ana Prueba', phone: '555-0142' }), {
    on: january(5),
    ...by.worker,
  });
  await step(changeCoverage, coverageInput, why({ planLineId: office.lines.dmhc }), {
    on: january(5),
    ...by.worker,
  });
  await step(recordDenial, denialInput, of({ letterOn: '1/2/26', bases: ['medical-necessity'] }), {
    on: january(5),
  });
  await step(recordDenial, denialInput, why({ letterOn: '1/3/26', bases: ['medical-necessity'] }), {
    on: january(6),
  });
  await step(logGrievance, grievanceInput, of({ receivedOn: '1/6/26' }), { on: january(6), ...by.worker });
  const grievanceId = (
    await office.owner.pool.query<{ id: string }>('select id from grievances where case_id = $1', [caseId])
  ).rows[0]?.id;
  await step(correctGrievance, grievanceInput, why({ grievanceId, receivedOn: '1/5/26' }), {
    on: january(7),
  });
  await step(acknowledgeGrievance, acknowledgmentInput, of({ acknowledgedOn: '1/8/26' }), { on: january(8) });
  await step(
    acknowledgeGrievance,
    acknowledgmentInput,
    of({ acknowledgedOn: '1/8/26', statementOn: '1/8/26' }),
    { on: january(8) },
  );
  await step(
    addNote,
    noteInput,
    { caseId, kind: 'note', happenedOn: '1/8/26', body: 'A note.' },
    { on: january(8), ...by.worker },
  );
  await step(
    addNote,
    noteInput,
    { caseId, kind: 'call', happenedOn: '1/8/26', body: 'A call.', withWhom: 'plan' },
    { on: january(8), ...by.worker },
  );
  const { value: pinned } = await step(
    pinFact,
    pinInput,
    { caseId, body: 'Dialysis Tue and Thu.' },
    { on: january(8), ...by.worker },
  );
  expect(pinned.caseId).toBe(caseId);
  const factId = await idOfPinned(caseId);
  await step(unpinFact, pinnedFactInput, { caseId, factId }, { on: january(8), ...by.worker });
  await step(pinAgain, pinnedFactInput, { caseId, factId }, { on: january(8), ...by.worker });
  const relative = await step(
    openCase,
    openCaseInput,
    { name: 'Otra Quiroga', planLineId: '' },
    { on: january(8), ...by.worker },
  );
  await step(linkCase, linkInput, { caseId, other: 'Otra Quiroga' }, { on: january(8), ...by.worker });
  const otherId = relative.value.caseId;
  await step(unlinkCase, unlinkInput, { caseId, otherId }, { on: january(8), ...by.worker });
  const template = { kind: 'call', name: 'Status call', body: 'Asked about: ' };
  const { templateId } = (await step(saveTemplate, templateInput, template, { on: january(8) })).value;
  await step(saveTemplate, templateInput, { ...template, templateId, body: 'Asked: ' }, { on: january(8) });
  await step(retireTemplate, templateChoice, { templateId }, { on: january(8) });
  await step(restoreTemplate, templateChoice, { templateId }, { on: january(8) });
  await step(
    takeAction,
    actInput,
    { caseId, kind: 'note', happenedOn: '1/8/26', waitsFor: 'plan' },
    { on: january(8), ...by.worker },
  );
  await step(createFeed, nothingInput, {}, { on: january(8), ...by.worker });
  await step(revokeFeed, nothingInput, {}, { on: january(9), ...by.worker });
  await step(assignCases, assignmentInput, why({ caseIds: [caseId], ownerId: supervisor.userId }), {
    on: january(9),
  });
  await step(
    nudgeOwner,
    nudgeInput,
    { caseId, rule: 'ca.grv.resolve', dueOn: '2026-02-04' },
    { on: january(9), as: office.person('administrator') },
  );
  const mediCal = await step(
    openCase,
    openCaseInput,
    { name: 'Bao Prueba', planLineId: office.lines.mediCal },
    { on: january(9), ...by.worker },
  );
  const heard = { caseId: mediCal.value.caseId, requestedOn: '1/9/26' };
  await step(recordHearing, hearingInput, heard, { on: january(9) });
  await step(recordHearing, hearingInput, { ...heard, note: 'By phone.' }, { on: january(10) });
  await step(recordComplaint, complaintInput, of({ regulator: 'DMHC', receivedOn: '1/9/26' }), {
    on: january(9),
  });
  await step(
    recordComplaint,
    complaintInput,
    of({ regulator: 'DMHC', receivedOn: '1/9/26', note: 'Online.' }),
    { on: january(10) },
  );

  await step(
    addDeadline,
    manualDeadlineInput,
    { caseId, title: 'Call back', owedBy: 'client', dueOn: '1/20/26' },
    { on: january(10) },
  );
  await step(
    addDeadline,
    manualDeadlineInput,
    { caseId, title: 'Ask again', owedBy: 'client', dueOn: '1/21/26' },
    { on: january(10) },
  );
  const deadlines = await office.owner.pool.query<{ id: string }>(
    'select id from manual_deadlines where case_id = $1 order by title',
    [caseId],
  );
  for (const [index, ending] of (['done', 'canceled'] as const).entries())
    await step(
      finishDeadline,
      finishInput,
      why({ deadlineId: deadlines.rows[index]?.id, ending, ...(ending === 'done' && { doneOn: '1/11/26' }) }),
      { on: january(11) },
    );

  await step(
    reopenDeadline,
    deadlineReopeningInput,
    { caseId, deadlineId: deadlines.rows[0]?.id },
    { on: january(11) },
  );

  const rule = 'ca.grv.resolve';
  await step(
    setDateByHand,
    dateAdjustmentInput,
    why({ rule, kind: 'by-hand', dueOn: '2/10/26', source: 'Letter' }),
    { on: january(12) },
  );
  for (const [index, kind] of ['extension', 'pause'].entries())
    await step(
      recordExtension,
      dateAdjustmentInput,
      why({
        rule,
        kind,
        grantedBy: 'plan',
        fromOn: '1/12/26',
        dueOn: `2/1${index + 2}/26`,
        source: 'Letter',
      }),
      { on: january(12) },
    );
  const adjusted = await office.owner.pool.query<{ id: string }>(
    'select id from date_adjustments where case_id = $1 order by due_on limit 1',
    [caseId],
  );
  await step(withdrawAdjustment, withdrawalInput, why({ adjustmentId: adjusted.rows[0]?.id }), {
    on: january(13),
  });

  await step(answerReminder, reminderAnswerInput, why({ rule, kind: 'acknowledged' }), { on: january(14) });
  await step(answerReminder, reminderAnswerInput, why({ rule, kind: 'snoozed', untilOn: '1/20/26' }), {
    on: january(14),
  });
  const answered = await office.owner.pool.query<{ id: string }>(
    'select id from reminder_answers where case_id = $1 and withdrawn_at is null',
    [caseId],
  );
  await step(withdrawAnswer, answerWithdrawalInput, of({ answerId: answered.rows[0]?.id }), {
    on: january(14),
  });

  await step(
    logPlanDecision,
    planDecisionInput,
    { caseId, outcome: 'upheld', letterOn: '1/26/26' },
    { on: january(26) },
  );
  await step(
    correctPlanDecision,
    planDecisionInput,
    why({
      outcome: 'upheld',
      letterOn: '1/25/26',
      decisionId: (
        await office.owner.pool.query<{ id: string }>('select id from plan_decisions where case_id = $1', [
          caseId,
        ])
      ).rows[0]?.id,
    }),
    { on: january(27) },
  );

  await step(
    requestExtension,
    extensionInput,
    { caseId, statement: 'She was ill.' },
    { on: '2026-08-20', ...by.worker },
  );
  await step(requestExtension, extensionInput, { caseId, statement: 'She was ill.' }, { on: '2026-08-20' });
  const late = { extensionStatement: 'She was ill.', confirmationNumber: '' };
  await step(fileImr, imrFilingInput, filing(caseId, '8/20/26', late), { on: '2026-08-20' });
  await step(recordProof, filingProofInput, of({ confirmationNumber: 'C-1' }), { on: '2026-08-20' });
  await step(
    correctImr,
    imrFilingInput,
    why(
      filing(caseId, '8/20/26', {
        extensionStatement: 'She was ill.',
        confirmationNumber: 'C-2',
        applicationId: (
          await office.owner.pool.query<{ id: string }>(
            'select id from imr_applications where case_id = $1',
            [caseId],
          )
        ).rows[0]?.id,
      }),
    ),
    { on: '2026-08-21' },
  );
  await step(
    recordAcceptance,
    imrAcceptanceInput,
    of({ screening: 'rejected', screenedOn: '8/22/26', rejectionReason: 'A coverage dispute.' }),
    { on: '2026-08-22' },
  );
  await step(recordAcceptance, imrAcceptanceInput, why({ screening: 'accepted', screenedOn: '8/23/26' }), {
    on: '2026-08-23',
  });
  await step(
    recordAcceptance,
    imrAcceptanceInput,
    of({ screening: 'accepted', screenedOn: '8/23/26', documentsSentOn: '8/24/26' }),
    { on: '2026-08-24' },
  );
  await step(
    recordDetermination,
    imrDeterminationInput,
    of({ outcome: 'overturned', determinedOn: '9/10/26', planReceivedOn: '9/11/26' }),
    { on: '2026-09-11' },
  );
  await step(
    recordImplementation,
    implementationInput,
    of({ planReceivedOn: '9/11/26', implementedOn: '9/15/26' }),
    { on: '2026-09-15' },
  );

  await step(
    restrictCase,
    restrictionInput,
    why({ ground: 'staff-conflict', namedIds: [administrator.userId] }),
    { on: '2026-09-16' },
  );
  await step(
    changeNamedPeople,
    namedPeopleInput,
    why({ namedIds: [administrator.userId, worker.userId, supervisor.userId] }),
    { on: '2026-09-16' },
  );
  await step(liftRestriction, liftingInput, why(), { on: '2026-09-17' });
  await step(
    arrangeCover,
    coverInput,
    { absentId: worker.userId, coverId: supervisor.userId, fromOn: '9/21/26', untilOn: '9/25/26' },
    { on: '2026-09-18' },
  ).then(({ value }) =>
    step(
      endCover,
      coverEndInput,
      { arrangementId: value.arrangementId, reason: REASON },
      { on: '2026-09-18' },
    ),
  );
  await step(
    closeCase,
    closureInput,
    { caseId, outcome: 'client-withdrew', note: 'Moved.' },
    { on: '2026-09-20' },
  );
  await step(reopenCase, reopeningInput, why(), { on: '2026-09-21' });
  await step(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: '2026-09-22' });
  await step(placeHold, holdInput, why(), { on: '2026-09-23' });
  await step(releaseHold, holdReleaseInput, why(), { on: '2026-09-24' });
  await step(proposeErasure, erasureProposalInput, why(), { on: '2034-09-25' });
  await step(withdrawErasure, erasureProposalInput, why(), { on: '2034-09-25' });
  await step(proposeErasure, erasureProposalInput, why(), { on: '2034-09-26' });
  await step(eraseCase, erasureInput, { caseId }, { on: '2034-09-26', ...by.administrator });

  const asAdministrator = { on: '2026-10-05', ...by.administrator };
  const { value: plan } = await step(addPlan, planInput, { name: 'Harbor Health' }, asAdministrator);
  await step(
    changePlan,
    planChangeInput,
    { ...plan, name: 'Harbor Health', phone: '555-0100' },
    asAdministrator,
  );
  const line = { name: 'HMO', program: 'commercial', regulator: 'DMHC', knoxKeene: 'on' };
  const added = await step(addPlanLine, planLineInput, { ...plan, ...line }, asAdministrator);
  await step(
    changePlanLine,
    planLineChangeInput,
    { lineId: added.value.lineId, ...line, name: 'HMO Gold' },
    asAdministrator,
  );
  await step(
    changeOffice,
    officeInput,
    {
      name: 'Another name',
      phone: '555-0101',
      timeZone: 'America/Denver',
      secondFactorFor: 'everyone',
      idleLockMinutes: '10',
      retentionYears: '8',
    },
    asAdministrator,
  );

  const view = await step(saveView, viewInput, { name: 'Late', params: 'due=past' }, asAdministrator);
  await step(removeView, viewIdInput, view.value, asAdministrator);
  await step(restoreView, viewIdInput, view.value, asAdministrator);
  const everyCase = z.object({ caseIds: z.array(z.string()), filter: z.custom<ListFilter>() });
  const filter = parseListFilter({ who: 'everyone' }, 'mine');
  await step(exportCases, () => everyCase, { caseIds: [], filter }, asAdministrator);

  await step(
    changePolicy,
    reminderPolicyInput,
    { ...policyValues(DEFAULT_POLICY), mostAloneADay: '12' },
    asAdministrator,
  );
  await step(changeDigestPreference, digestPreferenceInput, { comes: '', hour: '7 am' }, asAdministrator);
  await step(changeDigestPreference, digestPreferenceInput, { comes: 'on', hour: '7 am' }, asAdministrator);

  const invited = await step(
    invitePerson,
    personInput,
    { name: 'Nia Invited', email: 'nia@example.org', role: 'caseworker' },
    asAdministrator,
  );
  const person = { personId: invited.value.person.id, reason: REASON };
  await step(withdrawInvitation, personChoice, { personId: person.personId }, asAdministrator);
  await step(
    async (unit, { personId }: { personId: string }) =>
      done(await issueLink(unit, 'password-reset', { id: personId, name: 'Nia', email: 'nia@example.org' })),
    personChoice,
    { personId: person.personId },
    asAdministrator,
  );
  await step(changeRole, roleInput, { ...person, role: 'supervisor' }, asAdministrator);
  await step(deactivatePerson, deactivationInput, person, asAdministrator);
  await step(reactivatePerson, reactivationInput, person, asAdministrator);

  const draft = {
    rule,
    periodCount: '20',
    periodUnit: 'calendar days',
    startsOn: '10/1/26',
    source: 'Statutes of 2026, chapter 12',
    reason: REASON,
  };
  const discarded = await step(draftRuleVersion, ruleDraftInput, draft, asAdministrator);
  await step(
    discardRuleVersion,
    ruleDiscardInput,
    { versionId: discarded.value.versionId, reason: REASON },
    asAdministrator,
  );
  const drafted = await step(draftRuleVersion, ruleDraftInput, draft, asAdministrator);
  const other = await addColleague(office, 'Ada Approver', 'administrator');
  await step(approveRuleVersion, ruleApprovalInput, drafted.value, { ...asAdministrator, as: other });
  expect(walked.size).toBeGreaterThan(50);
});

test('an account of an identity provider that is connected is on the record', async () => {
  const account = {
    issuer: 'https://provider.example',
    subject: 'subject-1',
    verifiedEmail: office.emailOf('caseworker'),
    factorShown: false,
  };
  const now = morningOf(localDate('2026-03-02'));
  await signInByProvider(office.app.db, account, { address: '192.0.2.1', device: 'Firefox' }, now);
  const { rows } = await office.owner.pool.query(
    `select actor_id, changes from audit_events where office_id = $1 and event = 'identity.linked'`,
    [office.officeId],
  );
  expect(rows).toEqual([
    {
      actor_id: office.person('caseworker').userId,
      changes: [{ field: 'issuer', from: null, to: account.issuer }],
    },
  ]);
  walked.add('identity.linked');
});

test('every event that can be on the record is walked here or in the tests named above', () => {
  const unwalked = AUDIT_EVENTS.filter((event) => !walked.has(event));
  const unknown = unwalked.filter((event) => !ELSEWHERE.test(event));
  expect(unknown).toEqual([]);
});

test('what is left to other tests is looked for there by its name', () => {
  const folder = path.join(import.meta.dirname, '../..');
  const texts = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith(path.basename(import.meta.filename)))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  expect(AUDIT_EVENTS.filter((event) => !walked.has(event) && !texts.includes(event))).toEqual([]);
});
