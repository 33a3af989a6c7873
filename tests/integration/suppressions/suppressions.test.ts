import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { readBarred, readOverview } from '../../../lib/reminder-overview/queries.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { liftSuppressionInput } from '../../../lib/suppressions/input.ts';
import { liftSuppression } from '../../../lib/suppressions/lift-suppression.ts';
import { listStanding, standingFor } from '../../../lib/suppressions/queries.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { bounce } from '../../support/resend-webhook.ts';
import { applyOn, aSentReminder, tell } from '../../support/told-mail.ts';

const ON = '2026-02-04';
const EMAIL = 'Ana@Example.org';

let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  caseId = await office.openCase({
    on: '2026-01-05',
    line: 'dmhc',
    email: EMAIL,
    emailConsentOn: '2026-01-05',
    emailConsentHow: 'by phone',
  });
  return () => office.close();
});

const bounced = async (to: 'client' | 'owner' = 'client') => {
  const mail = await aSentReminder(office, caseId, { to, on: '2026-02-03' });
  await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
  await applyOn(office, ON);
};
const reading = <T>(read: Parameters<typeof inOffice<T>>[3], as = office.person('supervisor')) =>
  inOffice(office.app.db, as, localDate(ON), read);
const standing = (as?: ReturnType<TestOffice['person']>) => reading((tx) => listStanding(tx, 50), as);
const lift = (suppressionId: string, reason = 'She has emptied the mailbox.') =>
  office.run(
    liftSuppression,
    liftSuppressionInput,
    { suppressionId, reason },
    {
      on: ON,
      as: office.person('supervisor'),
    },
  );
const firstId = async () => (await standing())[0]?.id ?? '';

describe('an address that is barred', () => {
  test('stands in the list with whose it is, and answers in whatever case it is asked for', async () => {
    await bounced('client');
    await bounced('owner');
    expect(
      (await standing()).map(({ address, whose, name, caseNumber }) => ({
        address,
        whose,
        name,
        caseNumber,
      })),
    ).toEqual(
      expect.arrayContaining([
        { address: 'ana@example.org', whose: 'client', name: 'Ana Prueba', caseNumber: '2026-000001' },
        { address: office.emailOf('caseworker'), whose: 'staff', name: 'Test caseworker', caseNumber: null },
      ]),
    );
    const found = await reading((tx) => standingFor(tx, [EMAIL, 'other@example.org', '']));
    expect([...found].map(([address, scopes]) => [address, [...scopes]])).toEqual([
      ['ana@example.org', ['all']],
    ]);
  });

  test('is found for the form that lifts it however many were barred since', async () => {
    await bounced();
    const first = await firstId();
    const { pool } = office.owner;
    await pool.query(
      `with people as (
         insert into clients (office_id, name, email) select $1, 'Somebody', 'c' || n || '@example.org'
         from generate_series(1, 501) n returning email)
       insert into suppressions (office_id, address, ground, scope, since)
       select $1, email, 'bounced', 'all', '2026-02-10' from people`,
      [office.officeId],
    );
    const { barred, hasMoreBarred } = await reading((tx) => readOverview(tx, morningOf(localDate(ON))));
    expect([barred.length, hasMoreBarred, barred.some(({ id }) => id === first)]).toEqual([500, true, false]);
    expect(await reading((tx) => readBarred(tx, first))).toMatchObject({ address: 'ana@example.org' });
    expect(await reading((tx) => readBarred(tx, randomUUID()))).toBeNull();
  });

  test('is not shown to who may not know of its client', async () => {
    await bounced();
    const restriction = { caseId, ground: 'staff-conflict', reason: 'A relative works here.' };
    valueOf(
      await office.run(restrictCase, restrictionInput, restriction, {
        on: ON,
        as: office.person('supervisor'),
      }),
    );
    const outsider = await addColleague(office, 'Second Supervisor', 'supervisor');
    expect(await standing(outsider)).toEqual([]);
    expect(await standing()).toHaveLength(1);
  });

  test('is not another office’s affair', async () => {
    await bounced();
    const neighbor = await openTestOffice(database);
    const found = await inOffice(neighbor.app.db, neighbor.person('supervisor'), localDate(ON), (tx) =>
      standingFor(tx, [EMAIL]),
    );
    await neighbor.close();
    expect(found.size).toBe(0);
  });

  test('gets mail again once a person says why, and the record keeps the reason without the address', async () => {
    await bounced();
    const id = await firstId();
    valueOf(await lift(id));
    expect(await standing()).toEqual([]);
    expect((await reading((tx) => standingFor(tx, [EMAIL]))).size).toBe(0);
    const { rows } = await office.owner.pool.query<{ reason: string; changes: unknown }>(
      `select reason, changes from audit_events where event = 'suppression.lifted' and subject_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.reason).toBe('She has emptied the mailbox.');
    expect(JSON.stringify(rows)).not.toMatch(/ana@/i);
  });

  test('is barred again by the next bounce', async () => {
    await bounced();
    valueOf(await lift(await firstId()));
    await bounced();
    expect(await standing()).toHaveLength(1);
  });

  test('is lifted once, with a reason, and only where it is', async () => {
    await bounced();
    const id = await firstId();
    expect(() => liftSuppressionInput().parse({ suppressionId: id, reason: ' ' })).toThrow('missing');
    valueOf(await lift(id));
    expect(violationsOf(await lift(id))[0]?.message).toContain('allowed again already');
    expect(await lift(randomUUID())).toMatchObject({ ok: false, because: 'not-found' });
  });
});
