import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bulkMessageInput } from '../../../lib/client-messages/input.ts';
import { messageClients } from '../../../lib/client-messages/message-clients.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { consented, messagesOf, sendByHand } from '../../support/by-hand.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const ON = '2026-03-04';
const { bars } = wordsIn('en').messages;

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  return () => office.close();
});

const send = (caseIds: readonly string[], as = office.person('caseworker')) =>
  office.run(messageClients, bulkMessageInput, { caseIds, kind: 'call-us', from: '/cases' }, { on: ON, as });

test('a message to several clients goes to all who can be sent it, and names the others with the reason', async () => {
  const told = await consented(office);
  const silent = await office.openCase({ on: ON, name: 'Zoe Silent' });
  const before = (await office.read(silent, ON))?.version;
  const sent = valueOf(await send([silent, told, told]));
  expect(sent.sentTo.map(({ caseId }) => caseId)).toEqual([told]);
  expect(sent.unsent).toEqual([
    { caseId: silent, clientName: 'Zoe Silent', because: bars['no-consent'].message },
  ]);
  expect(await messagesOf(office, told)).toMatchObject([{ kind: 'call-us', state: 'planned' }]);
  expect(await messagesOf(office, silent)).toEqual([]);
  expect((await office.read(silent, ON))?.version).toBe(before);
});

test('a message about several cases goes to one address once', async () => {
  const caseIds = [await consented(office), await consented(office)];
  const sent = valueOf(await send(caseIds));
  expect(sent.sentTo).toHaveLength(1);
  expect(sent.unsent).toMatchObject([{ because: bars['same-today'].message }]);
});

test('a message that none of them can be sent is refused with every reason', async () => {
  const silent = await office.openCase({ on: ON });
  const twice = await consented(office);
  valueOf(await sendByHand(office, twice, 'call-us', { on: ON }));
  const [violation] = violationsOf(await send([silent, twice]));
  expect(violation?.message).toContain(bars['no-consent'].message);
  expect(violation?.message).toContain(bars['same-today'].message);
});

test('a message to a case of another office goes to nobody', async () => {
  const other = await openTestOffice(database);
  const theirs = await consented(other);
  const ours = await consented(office);
  expect(await send([ours, theirs])).toMatchObject({ because: 'not-found' });
  expect(await messagesOf(office, ours)).toEqual([]);
  await other.close();
});
