import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../../lib/access/actor.ts';
import { createAllowance } from '../../../lib/assess-api/request-allowance.ts';
import { sentenceOf } from '../../../lib/audit/sentences.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { answerStop, answerStopLink, type StopLink } from '../../../lib/mail-events/answer-stop.ts';
import { standingFor } from '../../../lib/suppressions/queries.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { eventsOf } from '../../support/outbox.ts';
import { applyOn, aSentBulletin, aSentReminder } from '../../support/told-mail.ts';

const ON = '2026-02-04';
const EMAIL = 'ana@example.org';

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

const press = (
  link: Partial<StopLink>,
  {
    accept = '*/*',
    at = morningOf(localDate(ON)),
    perAddress = 100,
  }: { accept?: string; at?: Date; perAddress?: number } = {},
) => {
  const allowance = createAllowance({ perAddress, together: 1_000 });
  const request = () =>
    new Request('https://recourse.example.org/api/mail/stop', {
      method: 'POST',
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const given = { officeId: office.officeId, token: randomUUID(), ...link };
  const once = () =>
    answerStop(request(), given, { db: office.app.db, now: at, allowance, address: '192.0.2.1' });
  return { once, given };
};
const reading = <T>(read: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(office.app.db, systemActor(office.officeId), localDate(ON), read);
const scopesOf = async (address: string) => [
  ...((await reading((tx) => standingFor(tx, [address]))).get(address) ?? []),
];
const countEvents = async () =>
  Number(
    (
      await office.owner.pool.query<{ count: string }>(
        'select count(*) from mail_events where office_id = $1',
        [office.officeId],
      )
    ).rows[0]?.count,
  );

describe('the button that stops messages', () => {
  test('stops nudges to the client with one press, and asks nothing', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    const answer = await press({ token }).once();
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(await scopesOf(EMAIL)).toEqual([]);
    expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 0, errors: 0 });
    expect(await scopesOf(EMAIL)).toEqual(['nudges']);
  });

  test('stops them at the address the message went to, however often the client’s has changed since', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-02' });
    const consent = { emailConsentOn: '1/5/26', emailConsentHow: 'by phone' };
    for (const email of ['new@example.org', 'newer@example.org']) {
      const typed = { caseId, name: 'Ana Prueba', email, ...consent };
      valueOf(await office.run(changeClient, clientInput, typed, { on: '2026-02-03' }));
    }
    await press({ token }).once();
    expect(await applyOn(office, ON)).toMatchObject({ applied: 1, errors: 0 });
    const addresses = [EMAIL, 'new@example.org', 'newer@example.org'];
    expect(await Promise.all(addresses.map(scopesOf))).toEqual([['nudges'], [], []]);
  });

  test('pressed by a client is on the case’s record, which says so in words', async () => {
    const mail = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    await press({ token: mail.stopToken }).once();
    await applyOn(office, ON);
    const entry = (await eventsOf(office, caseId)).find(({ event }) => event === 'reminder.stopped');
    expect(entry).toMatchObject({ actorId: null, subjectId: mail.message });
    expect(sentenceOf('reminder.stopped', entry?.changes ?? [])).toBe(
      'Messages to the client were stopped through their link.',
    );
  });

  test('pressed twice does what it does once', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    const { once } = press({ token });
    expect([(await once()).status, (await once()).status]).toEqual([200, 200]);
    expect(await countEvents()).toBe(1);
  });

  test('stops a digest for the person it went to, and bars their address from nothing', async () => {
    const { stopToken: token } = await aSentBulletin(office, '2026-02-03');
    expect((await press({ token }).once()).status).toBe(200);
    expect(await applyOn(office, ON)).toMatchObject({ applied: 1 });
    const { rows } = await office.owner.pool.query<{ user_id: string; stopped_at: Date }>(
      'select user_id, stopped_at from digest_preferences where office_id = $1',
      [office.officeId],
    );
    expect(rows).toEqual([
      { user_id: office.person('caseworker').userId, stopped_at: morningOf(localDate(ON)) },
    ]);
    expect(await scopesOf(office.emailOf('caseworker'))).toEqual([]);
  });

  test('pressed in a message of a restricted case is taken down by a server that cannot see the case', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    await office.owner.pool.query(
      `insert into restrictions (office_id, case_id, ground, reason, restricted_by, restricted_at)
       values ($1, $2, 'other', 'x', $3, now())`,
      [office.officeId, caseId, office.person('supervisor').userId],
    );
    expect((await press({ token }).once()).status).toBe(200);
    expect(await applyOn(office, ON)).toMatchObject({ applied: 1 });
    expect(await scopesOf(EMAIL)).toEqual(['nudges']);
  });

  test('does nothing for a link that is not this office’s, is made up, or is of a reminder to the staff', async () => {
    const { stopToken: staffs } = await aSentReminder(office, caseId, { to: 'owner', on: '2026-02-03' });
    const { stopToken: clients } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    const links: Partial<StopLink>[] = [
      {},
      { token: staffs },
      { token: clients, officeId: randomUUID() },
      { token: "x' or 1=1" },
      { officeId: '../..' },
    ];
    for (const link of links) expect((await press(link).once()).status).toBe(404);
    expect(await countEvents()).toBe(0);
  });

  test('leads a browser back to the page', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    const answer = await press({ token }, { accept: 'text/html,*/*;q=0.8' }).once();
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/stop/${office.officeId}/${token}?done=1`,
    ]);
    const { once, given } = press({}, { accept: 'text/html' });
    expect((await once()).headers.get('location')).toBe(`/stop/${given.officeId}/${given.token}`);
  });

  test('is never pressed by opening the link', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' });
    const answer = answerStopLink({ officeId: office.officeId, token });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/stop/${office.officeId}/${token}`,
    ]);
    expect(answerStopLink({ officeId: 'x', token: '//evil.example' }).status).toBe(404);
    expect(await countEvents()).toBe(0);
  });

  test('pressed without end from one place is held off', async () => {
    const { once } = press({}, { perAddress: 1 });
    await once();
    const answer = await once();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
