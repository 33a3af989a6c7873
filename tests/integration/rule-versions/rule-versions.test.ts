import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { may } from '../../../lib/access/policy.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { readProofPage } from '../../../lib/cases/queries.ts';
import { auditEvents, ruleVersions } from '../../../lib/db/schema.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { listStoredClocks } from '../../../lib/deadlines/queries.ts';
import { personInput } from '../../../lib/people/input.ts';
import { invitePerson } from '../../../lib/people/invite-person.ts';
import { approveRuleVersion } from '../../../lib/rule-versions/approve-version.ts';
import { discardRuleVersion } from '../../../lib/rule-versions/discard-version.ts';
import { draftRuleVersion } from '../../../lib/rule-versions/draft-version.ts';
import { ruleApprovalInput, ruleDiscardInput, ruleDraftInput } from '../../../lib/rule-versions/input.ts';
import { listRuleVersions, readRuleVersion, statusOf } from '../../../lib/rule-versions/queries.ts';
import { simulateRuleVersion } from '../../../lib/rule-versions/simulate.ts';
import { textsBehind } from '../../../lib/rule-versions/texts-behind.ts';
import { listTimeline } from '../../../lib/timeline/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
let second: UserActor;
const ON = '2026-06-25';
const today = localDate(ON);

/** Twenty days to answer instead of thirty, for grievances received from June 1 on. */
const TWENTY_DAYS = {
  rule: 'ca.grv.resolve',
  periodCount: '20',
  periodUnit: 'calendar days',
  startsOn: '6/1/2026',
  source: 'AB 1 (2026)',
  reason: 'The bill shortens the time to answer.',
};

const cases: Record<'earlier' | 'overdue' | 'onTime' | 'urgent' | 'foreign', string> = {
  earlier: '',
  overdue: '',
  onTime: '',
  urgent: '',
  foreign: '',
};

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
  const email = `second-${process.pid}@example.org`;
  const { person } = valueOf(
    await office.run(
      invitePerson,
      personInput,
      { name: 'Second Administrator', email, role: 'administrator' },
      asFirst(),
    ),
  );
  second = { ...office.person('administrator'), userId: person.id, name: 'Second Administrator' };
  const story = (receivedOn: string) =>
    aCase().denied('2026-05-01', 'medical-necessity').withGrievance(receivedOn);
  cases.earlier = await story('2026-05-31').in(office);
  cases.overdue = await story('2026-06-01').in(office);
  cases.onTime = await story('2026-06-20').in(office);
  cases.urgent = await aCase().denied('2026-05-01', 'medical-necessity').expedited('2026-06-20').in(office);
  cases.foreign = await story('2026-06-20').in(other);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const asFirst = () => ({ on: ON, as: office.person('administrator') });
const asSecond = () => ({ on: ON, as: second });
const draft = (more: Record<string, string> = {}) =>
  office.run(draftRuleVersion, ruleDraftInput, { ...TWENTY_DAYS, ...more }, asFirst());
const approve = (versionId: string, options = asSecond()) =>
  office.run(approveRuleVersion, ruleApprovalInput, { versionId }, options);
const version = async (versionId: string, of = office) =>
  inOffice(of.app.db, of.person('reviewer'), today, (tx) => readRuleVersion(tx, versionId));
const simulate = async (versionId: string) =>
  inOffice(office.app.db, office.person('administrator'), today, async (tx) => {
    const found = await readRuleVersion(tx, versionId);
    if (!found) throw new Error('no version');
    return simulateRuleVersion(tx, found, today);
  });
const clocks = async (caseId: string, of = office) => {
  const stored = await inOffice(of.app.db, of.person('caseworker'), today, (tx) =>
    listStoredClocks(tx, caseId),
  );
  return Object.fromEntries(stored.map(({ rule, dueOn }) => [rule, dueOn]));
};
const eventsOf = (event: string) =>
  office.owner.db.select().from(auditEvents).where(eq(auditEvents.event, event));

