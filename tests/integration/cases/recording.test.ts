import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput, openCaseInput, reopeningInput } from '../../../lib/cases/input.ts';
import { openCase } from '../../../lib/cases/open-case.ts';
import { reopenCase } from '../../../lib/cases/reopen-case.ts';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { complaintInput } from '../../../lib/complaints/input.ts';
import { recordComplaint } from '../../../lib/complaints/record-complaint.ts';
import { auditEvents, deadlines } from '../../../lib/db/schema.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { denialInput } from '../../../lib/denials/input.ts';
import { recordDenial } from '../../../lib/denials/record-denial.ts';
import { done } from '../../../lib/errors.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { logGrievance } from '../../../lib/grievances/log-grievance.ts';
import { implementationInput, imrAcceptanceInput, imrDeterminationInput } from '../../../lib/imr/input.ts';
import { recordAcceptance } from '../../../lib/imr/record-acceptance.ts';
import { recordDetermination } from '../../../lib/imr/record-determination.ts';
import { recordImplementation } from '../../../lib/imr/record-implementation.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { correctPlanDecision } from '../../../lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const inSilence = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

const clocksOf = (caseId: string) =>
  inOffice(office.app.db, office.person('caseworker'), localDate('2026-06-01'), (tx) =>
    tx.select().from(deadlines).where(eq(deadlines.caseId, caseId)).orderBy(asc(deadlines.dueOn)),
  );

const eventsOf = (caseId: string) =>
  inOffice(office.app.db, office.person('caseworker'), localDate('2026-06-01'), (tx) =>
    tx.select().from(auditEvents).where(eq(auditEvents.caseId, caseId)).orderBy(asc(auditEvents.id)),
  );

describe('the plan’s decision', () => {
  const decide = (caseId: string, letterOn: string, more: Record<string, unknown> = {}) =>
    office.run(
      logPlanDecision,
      planDecisionInput,
      { caseId, outcome: 'upheld', letterOn, ...more },
      { on: '2026-06-01' },
    );

  test('is met on day 30 and late on day 31', async () => {
    const onTime = await inSilence().in(office);
    valueOf(await decide(onTime, '3/4/26'));
    expect((await clocksOf(onTime)).find(({ rule }) => rule === 'ca.grv.resolve')?.outcome).toBe('met');
    const late = await inSilence().in(office);
    valueOf(await decide(late, '3/5/26'));
    const clock = (await clocksOf(late)).find(({ rule }) => rule === 'ca.grv.resolve');
    expect(clock).toMatchObject({ outcome: 'late', actedOn: '2026-03-05', dueOn: '2026-03-04' });
  });

  test('is met on day 3 of an expedited grievance and late on day 4', async () => {
    const met = await aCase().denied('2026-01-20', 'medical-necessity').expedited('2026-02-02').in(office);
    valueOf(await decide(met, '2/5/26'));
    expect((await clocksOf(met)).find(({ rule }) => rule === 'ca.grv.expedited.statement')?.outcome).toBe(
      'met',
    );
    const late = await aCase().denied('2026-01-20', 'medical-necessity').expedited('2026-02-02').in(office);
    valueOf(await decide(late, '2/6/26'));
    expect((await clocksOf(late)).find(({ rule }) => rule === 'ca.grv.expedited.statement')?.outcome).toBe(
      'late',
    );
  });

  test('is refused a second time, naming the first', async () => {
    const caseId = await inSilence().answered('2026-02-20').in(office);
    const [violation] = violationsOf(await decide(caseId, '2/25/26'));
    expect(violation?.message).toContain('Fri, Feb 20, 2026');
    expect(violation?.remedy).toContain('Correct that decision');
  });

  test.each([
    ['before the grievance was received', { letterOn: '2/1/26' }, 'letterOn'],
    ['not yet written', { letterOn: '6/2/26' }, 'letterOn'],
    ['received before its own date', { letterOn: '2/20/26', receivedOn: '2/19/26' }, 'receivedOn'],
  ])('is refused when %s', async (_case, dates, field) => {
    const caseId = await inSilence().in(office);
    const violations = violationsOf(await decide(caseId, dates.letterOn, dates));
    expect(violations.map((violation) => violation.field)).toContain(field);
  });

  test('is corrected only with a reason, and the former date stays in the record', async () => {
    const caseId = await inSilence().answered('2026-02-20').in(office);
    const decision = (await office.read(caseId, '2026-06-01'))?.grievances[0]?.decision;
    const correction = { caseId, decisionId: decision?.id, outcome: 'upheld', letterOn: '2/18/26' };
    const bare = await office.run(correctPlanDecision, planDecisionInput, correction, { on: '2026-03-01' });
    expect(violationsOf(bare)[0]?.field).toBe('reason');
    valueOf(
      await office.run(
        correctPlanDecision,
        planDecisionInput,
        { ...correction, reason: 'Misread.' },
        { on: '2026-03-01' },
      ),
    );
    expect((await clocksOf(caseId)).find(({ rule }) => rule === 'ca.imr.deadline.decision')?.dueOn).toBe(
      '2026-08-18',
    );
    expect((await eventsOf(caseId)).at(-1)).toMatchObject({
      event: 'plan-decision.corrected',
      reason: 'Misread.',
      changes: [{ field: 'letterOn', from: '2026-02-20', to: '2026-02-18' }],
    });
  });
});

