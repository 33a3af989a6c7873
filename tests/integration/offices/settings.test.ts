import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { changeOffice } from '../../../lib/offices/change-office.ts';
import { officeInput } from '../../../lib/offices/input.ts';
import { openOffice } from '../../../lib/offices/open-office.ts';
import { readOffice } from '../../../lib/offices/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { openColleague } from '../../support/account.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const DAY = '2026-06-10';

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

const read = (at: TestOffice) => inOffice(at.app.db, at.person('administrator'), localDate(DAY), readOffice);
const change = (typed: Record<string, string>) =>
  office.run(changeOffice, officeInput, typed, { on: DAY, as: office.person('administrator') });

test('changes what was typed, in this office alone, and records each setting before and after', async () => {
  const [before, theirs] = [await read(office), await read(other)];
  valueOf(
    await change({
      name: 'Advocates of the Delta',
      phone: '555-0100',
      timeZone: 'America/Los_Angeles',
      secondFactorFor: 'everyone',
      idleLockMinutes: '10',
      retentionYears: '7',
    }),
  );
  expect(await read(office)).toMatchObject({
    name: 'Advocates of the Delta',
    secondFactorFor: 'everyone',
    idleLockMinutes: 10,
    retentionYears: 7,
  });
  expect(await read(other)).toEqual(theirs);
  const { rows } = await office.owner.pool.query(
    `select changes, actor_id from audit_events where event = 'office.changed' and office_id = $1`,
    [office.officeId],
  );
  expect(rows).toEqual([
    {
      actor_id: office.person('administrator').userId,
      changes: [
        { field: 'name', from: before.name, to: 'Advocates of the Delta' },
        { field: 'secondFactorFor', from: 'leaders', to: 'everyone' },
        { field: 'idleLockMinutes', from: 15, to: 10 },
      ],
    },
  ]);
});

test('records nothing where nothing was changed', async () => {
  const { name, phone, timeZone, secondFactorFor, idleLockMinutes, retentionYears } = await read(office);
  const same = {
    name,
    phone,
    timeZone,
    secondFactorFor,
    idleLockMinutes: String(idleLockMinutes),
    retentionYears: String(retentionYears),
  };
  expect(violationsOf(await change(same))).toMatchObject([{ message: 'Nothing was changed.' }]);
});

test('has every open ladder looked at again where the time zone changes, and only there', async () => {
  await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-06-02').in(office);
  const later = new Date('2026-06-20T15:00:00Z');
  await office.owner.pool.query('update deadlines set next_look_at = $2 where office_id = $1', [
    office.officeId,
    later,
  ]);
  const pending = async () => {
    const { rows } = await office.owner.pool.query<{ at: Date }>(
      `select distinct next_look_at as at from deadlines where office_id = $1 and outcome = 'pending'`,
      [office.officeId],
    );
    return rows.map(({ at }) => at);
  };
  const settings = await read(office);
  const typed = {
    name: settings.name,
    phone: '555-0177',
    timeZone: settings.timeZone,
    secondFactorFor: settings.secondFactorFor,
    idleLockMinutes: String(settings.idleLockMinutes),
    retentionYears: String(settings.retentionYears),
  };
  valueOf(await change(typed));
  expect(await pending()).toEqual([later]);
  valueOf(await change({ ...typed, timeZone: 'America/Denver' }));
  expect(await pending()).toEqual([morningOf(localDate(DAY))]);
  expect((await read(office)).timeZone).toBe('America/Denver');
});

test('counts who would have to set up an authenticator: not those who have one, must have one, or left', async () => {
  const before = (await read(office)).withoutFactorCount;
  const [without, having, gone] = [
    await openColleague(office, 'caseworker'),
    await openColleague(office, 'caseworker'),
    await openColleague(office, 'reviewer'),
  ];
  await openColleague(office, 'supervisor');
  await office.owner.pool.query(
    `insert into second_factors (user_id, office_id, sealed_secret, confirmed_at) values ($1, $3, 'sealed', now()), ($2, $3, 'begun', null)`,
    [having.id, without.id, office.officeId],
  );
  await office.owner.pool.query('update users set deactivated_at = now() where id = $1', [gone.id]);
  expect((await read(office)).withoutFactorCount - before).toBe(1);
});

test.each([
  ['idleLockMinutes', ['1', '60', ' 15 '], ['', '0', '61', '1.5', '-5', '1e1', 'ten']],
  ['retentionYears', ['1', '50'], ['', '0', '51', '7 years']],
  ['timeZone', ['Pacific/Honolulu', 'America/New_York', 'UTC'], ['', 'Pacific Time', 'Mars/Olympus']],
  ['secondFactorFor', ['leaders', 'everyone'], ['', 'nobody']],
  ['name', ['Advocates'], ['', '   ', 'x'.repeat(301)]],
])('%s takes %j and refuses %j', (field, taken, refused) => {
  const usual = {
    name: 'A',
    phone: '',
    timeZone: 'America/Los_Angeles',
    secondFactorFor: 'leaders',
    idleLockMinutes: '15',
    retentionYears: '7',
  };
  const isTaken = (value: string) => officeInput().safeParse({ ...usual, [field]: value }).success;
  expect(taken.filter((value) => !isTaken(value))).toEqual([]);
  expect(refused.filter(isTaken)).toEqual([]);
});

test('opens no office with a password that would be refused on screen', async () => {
  const person = { name: 'Ana', email: 'ana@example.org', role: 'administrator', password: 'short' } as const;
  const opening = openOffice(office.owner.db, { name: 'Another', phone: '' }, [person], new Date());
  await expect(opening).rejects.toThrow('usable passwords only');
});