describe('a draft', () => {
  test('moves nothing, and says what it would do to the open cases', async () => {
    const before = await Promise.all(Object.values(cases).map((id) => clocks(id)));
    const { versionId } = valueOf(await draft());
    const found = await simulate(versionId);
    expect(found).toMatchObject({
      openCaseCount: 4,
      movedCaseCount: 2,
      earlierCount: 4,
      laterCount: 0,
      startingCount: 0,
      endingCount: 0,
      overdueCaseCount: 1,
    });
    expect(found.listed.map(({ caseId }) => caseId)).toEqual([cases.overdue, cases.onTime]);
    expect(found.listed[0]?.moves).toMatchObject([
      {
        rule: 'ca.grv.resolve',
        from: { on: '2026-07-01' },
        to: { on: '2026-06-21' },
        becomesOverdue: true,
      },
      {
        rule: 'ca.imr.deadline.silence',
        from: { on: '2027-01-01' },
        to: { on: '2026-12-21' },
        becomesOverdue: false,
      },
    ]);
    expect(await Promise.all(Object.values(cases).map((id) => clocks(id)))).toEqual(before);
    valueOf(await office.run(discardRuleVersion, ruleDiscardInput, { versionId }, asFirst()));
  });

  test('is an administrator’s to write', () => {
    const roles = ['caseworker', 'supervisor', 'reviewer', 'administrator'] as const;
    expect(roles.filter((role) => may({ role }, 'rule.change'))).toEqual(['administrator']);
  });

  test('is refused where it changes nothing or cannot be counted', async () => {
    expect(violationsOf(await draft({ periodCount: '30' }))).toMatchObject([{ field: 'periodCount' }]);
    expect(violationsOf(await draft({ periodUnit: 'months' }))).toMatchObject([{ field: 'periodUnit' }]);
    const schema = ruleDraftInput(today);
    const missing = schema.safeParse({ ...TWENTY_DAYS, source: ' ', reason: '', periodCount: 'soon' });
    expect(missing.error?.issues.map(({ path }) => path[0])).toEqual(['periodCount', 'source', 'reason']);
    expect(schema.safeParse({ ...TWENTY_DAYS, rule: 'ca.imr.adopt' }).success).toBe(false);
  });

  test('is found by everybody in its office and by nobody in another', async () => {
    const { versionId } = valueOf(await draft());
    expect(await version(versionId)).toMatchObject({
      rule: 'ca.grv.resolve',
      drafterName: 'Test administrator',
      approverName: null,
    });
    expect(await version(versionId, other)).toBeNull();
    const foreign = await other.run(
      approveRuleVersion,
      ruleApprovalInput,
      { versionId },
      { on: ON, as: other.person('administrator') },
    );
    expect(foreign).toMatchObject({ ok: false, because: 'not-found' });
    valueOf(await office.run(discardRuleVersion, ruleDiscardInput, { versionId }, asSecond()));
    const discarded = await version(versionId);
    expect(discarded && statusOf(discarded)).toBe('discarded');
    expect(violationsOf(await approve(versionId))).toMatchObject([
      { message: expect.stringContaining('discarded') },
    ]);
  });
});