describe('the grievance', () => {
  test('is refused while another one waits for its answer', async () => {
    const caseId = await inSilence().in(office);
    const second = await office.run(
      logGrievance,
      grievanceInput,
      { caseId, receivedOn: '2/10/26' },
      { on: '2026-02-10' },
    );
    expect(violationsOf(second)[0]?.message).toContain('has no decision yet');
  });

  test('may follow an answered one, and starts clocks of its own', async () => {
    const caseId = await inSilence().answered('2026-02-20').withGrievance('2026-03-02').in(office);
    expect((await office.read(caseId, '2026-03-02'))?.stage).toBe('grievance');
    expect((await clocksOf(caseId)).find(({ rule }) => rule === 'ca.grv.resolve')?.dueOn).toBe('2026-04-01');
  });

  test('needs a date, and who says it is urgent', async () => {
    const caseId = await aCase().in(office);
    const outcome = await office.run(
      logGrievance,
      grievanceInput,
      { caseId, expedited: 'on' },
      { on: '2026-02-10' },
    );
    expect(violationsOf(outcome).map(({ field }) => field)).toEqual(['sentOn', 'certifiedBy']);
  });

  test('is not moved past its own decision by a correction', async () => {
    const caseId = await inSilence().answered('2026-02-20').in(office);
    const grievanceId = (await office.read(caseId, '2026-06-01'))?.grievances[0]?.id;
    const outcome = await office.run(
      correctGrievance,
      grievanceInput,
      { caseId, grievanceId, receivedOn: '2/21/26', reason: 'Postmark.' },
      { on: '2026-03-01' },
    );
    expect(violationsOf(outcome)).not.toHaveLength(0);
  });

  test('keeps the hour it was received in California, across the change of clocks', async () => {
    const caseId = await aCase().in(office);
    valueOf(
      await office.run(
        logGrievance,
        grievanceInput,
        { caseId, receivedOn: '3/8/26', receivedTime: '4:00 pm', expedited: 'on', certifiedBy: 'Dr. Sethi' },
        { on: '2026-03-09' },
      ),
    );
    const received = (await office.read(caseId, '2026-03-09'))?.grievances[0]?.receivedAt;
    expect(received?.toISOString()).toBe('2026-03-08T23:00:00.000Z');
  });

  test('refuses an hour of today that has not come yet', async () => {
    const caseId = await aCase().in(office);
    const logged = (receivedTime: string) =>
      office.run(
        logGrievance,
        grievanceInput,
        { caseId, receivedOn: '3/9/26', receivedTime, expedited: 'on', certifiedBy: 'Dr. Sethi' },
        { on: '2026-03-09' },
      );
    expect(violationsOf(await logged('11:59 pm')).map(({ field }) => field)).toEqual(['receivedTime']);
    valueOf(await logged('12:01 am'));
  });
});

