import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../../../lib/log.ts';
import { answerWebhook } from '../../../lib/mail-events/answer-webhook.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { bounce, signedRequest, WEBHOOK_SECRET, webhookOf } from '../../support/resend-webhook.ts';

const ENDPOINT = 'https://recourse.example.org/api/mail/resend';
const MESSAGE = 'c6a7b9de-8f5a-4a53-b2a4-0d2f9c1e7b10';

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let said: string;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  said = '';
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  return async () => {
    await office.close();
    await neighbor.close();
  };
});

const answered = async (request: Request, secret: string | undefined = WEBHOOK_SECRET) => {
  const log = createLogger('test', 'info', {
    write: (line) => {
      said += line;
    },
  });
  const now = new Date('2026-02-04T17:00:00Z');
  const answer = await answerWebhook(request, { db: office.app.db, secret, now, log });
  return { status: answer.status, body: await answer.text() };
};
const mail = (of = office) => ({
  id: 'x',
  message: MESSAGE,
  office: of.officeId,
  to: 'ana@example.org',
  subject: 'A reminder',
});
const delivered = (of?: TestOffice) =>
  webhookOf(mail(of), 'email.delivered', { happenedAt: new Date('2026-02-04T16:59:00Z') });
const stored = async () =>
  (
    await office.owner.pool.query<Record<string, unknown>>(
      'select office_id, event, message_id, address, detail, happened_at, applied_at from mail_events where office_id = any ($1) order by received_at, id',
      [[office.officeId, neighbor.officeId]],
    )
  ).rows;

describe('a webhook of Resend', () => {
  test('is taken down for the office its mail belongs to, and answered with nothing', async () => {
    expect(await answered(signedRequest(ENDPOINT, delivered()))).toEqual({ status: 200, body: '' });
    expect(await stored()).toEqual([
      {
        office_id: office.officeId,
        event: 'delivered',
        message_id: MESSAGE,
        address: 'ana@example.org',
        detail: '',
        happened_at: new Date('2026-02-04T16:59:00Z'),
        applied_at: null,
      },
    ]);
  });

  test('that comes again is taken down once, three at the same moment too', async () => {
    const id = `msg_${randomUUID()}`;
    const again = () => answered(signedRequest(ENDPOINT, delivered(), { id }));
    expect((await again()).status).toBe(200);
    const statuses = (await Promise.all([again(), again(), again()])).map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);
    expect(await stored()).toHaveLength(1);
  });

  test('of another number tells something else', async () => {
    await answered(signedRequest(ENDPOINT, delivered()));
    await answered(signedRequest(ENDPOINT, webhookOf(mail(), 'email.bounced', bounce('Permanent'))));
    expect((await stored()).map(({ event, detail }) => [event, detail])).toEqual(
      expect.arrayContaining([
        ['delivered', ''],
        ['bounced', 'for-good'],
      ]),
    );
  });

  test('goes to its own office alone', async () => {
    await answered(signedRequest(ENDPOINT, delivered(neighbor)));
    expect((await stored()).map(({ office_id }) => office_id)).toEqual([neighbor.officeId]);
  });

  test.each<[string, () => Request]>([
    [
      'signed with another secret',
      () =>
        signedRequest(ENDPOINT, delivered(), {
          secret: `whsec_${Buffer.from('quite another secret!').toString('base64')}`,
        }),
    ],
    [
      'of six minutes ago',
      () => signedRequest(ENDPOINT, delivered(), { at: new Date(Date.now() - 6 * 60_000) }),
    ],
    ['of the future', () => signedRequest(ENDPOINT, delivered(), { at: new Date(Date.now() + 6 * 60_000) })],
    [
      'without a signature',
      () => new Request(ENDPOINT, { method: 'POST', body: JSON.stringify(delivered()) }),
    ],
    [
      'whose text was changed on the way',
      () => {
        const { headers } = signedRequest(ENDPOINT, delivered());
        return new Request(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(delivered(neighbor)) });
      },
    ],
    [
      'under another number than it was signed with',
      () => {
        const request = signedRequest(ENDPOINT, delivered());
        request.headers.set('svix-id', 'msg_other');
        return request;
      },
    ],
    ['that is no JSON', () => new Request(ENDPOINT, { method: 'POST', body: '<html>' })],
  ])('%s is refused without a reason', async (_, request) => {
    expect(await answered(request())).toEqual({ status: 401, body: '' });
    expect(await stored()).toEqual([]);
  });

  test('of a kind that changes nothing, or about mail that is not ours, is answered and forgotten', async () => {
    const others = [
      webhookOf(mail(), 'email.opened'),
      webhookOf(mail(), 'email.delivered', { tags: {} }),
      { type: 'domain.created', created_at: '', data: {} },
      webhookOf({ ...mail(), office: randomUUID() }, 'email.delivered'),
    ];
    for (const other of others) expect((await answered(signedRequest(ENDPOINT, other))).status).toBe(200);
    expect(await stored()).toEqual([]);
  });

  test('of endless length is not read to its end', async () => {
    const long = { ...delivered(), padding: 'x'.repeat(300 * 1024) };
    expect((await answered(signedRequest(ENDPOINT, long))).status).toBe(413);
  });

  test('finds nobody where no secret is set', async () => {
    const log = createLogger('test', 'silent');
    const context = { db: office.app.db, secret: undefined, now: new Date('2026-02-04T17:00:00Z'), log };
    expect((await answerWebhook(signedRequest(ENDPOINT, delivered()), context)).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  test('leaves no address in the log, refused or taken', async () => {
    await answered(signedRequest(ENDPOINT, webhookOf(mail(), 'email.bounced', bounce('Permanent'))));
    await answered(new Request(ENDPOINT, { method: 'POST', body: JSON.stringify(delivered()) }));
    expect(said).toContain('refused');
    expect(said).not.toMatch(/ana@|rosario@|A reminder/);
  });
});