describe('an approval', () => {
  test('is refused to the person who drafted it, by the command and by the database', async () => {
    const { versionId } = valueOf(await draft());
    expect(violationsOf(await approve(versionId, asFirst()))).toMatchObject([
      { field: null, message: expect.stringContaining('another administrator') },
    ]);
    const { userId } = office.person('administrator');
    const behind = office.owner.db
      .update(ruleVersions)
      .set({ approvedBy: userId, approvedAt: new Date() })
      .where(eq(ruleVersions.id, versionId));
    await expect(behind).rejects.toMatchObject({
      cause: expect.objectContaining({ constraint: 'rule_versions_two_people' }),
    });
    valueOf(await office.run(discardRuleVersion, ruleDiscardInput, { versionId }, asFirst()));
  });

  test('is refused where it concerns more cases than can be moved at once, and moves none', async () => {
    const { versionId } = valueOf(await draft());
    const before = await clocks(cases.overdue);
    const outcome = await office.run(
      (unit, input) => approveRuleVersion(unit, input, 1),
      ruleApprovalInput,
      { versionId },
      asSecond(),
    );
    expect(violationsOf(outcome)).toMatchObject([
      { field: null, message: expect.stringContaining('more than 1 open') },
    ]);
    expect(await clocks(cases.overdue)).toEqual(before);
    expect(await version(versionId)).toMatchObject({ approvedAt: null });
    valueOf(await office.run(discardRuleVersion, ruleDiscardInput, { versionId }, asFirst()));
  });

  test('by a second administrator moves the clocks that start later, with a note on each case', async () => {
    const before = { earlier: await clocks(cases.earlier), urgent: await clocks(cases.urgent) };
    const foreign = await clocks(cases.foreign, other);
    const { versionId } = valueOf(await draft());
    expect(valueOf(await approve(versionId))).toMatchObject({ movedCaseCount: 2 });

    expect(await clocks(cases.overdue)).toMatchObject({
      'ca.grv.resolve': '2026-06-21',
      'ca.imr.deadline.silence': '2026-12-21',
    });
    expect(await clocks(cases.onTime)).toMatchObject({ 'ca.grv.resolve': '2026-07-10' });
    expect(await clocks(cases.earlier)).toEqual(before.earlier);
    expect(await clocks(cases.urgent)).toEqual(before.urgent);
    expect(await clocks(cases.foreign, other)).toEqual(foreign);

    expect(await eventsOf('rule-version.approved')).toMatchObject([
      { actorId: second.userId, subjectId: versionId, reason: TWENTY_DAYS.reason },
    ]);
    const applied = await eventsOf('rule-version.applied');
    expect(applied.map(({ caseId }) => caseId ?? '').toSorted()).toEqual(
      [cases.overdue, cases.onTime].toSorted(),
    );
    expect(applied.find(({ caseId }) => caseId === cases.overdue)?.changes).toContainEqual({
      field: 'deadlines.ca.grv.resolve',
      from: '2026-07-01',
      to: '2026-06-21',
    });
    const { entries } = await inOffice(office.app.db, second, today, (tx) =>
      listTimeline(tx, cases.overdue, { limit: 5 }),
    );
    expect(entries[0]?.sentence).toBe(
      'A changed rule applies since it was approved. ' +
        'Answer the grievance: from Wed, Jul 1, 2026 to Sun, Jun 21, 2026. ' +
        'Ask for the IMR: from Fri, Jan 1, 2027 to Mon, Dec 21, 2026.',
    );
    const record = await office.read(cases.overdue, ON);
    expect(applied.find(({ caseId }) => caseId === cases.overdue)?.caseVersion).toBe(record?.version);

    expect(violationsOf(await approve(versionId))).toMatchObject([
      { message: expect.stringContaining('approved already') },
    ]);
    const discard = await office.run(discardRuleVersion, ruleDiscardInput, { versionId }, asFirst());
    expect(violationsOf(discard)).toHaveLength(1);
    const approved = await version(versionId);
    expect(approved).toMatchObject({ approverName: 'Second Administrator' });
  });

  test('stands behind the dates that were counted under it, and behind no other', async () => {
    const behind = (caseId: string, rule: string) =>
      inOffice(office.app.db, office.person('caseworker'), today, async (tx) => {
        const page = await readProofPage(tx, caseId, rule, today);
        return page && textsBehind(page.assessed, page.proof).map((text) => [text.rule, text.source]);
      });
    const own = [['ca.grv.resolve', TWENTY_DAYS.source]];
    expect(await behind(cases.overdue, 'ca.grv.resolve')).toEqual(own);
    expect(await behind(cases.overdue, 'ca.imr.deadline.silence')).toEqual(own);
    expect(await behind(cases.overdue, 'ca.grv.ack')).toEqual([]);
    expect(await behind(cases.earlier, 'ca.imr.deadline.silence')).toEqual([]);
  });

  test('binds the cases that are recorded after it', async () => {
    const later = await aCase()
      .denied('2026-05-01', 'medical-necessity')
      .withGrievance('2026-06-22')
      .in(office);
    expect(await clocks(later)).toMatchObject({ 'ca.grv.resolve': '2026-07-12' });
    const listed = await inOffice(office.app.db, office.person('reviewer'), today, (tx) =>
      listRuleVersions(tx, 'ca.grv.resolve'),
    );
    expect(listed.map(statusOf).toSorted()).toEqual([
      'approved',
      'discarded',
      'discarded',
      'discarded',
      'discarded',
    ]);
  });
});