describe('the department’s side', () => {
  const filed = () => inSilence().answered('2026-02-20').filed('2026-02-23');

  test('refuses an answer without its date or a rejection without its reason', async () => {
    const caseId = await filed().in(office);
    const outcome = await office.run(
      recordAcceptance,
      imrAcceptanceInput,
      { caseId, screening: 'rejected' },
      { on: '2026-03-01' },
    );
    expect(violationsOf(outcome).map(({ field }) => field)).toEqual(['screenedOn', 'rejectionReason']);
  });

  test('turns a rejection into a complaint with the department’s 30 days', async () => {
    const caseId = await filed().rejected('2026-03-02').in(office);
    expect(await office.read(caseId, '2026-03-03')).toMatchObject({
      stage: 'complaint',
      nextRule: 'ca.complaint.decide',
      nextDueOn: '2026-04-01',
    });
  });

  test('refuses a determination before the filing, and one dated before the acceptance', async () => {
    const unfiled = await inSilence().in(office);
    const early = { caseId: unfiled, outcome: 'upheld', determinedOn: '3/1/26' };
    expect(
      violationsOf(
        await office.run(recordDetermination, imrDeterminationInput, early, { on: '2026-03-02' }),
      )[0]?.message,
    ).toContain('No IMR application');
    const caseId = await filed().in(office);
    valueOf(
      await office.run(
        recordAcceptance,
        imrAcceptanceInput,
        { caseId, screening: 'accepted', screenedOn: '3/2/26' },
        { on: '2026-03-02' },
      ),
    );
    const before = await office.run(
      recordDetermination,
      imrDeterminationInput,
      { caseId, outcome: 'upheld', determinedOn: '3/1/26' },
      { on: '2026-03-10' },
    );
    expect(violationsOf(before).map(({ field }) => field)).toContain('determinedOn');
  });

  test('refuses carrying out a determination that upheld the denial', async () => {
    const caseId = await filed().in(office);
    valueOf(
      await office.run(
        recordDetermination,
        imrDeterminationInput,
        { caseId, outcome: 'upheld', determinedOn: '3/20/26' },
        { on: '2026-03-20' },
      ),
    );
    const outcome = await office.run(
      recordImplementation,
      implementationInput,
      { caseId, implementedOn: '3/21/26' },
      { on: '2026-03-21' },
    );
    expect(violationsOf(outcome)[0]?.message).toContain('No determination');
  });
});

describe('a closed case', () => {
  const close = (caseId: string) =>
    office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: '2026-02-10' });

  test('refuses every entry and offers its reopening, which needs a reason', async () => {
    const caseId = await inSilence().in(office);
    valueOf(await close(caseId));
    const on = { on: '2026-02-11' };
    const attempts = [
      office.run(logPlanDecision, planDecisionInput, { caseId, outcome: 'upheld', letterOn: '2/10/26' }, on),
      office.run(addNote, noteInput, { caseId, kind: 'note', happenedOn: 'today', body: 'Called.' }, on),
      office.run(recordDenial, denialInput, { caseId, service: 'Infusion pump' }, on),
      office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, on),
    ];
    for (const outcome of await Promise.all(attempts))
      expect(violationsOf(outcome)[0]?.message).toContain('This case is closed');
    expect(() => reopeningInput().parse({ caseId })).toThrow();
    valueOf(await office.run(reopenCase, reopeningInput, { caseId, reason: 'The client came back.' }, on));
    expect(await office.read(caseId, '2026-02-11')).toMatchObject({
      closedAt: null,
      stage: 'grievance',
      nextRule: 'ca.grv.ack',
    });
  });

  test('ends its clocks and their reminders', async () => {
    const caseId = await inSilence().in(office);
    valueOf(await close(caseId));
    const clocks = await clocksOf(caseId);
    expect(clocks.every(({ outcome, nextLookAt }) => outcome !== 'pending' && nextLookAt === null)).toBe(
      true,
    );
  });
});

describe('two people at once', () => {
  test('tells the second what the first changed', async () => {
    const caseId = await inSilence().in(office);
    const version = (await office.read(caseId, '2026-02-20'))?.version;
    const decision = { caseId, version, outcome: 'upheld', letterOn: '2/18/26' };
    valueOf(await office.run(logPlanDecision, planDecisionInput, decision, { on: '2026-02-20' }));
    const second = await office.run(
      addNote,
      noteInput,
      { caseId, version, kind: 'note', happenedOn: 'today', body: 'Left word.' },
      { on: '2026-02-20' },
    );
    expect(second).toMatchObject({
      ok: false,
      because: 'conflict',
      changes: [{ who: 'Test caseworker', what: 'Logged the plan’s decision of Wed, Feb 18, 2026: upheld.' }],
    });
  });

  test('records exactly one of two simultaneous decisions', async () => {
    const caseId = await inSilence().in(office);
    const version = (await office.read(caseId, '2026-02-20'))?.version;
    const decide = (letterOn: string) =>
      office.run(
        logPlanDecision,
        planDecisionInput,
        { caseId, version, outcome: 'upheld', letterOn },
        { on: '2026-02-20' },
      );
    const outcomes = await Promise.all([decide('2/18/26'), decide('2/19/26')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ because: 'conflict' });
  });

  test('numbers cases opened at the same moment without a gap or a repeat', async () => {
    const fresh = await openTestOffice(database);
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => fresh.openCase({ on: '2026-03-02', line: 'dmhc' })),
    );
    const numbers = await Promise.all(
      ids.map(async (id) => (await fresh.read(id, '2026-03-02'))?.number ?? ''),
    );
    expect(numbers.toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `2026-00000${n + 1}`));
    await fresh.close();
  });
});

