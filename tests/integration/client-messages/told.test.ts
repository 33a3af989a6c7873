import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemActor } from '../../../lib/access/actor.ts';
import { createAllowance } from '../../../lib/assess-api/request-allowance.ts';
import { sentenceOf } from '../../../lib/audit/sentences.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { answerStop } from '../../../lib/mail-events/answer-stop.ts';
import { readStopPage } from '../../../lib/mail-events/read-stop-page.ts';
import { listKnownMessages } from '../../../lib/mail-ledger/queries.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { standingFor } from '../../../lib/suppressions/queries.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { CLIENT, consented, messagesOf, sendByHand } from '../../support/by-hand.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { eventsOf } from '../../support/outbox.ts';
import { bounce } from '../../support/resend-webhook.ts';
import { applyOn, aSentMessage, tell } from '../../support/told-mail.ts';

/** What a provider and a client tell of messages that people sent by hand. */

const SENT = '2026-02-03';
const ON = '2026-02-04';

let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  caseId = await consented(office, { language: 'es' });
  return () => office.close();
});

const recorded = async () =>
  (await eventsOf(office, caseId)).map(({ event }) => event).filter((event) => event.startsWith('message.'));
const scopesOf = async (address: string) => [
  ...((
    await inOffice(office.worker.db, systemActor(office.officeId), localDate(ON), (tx) =>
      standingFor(tx, [address]),
    )
  ).get(address) ?? []),
];
const tasks = async () =>
  (await office.read(caseId, ON))?.manualDeadlines.filter(({ madeFor }) => madeFor === 'reach-client') ?? [];
const press = (token: string) =>
  answerStop(
    new Request('https://recourse.example.org/api/mail/stop', { method: 'POST' }),
    { officeId: office.officeId, token },
    {
      db: office.app.db,
      now: momentOf(ON),
      allowance: createAllowance({ perAddress: 10, together: 10 }),
      address: '192.0.2.1',
    },
  );

test('one that arrived says so on the books and on the case', async () => {
  const mail = await aSentMessage(office, caseId, SENT);
  await tell(office, ON, mail, 'email.delivered');
  expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 0, errors: 0 });
  expect((await messagesOf(office, caseId))[0]?.deliveredAt).not.toBeNull();
  expect(await recorded()).toEqual(['message.delivered']);
  const [event] = (await eventsOf(office, caseId)).filter(({ event: name }) => name === 'message.delivered');
  expect(sentenceOf('message.delivered', event?.changes ?? [])).toBe(
    'A message to the client arrived: please call us.',
  );
});

test('one that came back for good bars the address, and somebody is to reach the client another way', async () => {
  const mail = await aSentMessage(office, caseId, SENT);
  await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
  expect(await applyOn(office, ON)).toMatchObject({ applied: 1 });
  expect((await messagesOf(office, caseId))[0]?.bouncedAt).not.toBeNull();
  expect(await recorded()).toEqual(['message.bounced']);
  expect(await scopesOf(CLIENT)).toEqual(['all']);
  expect(await tasks()).toHaveLength(1);
  expect(violationsOf(await sendByHand(office, caseId, 'news', { on: ON }))).toMatchObject([
    wordsIn('en').messages.bars.suppressed,
  ]);
});

test('one that was reported as unwanted ends mail to the address', async () => {
  const mail = await aSentMessage(office, caseId, SENT);
  await tell(office, ON, mail, 'email.complained');
  await applyOn(office, ON);
  expect(await recorded()).toEqual(['message.complained']);
  expect([await scopesOf(CLIENT), (await tasks()).length]).toEqual([['all'], 1]);
});

test('its link leads to a page in the client’s language and stops such messages, at the address it went to', async () => {
  const mail = await aSentMessage(office, caseId, SENT);
  const typed = {
    caseId,
    name: 'Ana Prueba',
    email: 'new@example.org',
    emailConsentOn: '1/5/26',
    emailConsentHow: 'by phone',
  };
  valueOf(await office.run(changeClient, clientInput, typed, { on: ON }));
  const link = { officeId: office.officeId, token: mail.stopToken };
  const page = { ...link, wasPressed: false, acceptLanguage: null };
  expect(await readStopPage(office.app.db, page, momentOf(ON))).toMatchObject({ state: 'asks' });
  expect((await press(mail.stopToken)).status).toBe(200);
  expect(await applyOn(office, ON)).toMatchObject({ applied: 1, errors: 0 });
  expect([await scopesOf(CLIENT), await scopesOf('new@example.org')]).toEqual([['nudges'], []]);
  const [stopped] = (await eventsOf(office, caseId)).filter(({ event }) => event === 'message.stopped');
  expect(sentenceOf('message.stopped', stopped?.changes ?? [])).toBe(
    'Messages to the client were stopped through their link.',
  );
});

test('after that press, what is essential can still be told and nothing else', async () => {
  const mail = await aSentMessage(office, caseId, SENT);
  await press(mail.stopToken);
  await applyOn(office, ON);
  expect(violationsOf(await sendByHand(office, caseId, 'still-waiting', { on: ON }))).toMatchObject([
    wordsIn('en').messages.bars.stopped,
  ]);
  valueOf(await sendByHand(office, caseId, 'news', { on: ON }));
});

test('in the local mailbox it is there for whoever may know of its case', async () => {
  const { message } = await aSentMessage(office, caseId, SENT);
  const supervisor = office.person('supervisor');
  const restriction = {
    caseId,
    ground: 'other',
    namedIds: [supervisor.userId, office.person('caseworker').userId],
    reason: 'A relative works here.',
  };
  valueOf(await office.run(restrictCase, restrictionInput, restriction, { on: ON, as: supervisor }));
  const known = (as = supervisor) =>
    inOffice(office.app.db, as, localDate(ON), (tx) => listKnownMessages(tx, [message]));
  expect([...(await known())]).toEqual([message]);
  expect([...(await known(office.person('administrator')))]).toEqual([]);
});
