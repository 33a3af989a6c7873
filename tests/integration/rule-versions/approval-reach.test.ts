import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { auditEvents } from '../../../lib/db/schema.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { checkStoredDeadlines } from '../../../lib/deadlines/check-stored.ts';
import { listStoredClocks } from '../../../lib/deadlines/queries.ts';
import { createLogger } from '../../../lib/log.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { applyToUnseenCases } from '../../../lib/rule-versions/apply-to-unseen-cases.ts';
import { approveRuleVersion } from '../../../lib/rule-versions/approve-version.ts';
import { draftRuleVersion } from '../../../lib/rule-versions/draft-version.ts';
import { ruleApprovalInput, ruleDraftInput } from '../../../lib/rule-versions/input.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let second: UserActor;
const ON = '2026-06-25';
const today = localDate(ON);

/** A shorter time to answer than the thirty days as shipped. */
const SHORTER = {
  rule: 'ca.grv.resolve',
  periodUnit: 'calendar days',
  source: 'AB 1 (2026)',
  reason: 'The bill shortens the time to answer.',
};

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  second = await addColleague(office, 'Second Administrator', 'administrator');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const draft = async (periodCount: number, startsOn: string) =>
  valueOf(
    await office.run(
      draftRuleVersion,
      ruleDraftInput,
      { ...SHORTER, periodCount: String(periodCount), startsOn },
      { on: ON, as: office.person('administrator') },
    ),
  ).versionId;
const approve = (versionId: string, as = second) =>
  office.run(approveRuleVersion, ruleApprovalInput, { versionId }, { on: ON, as });
const aGrievance = (receivedOn: string) =>
  aCase().denied('2026-05-01', 'medical-necessity').withGrievance(receivedOn).in(office);
/** As the worker sees it, which sees every case. */
const answerDueOn = async (caseId: string) => {
  const { officeId } = office;
  const system = { kind: 'system', officeId, name: 'Recourse' } as const;
  const stored = await inOffice(office.worker.db, system, today, (tx) => listStoredClocks(tx, caseId));
  return stored.find(({ rule }) => rule === 'ca.grv.resolve')?.dueOn;
};
const eventsOf = async (event: string, versionId: string) =>
  (await office.owner.db.select().from(auditEvents).where(eq(auditEvents.event, event))).filter(
    ({ subjectId }) => subjectId === versionId,
  );
const context = () => ({
  db: office.worker.db,
  clock: () => new Date(`${ON}T18:00:00Z`),
  log: createLogger('worker', 'silent'),
});

describe('cases that whoever approves cannot see', () => {
  test('follow an approved change when the worker runs, with the same note and once', async () => {
    const restricted = await aGrievance('2026-06-23');
    valueOf(
      await office.run(
        restrictCase,
        restrictionInput,
        { caseId: restricted, ground: 'domestic-violence', reason: 'The partner works next door.' },
        { on: ON, as: office.person('supervisor') },
      ),
    );
    const versionId = await draft(10, '6/23/2026');
    expect(valueOf(await approve(versionId))).toMatchObject({ movedCaseCount: 0 });
    expect(await answerDueOn(restricted)).toBe('2026-07-23');

    expect(await applyToUnseenCases(context(), office)).toEqual({ movedCases: 1, errors: 0 });
    expect(await answerDueOn(restricted)).toBe('2026-07-03');
    expect(await eventsOf('rule-version.applied', versionId)).toMatchObject([
      { caseId: restricted, actorId: null },
    ]);
    expect(await applyToUnseenCases(context(), office)).toEqual({ movedCases: 0, errors: 0 });
    expect(await checkStoredDeadlines(context(), office)).toMatchObject({ repaired: 0, errors: 0 });
  });
});

describe('two people at once', () => {
  test('approve a draft once, and every case has one note of it', async () => {
    const moved = await aGrievance('2026-06-24');
    const versionId = await draft(15, '6/24/2026');
    const third = await addColleague(office, 'Third Administrator', 'administrator');
    const outcomes = await Promise.all([approve(versionId), approve(versionId, third)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = outcomes.find(({ ok }) => !ok);
    expect(refused && violationsOf(refused)).toMatchObject([
      { message: expect.stringContaining('approved already') },
    ]);
    expect(await answerDueOn(moved)).toBe('2026-07-09');
    expect(await eventsOf('rule-version.approved', versionId)).toHaveLength(1);
    const applied = await eventsOf('rule-version.applied', versionId);
    expect(applied.map(({ caseId }) => caseId)).toEqual([moved]);
  });

  test('approve and record, and leave the case as its facts give it', async () => {
    const answered = await aGrievance('2026-06-25');
    const versionId = await draft(12, '6/25/2026');
    const record = office.run(
      logPlanDecision,
      planDecisionInput,
      { caseId: answered, outcome: 'upheld', letterOn: '6/25/2026' },
      { on: ON },
    );
    const [approval, decision] = await Promise.all([approve(versionId), record]);
    expect([approval.ok, decision.ok]).toEqual([true, true]);
    expect(await answerDueOn(answered)).toBe('2026-07-07');
    expect(await checkStoredDeadlines(context(), office)).toMatchObject({ repaired: 0, errors: 0 });
  });
});
