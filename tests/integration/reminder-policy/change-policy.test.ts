import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { createLogger } from '../../../lib/log.ts';
import { answerReminder } from '../../../lib/reminder-answers/answer-reminder.ts';
import { reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';
import { changePolicy } from '../../../lib/reminder-policy/change-policy.ts';
import { reminderPolicyInput } from '../../../lib/reminder-policy/input.ts';
import { policyValues } from '../../../lib/reminder-policy/policy-values.ts';
import { previewPolicy, tryPolicy } from '../../../lib/reminder-policy/preview-policy.ts';
import { listForeseenClocks, readPolicyPage } from '../../../lib/reminder-policy/queries.ts';
import { clockOf } from '../../../lib/reminders/clock.ts';
import { ladderOf } from '../../../lib/reminders/ladder.ts';
import { DEFAULT_POLICY, type OfficePolicy } from '../../../lib/reminders/policy.ts';
import { readStoredPolicy } from '../../../lib/reminders/queries.ts';
import { sweepReminders } from '../../../lib/reminders/sweep.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { outbox, sweepContext } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const ON = '2026-02-10';
const TODAY = localDate(ON);

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const TYPED = policyValues(DEFAULT_POLICY);
const stored = (at: TestOffice = office) =>
  inOffice(at.app.db, at.person('administrator'), TODAY, readStoredPolicy);
const knownSince = async () => (await stored()).policy.since?.toISOString() ?? '';
const change = async (more: Record<string, unknown>, on = ON) =>
  office.run(
    changePolicy,
    reminderPolicyInput,
    { ...TYPED, knownSince: await knownSince(), ...more },
    { on, as: office.person('administrator') },
  );
const looks = async (at: TestOffice) => {
  const { rows } = await at.owner.pool.query<{ outcome: string; at: Date | null }>(
    'select outcome, next_look_at as at from deadlines where office_id = $1 order by due_on, rule',
    [at.officeId],
  );
  return rows;
};

describe('changing the policy', () => {
  test('stores it for this office alone, records each field, and has every open ladder looked at again', async () => {
    for (const at of [office, other])
      await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(at);
    const later = new Date('2026-02-18T16:00:00Z');
    for (const at of [office, other])
      await at.owner.pool.query(
        'update deadlines set next_look_at = $2 where office_id = $1 and outcome = $3',
        [at.officeId, later, 'pending'],
      );
    valueOf(
      await change({
        longDays: '120, 60, 14, 7, 3, 1, 0',
        workingDays: ['1', '2', '3', '4'],
        clientDays: '14, 1',
      }),
    );

    const { policy, isReadable } = await stored();
    expect(isReadable).toBe(true);
    expect(policy).toMatchObject({
      cadences: [{ windowOfDays: 60, daysBefore: [120, 60, 14, 7, 3, 1, 0] }, DEFAULT_POLICY.cadences[1]],
      workingDays: [1, 2, 3, 4],
      since: morningOf(TODAY),
    });
    expect((await stored(other)).policy).toMatchObject({ ...DEFAULT_POLICY, since: null });

    const pending = (await looks(office)).filter(({ outcome }) => outcome === 'pending');
    expect(pending.length).toBeGreaterThan(1);
    expect(pending.map(({ at }) => at)).toEqual(pending.map(() => morningOf(TODAY)));
    const theirs = (await looks(other)).filter(({ outcome }) => outcome === 'pending');
    expect(theirs.map(({ at }) => at)).toEqual(theirs.map(() => later));

    const { rows } = await office.owner.pool.query<{ actor_id: string; changes: unknown }>(
      `select actor_id, changes from audit_events where event = 'reminder-policy.changed' and office_id = $1`,
      [office.officeId],
    );
    expect(rows).toEqual([
      {
        actor_id: office.person('administrator').userId,
        changes: [
          { field: 'longDays', from: '90, 60, 30, 14, 7, 3, 1, 0', to: '120, 60, 14, 7, 3, 1, 0' },
          { field: 'clientDays', from: '30, 14, 7, 3, 1', to: '14, 1' },
          {
            field: 'workingDays',
            from: 'Monday, Tuesday, Wednesday, Thursday, Friday',
            to: 'Monday, Tuesday, Wednesday, Thursday',
          },
        ],
      },
    ]);
    const page = await inOffice(office.app.db, office.person('caseworker'), TODAY, readPolicyPage);
    expect(page).toMatchObject({ changedByName: 'Test administrator', isReadable: true });
  });

  test('does not look again at a ladder that is spent', async () => {
    await office.owner.pool.query('update deadlines set next_look_at = null where office_id = $1', [
      office.officeId,
    ]);
    valueOf(await change({ mostAloneADay: '12' }, '2026-02-11'));
    expect((await looks(office)).every(({ at }) => at === null)).toBe(true);
  });

  test('refuses what no policy leaves out, and where nothing was changed', async () => {
    expect(violationsOf(await change({ shortDays: '7, 3, 1' }))).toMatchObject([{ field: 'shortDays' }]);
    const present = policyValues((await stored()).policy);
    expect(violationsOf(await change(present))).toMatchObject([{ message: 'Nothing was changed.' }]);
  });

  test('does not write over what somebody else changed meanwhile', async () => {
    const known = await knownSince();
    valueOf(await change({ mostAloneADay: '44' }, '2026-02-12'));
    expect(
      violationsOf(await change({ mostAloneADay: '45', knownSince: known }, '2026-02-12')),
    ).toMatchObject([
      { message: 'Somebody else changed the policy since you opened this page, so yours was not saved.' },
    ]);
    expect((await stored()).policy.mostAloneADay).toBe(44);
  });

  test('lets nothing that is stored wrongly stand in the way of reminders', async () => {
    await other.owner.pool.query(
      `insert into reminder_policies (office_id, policy, changed_by, changed_at) values ($1, '{"cadences": []}', $2, now())`,
      [other.officeId, other.person('administrator').userId],
    );
    expect(await stored(other)).toMatchObject({ policy: DEFAULT_POLICY, isReadable: false });
    const lines: string[] = [];
    const log = createLogger('reminders', 'info', { write: (line) => void lines.push(line) });
    const box = outbox();
    await sweepReminders({ ...sweepContext(other, '2026-03-04', box), log }, { officeId: other.officeId });
    expect(box.sent.length).toBeGreaterThan(0);
    expect(lines.join('')).toContain('the stored policy cannot be read');
  });
});

describe('the month ahead', () => {
  const policy: OfficePolicy = { ...DEFAULT_POLICY, timeZone: 'America/Los_Angeles', since: null };
  let own: TestOffice;
  beforeAll(async () => {
    own = await openTestOffice(database);
  });
  afterAll(() => own.close());

  const clocks = () =>
    inOffice(own.app.db, own.person('administrator'), TODAY, (tx) => listForeseenClocks(tx, [policy], TODAY));

  test('knows of each stored clock what its assessment does', async () => {
    const stories = [
      aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02'),
      aCase().denied('2026-01-20', 'medical-necessity').expedited('2026-02-09'),
      aCase('cdi').denied('2026-01-05', 'medical-necessity').withGrievance('2026-01-12'),
      aCase('cdi')
        .denied('2025-12-01', 'medical-necessity')
        .withGrievance('2026-01-02')
        .answered('2026-01-20'),
      aCase('mediCal').denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02'),
    ];
    const expected: string[] = [];
    for (const story of stories) {
      const record = await own.read(await story.in(own), ON);
      if (!record) throw new Error('no record');
      for (const deadline of assessCase(record, TODAY).assessment.deadlines)
        if (deadline.status === 'open' || deadline.status === 'overdue')
          expected.push(
            ...ladderOf(clockOf(deadline), policy).map(({ id, to, at }) => `${to} ${id} ${at.toISOString()}`),
          );
    }
    const from = morningOf(localDate('2026-02-11')).toISOString();
    const to = morningOf(localDate('2026-03-12')).toISOString();
    const inMonth = (rungs: readonly string[]) =>
      rungs.filter((rung) => (rung.split(' ')[2] ?? '') > from && (rung.split(' ')[2] ?? '') < to).toSorted();
    const found = (await clocks()).flatMap(({ clock, owners }) =>
      Array.from({ length: owners.reduce((sum, { count }) => sum + count, 0) }).flatMap(() =>
        ladderOf(clock, policy).map(({ id, to: who, at }) => `${who} ${id} ${at.toISOString()}`),
      ),
    );
    expect(inMonth(found).length).toBeGreaterThan(10);
    expect(inMonth(found)).toEqual(inMonth(expected));
  });

  test('counts clocks alike together, apart where somebody answered or a client may be written to', async () => {
    const before = await clocks();
    const story = aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-04');
    const first = await story.in(own);
    await story.in(own);
    const alike = (await clocks()).filter(({ clock }) => clock.dueOn === '2026-03-06');
    expect(alike.map(({ owners }) => owners)).toEqual([
      [{ ownerId: own.person('caseworker').userId, count: 2 }],
    ]);
    valueOf(
      await own.run(
        answerReminder,
        reminderAnswerInput,
        { caseId: first, rule: 'ca.grv.resolve', kind: 'acknowledged', reason: 'They promised it.' },
        { on: ON },
      ),
    );
    const answered = (await clocks()).filter(({ clock }) => clock.dueOn === '2026-03-06');
    expect(new Set(answered.map(({ quiet }) => quiet?.untilOn ?? null))).toEqual(
      new Set(['2026-03-05', null]),
    );
    expect((await clocks()).length).toBeGreaterThan(before.length);
  });

  test('compares the typed policy with the present one, and writes nothing', async () => {
    const asAdministrator = own.person('administrator');
    const preview = await inOffice(own.app.db, asAdministrator, TODAY, (tx) =>
      previewPolicy(tx, policy, { ...policy, ownerAloneDaysBefore: [14, 7, 3, 1, 0] }, TODAY),
    );
    const total = (when: 'before' | 'after', key: 'alone' | 'digest') =>
      preview.days.reduce((sum, day) => sum + day[when][key], 0);
    expect(preview.days.length).toBe(30);
    expect(total('after', 'alone')).toBeGreaterThan(total('before', 'alone'));
    expect(total('after', 'digest')).toBeLessThan(total('before', 'digest'));
    expect(JSON.parse(JSON.stringify(preview))).toEqual(preview);
    // In a transaction that the database lets read only.
    const tried = await inOffice(own.app.db, asAdministrator, TODAY, (tx) =>
      tryPolicy(
        { tx, actor: asAdministrator, now: morningOf(TODAY), today: TODAY, record: () => undefined },
        reminderPolicyInput().parse({ ...TYPED, shortDays: '1' }),
      ),
    );
    expect(violationsOf(tried)).toMatchObject([{ field: 'shortDays' }]);
  });
});
