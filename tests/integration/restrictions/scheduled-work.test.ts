import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { readCase } from '../../../lib/cases/load-case.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { createLogger } from '../../../lib/log.ts';
import { listKnownMessages } from '../../../lib/mail-ledger/queries.ts';
import { changePlanLine } from '../../../lib/plans/change-plan-line.ts';
import { planLineChangeInput } from '../../../lib/plans/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { keepNamedLeaders } from '../../../lib/restrictions/keep-named-leaders.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { checkStoredOn, noteLapsesOn, outbox, recomputeRestrictedOn, sweep } from '../../support/outbox.ts';

/** Nobody is signed in when the work on a schedule runs: restricted cases have their clocks all the same. */

let database: TestDatabase;
let office: TestOffice;
let second: UserActor;
let caseId: string;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  second = await addColleague(office, 'Second Supervisor', 'supervisor');
  caseId = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
  return () => office.close();
});

const restrict = (namedIds: readonly string[] = []) =>
  office.run(
    restrictCase,
    restrictionInput,
    {
      caseId,
      ground: 'staff-conflict',
      reason: 'The client is a colleague’s brother.',
      namedIds: [...namedIds],
    },
    { on: '2026-02-02', as: office.person('supervisor') },
  );
const recipients = (box: ReturnType<typeof outbox>) => [...new Set(box.sent.map(({ to }) => to))].toSorted();

describe('reminders of a restricted case', () => {
  const days = ['2026-02-04', '2026-02-06', '2026-02-07', '2026-02-08', '2026-03-04', '2026-03-05'];

  test('reach its owner and the people named, and no other supervisor or administrator', async () => {
    valueOf(await restrict());
    const box = outbox();
    for (const on of days) expect(await sweep(office, on, box)).toMatchObject({ errors: 0, failed: 0 });
    expect(recipients(box)).toEqual([office.emailOf('caseworker'), office.emailOf('supervisor')].toSorted());
  });

  test('reached every supervisor before it was restricted', async () => {
    const box = outbox();
    for (const on of days) await sweep(office, on, box);
    expect(recipients(box)).toHaveLength(3);
    expect(recipients(box).some((to) => to.startsWith('second-supervisor'))).toBe(true);
  });

  test('claimed for somebody who is no longer named are not sent', async () => {
    const box = outbox();
    for (const on of days.slice(0, -1)) await sweep(office, on, box);
    valueOf(await restrict());
    const before = box.sent.length;
    await sweep(office, '2026-03-05', box);
    const after = box.sent.slice(before).map(({ to }) => to);
    expect(after.length).toBeGreaterThan(0);
    expect(after.some((to) => to.startsWith('second-supervisor'))).toBe(false);
  });
});

test('a message about it is in the mailbox for those who may know of the case alone', async () => {
  valueOf(await restrict());
  const box = outbox();
  for (const on of ['2026-02-04', '2026-03-05']) await sweep(office, on, box);
  const keys = box.sent.map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(1);
  const known = async (as: UserActor) => [
    ...(await inOffice(office.app.db, as, localDate('2026-03-05'), (tx) => listKnownMessages(tx, keys))),
  ];
  expect((await known(office.person('caseworker'))).toSorted()).toEqual(keys.toSorted());
  expect(await known(second)).toEqual([]);
  expect(await known(office.person('administrator'))).toEqual([]);
});

test('the lapse of a restricted case is noted and opens what it opens', async () => {
  valueOf(await restrict());
  expect(await noteLapsesOn(office, '2026-03-05')).toEqual({ noted: 2, errors: 0 });
  expect(await office.read(caseId, '2026-03-05')).toMatchObject({ stage: 'imr-open' });
});

test('the nightly check proves and repairs a restricted case too', async () => {
  valueOf(await restrict());
  expect(await checkStoredOn(office, '2026-02-10')).toEqual({ checked: 1, repaired: 0, errors: 0 });
  await office.owner.pool.query(`update deadlines set due_on = due_on + 1 where case_id = $1`, [caseId]);
  expect(await checkStoredOn(office, '2026-02-10')).toEqual({ checked: 1, repaired: 1, errors: 0 });
});

test('a change of its plan’s line by somebody who does not know of the case reaches its clocks within the hour', async () => {
  valueOf(await restrict());
  const other = await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
  const lineId = office.lines.dmhc;
  const changed = await office.run(
    changePlanLine,
    planLineChangeInput,
    {
      lineId,
      name: 'HMO',
      program: 'medi-cal',
      regulator: 'DMHC',
      knoxKeene: 'on',
      reason: 'The card says so.',
    },
    { on: '2026-02-10', as: office.person('administrator') },
  );
  expect(valueOf(changed)).toMatchObject({ recomputedCount: 1 });
  const rulesOf = async (id: string) => {
    const { rows } = await office.owner.pool.query<{ rule: string }>(
      'select rule from deadlines where case_id = $1 order by rule',
      [id],
    );
    return rows.map(({ rule }) => rule);
  };
  expect(await rulesOf(caseId)).not.toEqual(await rulesOf(other));
  expect(await recomputeRestrictedOn(office, '2026-02-10')).toEqual({ checked: 1, repaired: 1, errors: 0 });
  expect(await rulesOf(caseId)).toEqual(await rulesOf(other));
  expect(await recomputeRestrictedOn(office, '2026-02-10')).toEqual({ checked: 1, repaired: 0, errors: 0 });
});

describe('a restricted case whose named supervisor has left', () => {
  const run = () =>
    keepNamedLeaders(
      {
        db: office.worker.db,
        clock: () => morningOf(localDate('2026-02-10')),
        log: createLogger('test', 'silent'),
      },
      { officeId: office.officeId },
    );
  const sees = async (as: UserActor) =>
    (await inOffice(office.app.db, as, localDate('2026-02-10'), (tx) => readCase(tx, caseId))) !== null;
  const change = (person: UserActor, column: string) =>
    office.owner.pool.query(`update users set ${column} where id = $1`, [person.userId]);

  test.each([
    ['who was deactivated', 'deactivated_at = now()'],
    ['whose role was changed', `role = 'caseworker'`],
  ])('%s goes to the administrators, on its record', async (_, column) => {
    valueOf(await restrict());
    expect(await run()).toEqual({ named: 0, errors: 0 });
    await change(office.person('supervisor'), column);
    expect(await run()).toEqual({ named: 1, errors: 0 });
    expect(await sees(office.person('administrator'))).toBe(true);
    expect(await sees(second)).toBe(false);
    const { rows } = await office.owner.pool.query(
      `select actor_id, changes from audit_events where case_id = $1 and event = 'case.restriction-changed'`,
      [caseId],
    );
    expect(rows).toEqual([
      {
        actor_id: null,
        changes: [{ field: 'namedIds', from: null, to: [office.person('administrator').userId] }],
      },
    ]);
    expect(await run()).toEqual({ named: 0, errors: 0 });
  });

  test('goes to another supervisor where the only administrator owns it', async () => {
    valueOf(await restrict());
    await office.owner.pool.query('update cases set owner_id = $1 where id = $2', [
      office.person('administrator').userId,
      caseId,
    ]);
    await change(office.person('supervisor'), 'deactivated_at = now()');
    expect(await run()).toEqual({ named: 1, errors: 0 });
    expect(await sees(second)).toBe(true);
  });
});
