import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeDigestPreference } from '../../../lib/bulletins/change-digest-preference.ts';
import { digestPreferenceInput } from '../../../lib/bulletins/input.ts';
import { readOwnDigest } from '../../../lib/bulletins/queries.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import type { Role } from '../../../lib/db/vocabulary.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
const ON = '2026-02-10';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const change = (typed: Record<string, unknown>, role: Role = 'caseworker') =>
  office.run(changeDigestPreference, digestPreferenceInput, typed, { on: ON, as: office.person(role) });
const own = (role: Role = 'caseworker') =>
  inOffice(office.app.db, office.person(role), localDate(ON), (tx) =>
    readOwnDigest(tx, office.person(role).userId),
  );
const recorded = async () => {
  const { rows } = await office.owner.pool.query<{ event: string; changes: unknown }>(
    `select event, changes from audit_events where event like 'digest.%' and office_id = $1 order by id`,
    [office.officeId],
  );
  return rows;
};

test('comes at the office’s hour until its reader chooses another, and is stopped and started again', async () => {
  expect(await own()).toEqual({ comes: true, hour: '6:00 am', ownHour: '', officeHour: '6:00 am' });
  valueOf(await change({ comes: 'on', hour: '7:30' }));
  expect(await own()).toMatchObject({ comes: true, hour: '7:30 am', ownHour: '7:30 am' });
  valueOf(await change({ comes: '', hour: '7:30 am' }));
  expect(await own()).toMatchObject({ comes: false, hour: '7:30 am' });
  valueOf(await change({ comes: 'on', hour: '' }));
  expect(await own()).toMatchObject({ comes: true, hour: '6:00 am' });
  expect(await own('supervisor')).toMatchObject({ comes: true, ownHour: '' });
  expect(await recorded()).toEqual([
    { event: 'digest.hour-changed', changes: [{ field: 'digestHour', from: null, to: '7:30 am' }] },
    { event: 'digest.stopped', changes: [{ field: 'comes', from: true, to: false }] },
    { event: 'digest.hour-changed', changes: [{ field: 'digestHour', from: '7:30 am', to: null }] },
    { event: 'digest.started', changes: [{ field: 'comes', from: false, to: true }] },
  ]);
});

test('keeps the moment it was stopped while only its hour is changed', async () => {
  await office.owner.pool.query(
    `insert into digest_preferences (user_id, office_id, stopped_at) values ($1, $2, '2026-02-01T12:00:00Z')`,
    [office.person('supervisor').userId, office.officeId],
  );
  valueOf(await change({ comes: '', hour: '9 am' }, 'supervisor'));
  const { rows } = await office.owner.pool.query(
    'select digest_at, stopped_at from digest_preferences where user_id = $1',
    [office.person('supervisor').userId],
  );
  expect(rows).toEqual([{ digest_at: '09:00', stopped_at: new Date('2026-02-01T12:00:00Z') }]);
});

test('is refused where nothing was changed, for an hour that is none, and to who reads no cases', async () => {
  expect(violationsOf(await change({ comes: 'on', hour: '' }))).toMatchObject([
    { message: 'Nothing was changed.' },
  ]);
  expect(digestPreferenceInput().safeParse({}).success, 'a form without a field stops no digest').toBe(false);
  expect(digestPreferenceInput().safeParse({ comes: 'on', hour: 'noonish' }).error?.issues).toMatchObject([
    { message: '“noonish” is not a time of day.' },
  ]);
  expect(violationsOf(await change({ comes: 'on', hour: '7 am' }, 'reviewer'))).toMatchObject([
    { field: null },
  ]);
});
