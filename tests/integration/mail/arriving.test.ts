import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { resendTransport } from '../../../lib/mail/resend.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { type FakeResend, type Fault, startFakeResend } from '../../support/fake-resend.ts';
import { FROM } from '../../support/mail.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { ledgerOf, sweep } from '../../support/outbox.ts';
import { bounce } from '../../support/resend-webhook.ts';
import { applyOn, tell } from '../../support/told-mail.ts';

/** Reminders on their whole way: the real sweep, the real SDK, a provider that fails as told, and what it tells afterwards. */

let database: TestDatabase;
let office: TestOffice;
let provider: FakeResend;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  provider = await startFakeResend({ retryAfterSeconds: 1_800, slowMilliseconds: 400 });
});
afterEach(async () => {
  await provider.stop();
  await office.close();
});

/** The morning on which each case's owner hears that its acknowledgment is due in three days. */
const DAY = '2026-02-04';
const at = (time: string) => `${DAY}T${time}:00-08:00`;
const cases = async (count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1)
    ids.push(await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office));
  return ids;
};

/** One run of the worker, which gives up a call after one try of 300 milliseconds. */
const sweepAt = (time: string) =>
  sweep(office, at(time), {
    sent: [],
    transport: resendTransport({
      apiKey: 're_test_12345678',
      from: FROM,
      baseUrl: provider.url,
      patience: { mostTries: 1, tryMilliseconds: 300, clock: () => new Date(at(time)) },
    }),
  });
const rowsOf = async (ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => ledgerOf(office, id)))).flat();
const statesOf = async (ids: readonly string[]) => (await rowsOf(ids)).map(({ state }) => state);

describe.each([
  ['one message', 1],
  ['a batch of four', 4],
])('%s', (_, count) => {
  test.each<Fault>(['drop-before', 'drop-after', 'error-before', 'error-after', 'slow'])(
    'that meets %s is tried again and sent once',
    async (fault) => {
      const ids = await cases(count);
      provider.failNext(fault);
      expect(await sweepAt('09:00')).toMatchObject({ sent: 0, failed: count, errors: 0 });
      expect(new Set(await statesOf(ids))).toEqual(new Set(['failed']));
      await expect.poll(() => provider.sent().length).toBe(fault.endsWith('before') ? 0 : count);
      expect(await sweepAt('09:01')).toMatchObject({ sent: 0 });
      expect(await sweepAt('09:05')).toMatchObject({ sent: count, failed: 0, errors: 0 });
      expect([provider.sent().length, provider.duplicates().size]).toEqual([count, 0]);
      expect(await statesOf(ids)).toEqual(Array.from({ length: count }, () => 'sent'));
    },
  );

  test('refused for too many requests waits as long as the provider asks', async () => {
    const ids = await cases(count);
    provider.failNext('rate-limit');
    await sweepAt('09:00');
    expect(await statesOf(ids)).toEqual(Array.from({ length: count }, () => 'failed'));
    await sweepAt('09:20');
    expect(provider.asked()).toHaveLength(1);
    await sweepAt('09:31');
    expect([provider.sent().length, provider.duplicates().size]).toEqual([count, 0]);
  });
});

test('a message that went by itself goes by itself again, though others have come due meanwhile', async () => {
  const [first] = await cases(1);
  provider.failNext('drop-after');
  await sweepAt('09:00');
  await cases(3);
  expect(await sweepAt('09:05')).toMatchObject({ sent: 4, failed: 0 });
  expect([provider.sent().length, provider.duplicates().size]).toEqual([4, 0]);
  expect(await statesOf([first ?? ''])).toEqual(['sent']);
});

test('a batch whose answer was lost goes as the same batch again, and what came due since by itself', async () => {
  const ids = await cases(3);
  provider.failNext('drop-after');
  await sweepAt('09:00');
  const later = await cases(2);
  expect(await sweepAt('09:05')).toMatchObject({ sent: 5, failed: 0 });
  expect([provider.sent().length, provider.duplicates().size]).toEqual([5, 0]);
  expect(new Set(await statesOf([...ids, ...later]))).toEqual(new Set(['sent']));
});

test('what the provider tells of a message finds its row by the tags the message went with', async () => {
  const [caseId = ''] = await cases(1);
  await sweepAt('09:00');
  const [mail] = provider.sent();
  if (!mail) throw new Error('nothing was sent');
  const told = { ...mail, stopToken: '' };
  await tell(office, '2026-02-05', told, 'email.delivered');
  await tell(office, '2026-02-05', told, 'email.bounced', bounce('Transient'));
  expect(await applyOn(office, '2026-02-05')).toEqual({ applied: 2, ignored: 0, errors: 0 });
  const [row] = await ledgerOf(office, caseId);
  expect(row).toMatchObject({ id: mail.message, providerMessageId: mail.id, state: 'sent' });
  expect([row?.deliveredAt, row?.bouncedAt]).toEqual([expect.any(Date), expect.any(Date)]);
});

test('a colleague whose address bounced is passed over from then on', async () => {
  const [caseId = ''] = await cases(1);
  await sweepAt('09:00');
  const [mail] = provider.sent();
  if (!mail) throw new Error('nothing was sent');
  await tell(office, DAY, { ...mail, stopToken: '' }, 'email.bounced', bounce('Permanent'));
  await applyOn(office, DAY);
  await cases(1);
  await sweepAt('10:00');
  expect(
    provider
      .sent()
      .slice(1)
      .map(({ to }) => to),
  ).toEqual([office.emailOf('supervisor')]);
  expect((await ledgerOf(office, caseId))[0]?.bouncedAt).toBeInstanceOf(Date);
});