describe('the unit of work', () => {
  test('leaves nothing behind when a command is refused or only tried out', async () => {
    const before = (await eventsOf(await aCase().in(office))).length;
    const input = openCaseInput(localDate('2026-02-02')).parse({
      name: 'Ana Prueba',
      grievanceReceivedOn: '1/5/26',
      denialLetterOn: '1/9/27',
    });
    const refused = await inUnitOfWork(
      office.app.db,
      office.person('caseworker'),
      morningOf(localDate('2026-02-02')),
      (unit) => openCase(unit, input),
    );
    expect(refused.ok).toBe(false);
    const tried = await inUnitOfWork(
      office.app.db,
      office.person('caseworker'),
      morningOf(localDate('2026-02-02')),
      (unit) => openCase(unit, { ...input, denialLetterOn: null }),
      { dryRun: true },
    );
    expect(await office.read(valueOf(tried).caseId, '2026-02-02')).toBeNull();
    expect(before).toBeGreaterThan(0);
  });

  test('refuses to commit a write without an audit event', async () => {
    const caseId = await inSilence().in(office);
    const silent = inUnitOfWork(office.app.db, office.person('caseworker'), new Date(), async (unit) => {
      await unit.tx
        .update(deadlines)
        .set({ lapseNotedOn: localDate('2026-02-02') })
        .where(eq(deadlines.caseId, caseId));
      return done(null);
    });
    await expect(silent).rejects.toThrow('without recording an audit event');
  });
});

test('moves a case and its clocks to a colleague, and never to a read-only reviewer', async () => {
  const caseId = await inSilence().in(office);
  const supervisor = office.person('supervisor');
  const move = (ownerId: string) =>
    office.run(
      assignCases,
      assignmentInput,
      { caseIds: caseId, ownerId },
      { on: '2026-02-10', as: supervisor },
    );
  expect(violationsOf(await move(office.person('reviewer').userId))[0]?.field).toBe('ownerId');
  expect(valueOf(await move(supervisor.userId))).toMatchObject({
    movedCount: 1,
    movedIds: [caseId],
    stays: [],
  });
  expect(violationsOf(await move(supervisor.userId))[0]?.message).toContain('Nothing moved');
  expect((await clocksOf(caseId)).every(({ ownerId }) => ownerId === supervisor.userId)).toBe(true);
});

test('keeps consent to e-mail only with its date, its manner and an address', async () => {
  const caseId = await aCase().in(office);
  const outcome = await office.run(
    changeClient,
    clientInput,
    { caseId, name: 'Ana Prueba', emailConsentOn: '1/6/26' },
    { on: '2026-02-10' },
  );
  expect(violationsOf(outcome).map(({ field }) => field)).toEqual(['email', 'emailConsentHow']);
});

test('records a complaint to the regulator with the department’s 30 days', async () => {
  const caseId = await aCase().denied('2026-01-20', 'not-covered').in(office);
  valueOf(
    await office.run(
      recordComplaint,
      complaintInput,
      { caseId, regulator: 'DMHC', receivedOn: '2/2/26' },
      { on: '2026-02-02' },
    ),
  );
  expect(await office.read(caseId, '2026-02-03')).toMatchObject({
    stage: 'complaint',
    nextRule: 'ca.complaint.decide',
    nextDueOn: '2026-03-04',
  });
});

describe('opening a case', () => {
  const input = (typed: Record<string, unknown>) => ({ name: 'Ana Prueba', ...typed });
  const open = (typed: Record<string, unknown>, role: 'caseworker' | 'supervisor' = 'caseworker') =>
    office.run(openCase, openCaseInput, input(typed), { on: '2026-02-02', as: office.person(role) });

  test('opens one case however often its form is sent', async () => {
    const intakeId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const sent = await Promise.all([open({ intakeId }), open({ intakeId }), open({ intakeId })]);
    expect(sent.map(valueOf)).toEqual([{ caseId: intakeId }, { caseId: intakeId }, { caseId: intakeId }]);
    expect((await eventsOf(intakeId)).filter(({ event }) => event === 'case.opened')).toHaveLength(1);
  });

  test('refuses a plan line that is not in the directory', async () => {
    const outcome = await open({ planLineId: '6f9619ff-8b86-4d01-b42d-00cf4fc964aa' });
    expect(violationsOf(outcome)[0]?.field).toBe('planLineId');
  });

  test('lets a supervisor open it for a caseworker, and nobody for a reviewer', async () => {
    const ownerId = office.person('supervisor').userId;
    expect(violationsOf(await open({ ownerId }))[0]?.message).toContain('Only a supervisor');
    valueOf(await open({ ownerId: office.person('caseworker').userId }, 'supervisor'));
    const reviewer = await open({ ownerId: office.person('reviewer').userId }, 'supervisor');
    expect(violationsOf(reviewer)[0]?.field).toBe('ownerId');
  });
});
