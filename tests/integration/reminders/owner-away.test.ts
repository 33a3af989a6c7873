import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let tom: UserActor;
beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  office = await openTestOffice(database);
  tom = await addColleague(office, 'tom', 'caseworker');
  await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
  await away(office.person('caseworker'), tom);
  return () => office.close();
});
afterAll(() => database.drop());

const away = (absent: UserActor, cover: UserActor, fromOn = '2026-02-04') =>
  office.owner.pool.query(
    `insert into covers (office_id, absent_id, cover_id, from_on, until_on, note, arranged_by, arranged_at)
     values ($1, $2, $3, $4, '2026-02-06', '', $5, '2026-02-03T09:00:00Z')`,
    [office.officeId, absent.userId, cover.userId, fromOn, office.person('supervisor').userId],
  );

/** Who hears three days before the plan has to acknowledge the grievance. */
async function heardOn(moment: string): Promise<string[]> {
  const box = outbox();
  await sweep(office, moment, box);
  return box.sent.map(({ to }) => to.split('-')[0] ?? '');
}

test('whoever covers hears', async () => {
  expect(await heardOn('2026-02-04')).toEqual(['tom']);
});

test('the day before the cover begins the owner still hears', async () => {
  await office.owner.pool.query(`update covers set from_on = '2026-02-05' where office_id = $1`, [
    office.officeId,
  ]);
  expect(await heardOn('2026-02-04')).toEqual(['caseworker']);
});

test('the supervisor hears where whoever covers has left', async () => {
  await office.owner.pool.query('update users set deactivated_at = now() where id = $1', [tom.userId]);
  expect(await heardOn('2026-02-04')).toEqual(['supervisor']);
});

test('the supervisor hears where mail does not reach whoever covers', async () => {
  await office.owner.pool.query(
    `insert into suppressions (office_id, address, ground, scope, since)
     select office_id, lower(email), 'bounced', 'all', now() from users where id = $1`,
    [tom.userId],
  );
  expect(await heardOn('2026-02-04')).toEqual(['supervisor']);
});

test('the supervisor hears where whoever covers is away too', async () => {
  await away(tom, office.person('administrator'));
  expect(await heardOn('2026-02-04')).toEqual(['supervisor']);
});

test('the owner hears where nobody who leads is left', async () => {
  await office.owner.pool.query(
    `update users set deactivated_at = now() where office_id = $1 and (id = $2 or role in ('supervisor', 'administrator'))`,
    [office.officeId, tom.userId],
  );
  expect(await heardOn('2026-02-04')).toEqual(['caseworker']);
});
