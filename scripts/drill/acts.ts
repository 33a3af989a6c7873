import type { z } from 'zod';
import type { UserActor } from '../../lib/access/actor.ts';
import { addDays, isBefore, type LocalDate } from '../../lib/calendar/local-date.ts';
import { assessCase, isLive } from '../../lib/cases/assessed-case.ts';
import { assignCases } from '../../lib/cases/assign-cases.ts';
import type { CaseRecord } from '../../lib/cases/case-record.ts';
import { closeCase } from '../../lib/cases/close-case.ts';
import { assignmentInput, closureInput, reopeningInput } from '../../lib/cases/input.ts';
import { reopenCase } from '../../lib/cases/reopen-case.ts';
import { changeClient } from '../../lib/clients/change-client.ts';
import { clientInput } from '../../lib/clients/input.ts';
import { dateAdjustmentInput, withdrawalInput } from '../../lib/date-adjustments/input.ts';
import { recordExtension } from '../../lib/date-adjustments/record-extension.ts';
import { setDateByHand } from '../../lib/date-adjustments/set-date-by-hand.ts';
import { withdrawAdjustment } from '../../lib/date-adjustments/withdraw-adjustment.ts';
import type { UnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Outcome } from '../../lib/errors.ts';
import { acknowledgeGrievance } from '../../lib/grievances/acknowledge-grievance.ts';
import { correctGrievance } from '../../lib/grievances/correct-grievance.ts';
import { acknowledgmentInput, grievanceInput } from '../../lib/grievances/input.ts';
import { logGrievance } from '../../lib/grievances/log-grievance.ts';
import { hearingInput } from '../../lib/hearings/input.ts';
import { recordHearing } from '../../lib/hearings/record-hearing.ts';
import { fileImr } from '../../lib/imr/file-imr.ts';
import {
  filingProofInput,
  implementationInput,
  imrAcceptanceInput,
  imrDeterminationInput,
  imrFilingInput,
} from '../../lib/imr/input.ts';
import { recordAcceptance } from '../../lib/imr/record-acceptance.ts';
import { recordDetermination } from '../../lib/imr/record-determination.ts';
import { recordImplementation } from '../../lib/imr/record-implementation.ts';
import { recordProof } from '../../lib/imr/record-proof.ts';
import { addDeadline } from '../../lib/manual-deadlines/add-deadline.ts';
import { finishDeadline } from '../../lib/manual-deadlines/finish-deadline.ts';
import { finishInput, manualDeadlineInput } from '../../lib/manual-deadlines/input.ts';
import { planDecisionInput } from '../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../lib/plan-decisions/log-plan-decision.ts';
import { answerReminder } from '../../lib/reminder-answers/answer-reminder.ts';
import { reminderAnswerInput } from '../../lib/reminder-answers/input.ts';
import type { Chance } from './chance.ts';

/** Something a person may record on a case, if the rules let them. */
export type Act = {
  readonly name: string;
  readonly isLeaders?: boolean;
  perform(unit: UnitOfWork<UserActor>): Promise<Outcome<unknown>>;
};

export type Scene = {
  readonly record: CaseRecord;
  readonly today: LocalDate;
  readonly chance: Chance;
  /** Who may be given the case. */
  readonly ownerIds: readonly string[];
};

function act<Input>(
  name: string,
  schema: (today: LocalDate) => z.ZodType<Input>,
  command: (unit: UnitOfWork<UserActor>, input: Input) => Promise<Outcome<unknown>>,
  typed: Readonly<Record<string, unknown>>,
  more: { readonly isLeaders?: boolean } = {},
): Act {
  return { name, ...more, perform: (unit) => command(unit, schema(unit.today).parse(typed)) };
}

const REASON = 'It was told otherwise on the phone.';

/** What could be recorded next on a case, the likeliest more than once. Some of it the rules refuse, as they would for a person. */
export function actsFor(scene: Scene): Act[] {
  const { record } = scene;
  const { id: caseId } = record;
  if (record.closedAt)
    return [act('reopens a case', () => reopeningInput(), reopenCase, { caseId, reason: REASON })];
  return [
    ...progress(scene),
    ...corrections(scene),
    ...dates(scene),
    ...answers(scene),
    ...aroundTheCase(scene),
  ];
}

function progress({ record, today, chance }: Scene): Act[] {
  const { id: caseId } = record;
  const grievance = record.grievances.at(-1);
  const application = record.imrApplications.at(-1);
  const acts: Act[] = [];
  if (!grievance || grievance.decision) {
    const expedited = chance.happens(0.2) ? { expedited: 'on', certifiedBy: 'Dr. Drill' } : {};
    const receivedOn = addDays(today, -chance.below(5));
    acts.push(act('logs a grievance', grievanceInput, logGrievance, { caseId, receivedOn, ...expedited }));
  } else {
    const letterOn = addDays(today, -chance.below(3));
    const outcome = chance.of(['upheld', 'upheld', 'overturned', 'partly-overturned']);
    acts.push(
      act('records an acknowledgment', acknowledgmentInput, acknowledgeGrievance, {
        caseId,
        acknowledgedOn: today,
      }),
      act('logs a decision', planDecisionInput, logPlanDecision, { caseId, outcome, letterOn }),
    );
  }
  acts.push(
    act('files the IMR', imrFilingInput, fileImr, {
      caseId,
      regulator: chance.of(['DMHC', 'CDI']),
      channel: 'online',
      destination: 'The department’s website',
      confirmationNumber: chance.of(['D-1', '']),
      appliedOn: today,
    }),
    act('records a hearing', hearingInput, recordHearing, { caseId, requestedOn: today }),
  );
  if (application)
    acts.push(
      act('records the proof of filing', filingProofInput, recordProof, {
        caseId,
        confirmationNumber: 'D-2',
      }),
      act('records the department’s answer', imrAcceptanceInput, recordAcceptance, {
        caseId,
        screening: chance.of(['accepted', 'accepted', 'rejected']),
        screenedOn: today,
        receivedOn: application.appliedOn,
        rejectionReason: REASON,
      }),
      act('records the determination', imrDeterminationInput, recordDetermination, {
        caseId,
        outcome: chance.of(['upheld', 'overturned']),
        determinedOn: today,
        planReceivedOn: today,
      }),
      act('records that it was carried out', implementationInput, recordImplementation, {
        caseId,
        planReceivedOn: today,
        implementedOn: today,
      }),
    );
  return acts;
}

