import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAllowance } from '../../../lib/assess-api/request-allowance.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { answerStop } from '../../../lib/mail-events/answer-stop.ts';
import { readStopPage, type StopPage } from '../../../lib/mail-events/read-stop-page.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice } from '../../support/office.ts';
import { aSentBulletin, aSentReminder } from '../../support/told-mail.ts';

const NOW = morningOf(localDate('2026-02-04'));

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
    name: 'Rosario Villaseñor',
    language: 'es',
    email: 'ana@example.org',
    emailConsentOn: '2026-01-05',
    emailConsentHow: 'by phone',
  });
  return () => office.close();
});

const open = (link: { token: string; officeId?: string; wasPressed?: boolean; acceptLanguage?: string }) =>
  readStopPage(
    office.app.db,
    { officeId: office.officeId, wasPressed: false, acceptLanguage: null, ...link },
    NOW,
  );
const press = (token: string) =>
  answerStop(
    new Request('https://recourse.example.org/api/mail/stop', {
      method: 'POST',
      headers: { accept: 'text/html' },
    }),
    { officeId: office.officeId, token },
    {
      db: office.app.db,
      now: NOW,
      allowance: createAllowance({ perAddress: 9, together: 9 }),
      address: '192.0.2.1',
    },
  );
const aLink = async () => (await aSentReminder(office, caseId, { to: 'client', on: '2026-02-03' })).stopToken;
const said = ({ state, language, words }: StopPage) => [state, language, words.title];

describe('the page behind a message’s link', () => {
  test('asks in the client’s language, whatever the browser speaks, and stops nothing by itself', async () => {
    const token = await aLink();
    expect(said(await open({ token, acceptLanguage: 'ko' }))).toEqual([
      'asks',
      'es',
      'No recibir más recordatorios',
    ]);
    expect(said(await open({ token, wasPressed: true }))[0]).toBe('asks');
  });

  test('says so once the button was pressed', async () => {
    const token = await aLink();
    const answer = await press(token);
    expect(answer.headers.get('location')).toBe(`/stop/${office.officeId}/${token}?done=1`);
    expect(await open({ token, wasPressed: true })).toMatchObject({ state: 'done', language: 'es' });
    expect(await open({ token })).toMatchObject({ state: 'asks' });
  });

  test('names neither the client nor the case nor the office', async () => {
    const page = JSON.stringify(await open({ token: await aLink() }));
    expect(page).not.toMatch(/Rosario|Villase|ana@|Office /);
    expect(page).toContain('555-0100');
  });

  test('tells whom to call where nobody knows the link, in a language the browser asks for', async () => {
    const unknown = await open({ token: randomUUID(), acceptLanguage: 'fr-FR, vi;q=0.8, en;q=0.5' });
    expect(unknown).toMatchObject({ state: 'unknown', language: 'vi', call: { phone: '555-0100' } });
    expect(await open({ token: randomUUID(), officeId: randomUUID() })).toMatchObject({
      state: 'unknown',
      language: 'en',
      call: null,
    });
    expect(await open({ token: 'x', acceptLanguage: 'constructor, fil-PH' })).toMatchObject({
      state: 'unknown',
      language: 'tl',
    });
  });

  test('offers nothing for a reminder of the staff, which cannot be turned off', async () => {
    const { stopToken: token } = await aSentReminder(office, caseId, { to: 'owner', on: '2026-02-03' });
    expect(await open({ token })).toMatchObject({ state: 'unknown' });
  });

  test('speaks of the digest to whoever got one', async () => {
    const { stopToken: token } = await aSentBulletin(office, '2026-02-03');
    expect(said(await open({ token }))).toEqual(['asks', 'en', 'Stop the digest']);
  });
});