function corrections({ record, today, chance }: Scene): Act[] {
  const grievance = record.grievances.at(-1);
  if (!grievance?.receivedOn) return [];
  const receivedOn = addDays(grievance.receivedOn, chance.below(9) - 5);
  if (isBefore(today, receivedOn)) return [];
  const correct = act('corrects a date', grievanceInput, correctGrievance, {
    caseId: record.id,
    grievanceId: grievance.id,
    receivedOn,
    ...(grievance.expedited && { expedited: 'on', certifiedBy: grievance.certifiedBy }),
    reason: REASON,
  });
  return [correct, correct];
}

function dates(scene: Scene): Act[] {
  const { record, today, chance } = scene;
  const { id: caseId } = record;
  const live = liveDeadlines(scene);
  const rule = live.length > 0 ? chance.of(live).rule : null;
  const standing = record.adjustments.filter(({ withdrawnAt }) => withdrawnAt === null);
  const open = record.manualDeadlines.filter(({ doneOn, canceledAt }) => !doneOn && !canceledAt);
  return [
    ...(rule
      ? [
          act('sets a date by hand', dateAdjustmentInput, setDateByHand, {
            caseId,
            rule,
            kind: 'by-hand',
            dueOn: addDays(today, 2 + chance.below(20)),
            reason: REASON,
          }),
          act('records an extension', dateAdjustmentInput, recordExtension, {
            caseId,
            rule,
            kind: 'extension',
            grantedBy: 'plan',
            dueOn: addDays(today, 5 + chance.below(40)),
            source: 'A letter',
            reason: REASON,
          }),
        ]
      : []),
    ...(standing.length > 0
      ? [
          act('withdraws a date', withdrawalInput, withdrawAdjustment, {
            caseId,
            adjustmentId: chance.of(standing).id,
            reason: REASON,
          }),
        ]
      : []),
    act('adds a date', manualDeadlineInput, addDeadline, {
      caseId,
      title: 'Call back',
      owedBy: chance.of(['plan', 'client']),
      dueOn: addDays(today, 1 + chance.below(25)),
    }),
    ...(open.length > 0
      ? [
          act('ends a date', finishInput, finishDeadline, {
            caseId,
            deadlineId: chance.of(open).id,
            ...(chance.happens(0.6)
              ? { ending: 'done', doneOn: today }
              : { ending: 'canceled', reason: REASON }),
          }),
        ]
      : []),
  ];
}

function answers(scene: Scene): Act[] {
  const { record, today, chance } = scene;
  const live = liveDeadlines(scene);
  if (live.length === 0) return [];
  const { rule, dueOn } = chance.of(live);
  const typed = { caseId: record.id, rule, reason: 'The records are on their way.' };
  const untilOn = addDays(today, 1 + chance.below(6));
  return [
    act('acknowledges a reminder', reminderAnswerInput, answerReminder, { ...typed, kind: 'acknowledged' }),
    act('snoozes a reminder', reminderAnswerInput, answerReminder, {
      ...typed,
      kind: 'snoozed',
      untilOn: isBefore(untilOn, dueOn) ? untilOn : dueOn,
    }),
  ];
}

function aroundTheCase({ record, today, chance, ownerIds }: Scene): Act[] {
  const { id: caseId, client } = record;
  const flags = ['mayLeaveVoicemail', 'maySayWhoWeAre', 'maySendText', 'maySendPaperMail'] as const;
  const typedClient = {
    ...Object.fromEntries(
      Object.entries(client).filter(([, value]) => typeof value === 'string' && value !== ''),
    ),
    ...Object.fromEntries(flags.map((flag) => [flag, client[flag] ? 'on' : ''])),
  };
  const consent = client.emailConsentWithdrawnOn
    ? { emailConsentOn: today, emailConsentHow: 'by phone', emailConsentWithdrawnOn: '' }
    : { emailConsentWithdrawnOn: today };
  return [
    act('changes the client’s consent', clientInput, changeClient, {
      ...typedClient,
      ...consent,
      caseId,
      reason: REASON,
    }),
    act('closes a case', () => closureInput(), closeCase, { caseId, outcome: 'client-withdrew' }),
    act(
      'hands a case over',
      () => assignmentInput(),
      assignCases,
      { caseIds: caseId, ownerId: chance.of(ownerIds), reason: REASON },
      { isLeaders: true },
    ),
  ];
}

const liveDeadlines = ({ record, today }: Scene) =>
  assessCase(record, today).assessment.deadlines.filter(
    (deadline) => isLive(deadline) && deadline.kind !== 'information',
  );
