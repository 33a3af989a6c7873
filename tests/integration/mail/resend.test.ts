import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { PATIENCE } from '../../../lib/mail/patience.ts';
import { resendTransport } from '../../../lib/mail/resend.ts';
import { type Fault, startFakeResend } from '../../support/fake-resend.ts';
import { aMessage, FROM, KEY, OFFICE_ID } from '../../support/mail.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The real SDK against that address; its pauses take no time and are kept. */
function transportTo(baseUrl: string, more: { mostTries?: number; tryMilliseconds?: number } = {}) {
  const pauses: number[] = [];
  let passed = 0;
  const transport = resendTransport({
    apiKey: 're_test_12345678',
    from: FROM,
    baseUrl,
    patience: {
      ...PATIENCE,
      tryMilliseconds: 500,
      clock: () => new Date(Date.UTC(2026, 10, 21, 17) + passed),
      sleep: (milliseconds) => {
        pauses.push(milliseconds);
        passed += milliseconds;
        return Promise.resolve();
      },
      ...more,
    },
  });
  return { transport, pauses };
}

async function fakeResend(options: Parameters<typeof startFakeResend>[0] = {}) {
  const provider = await startFakeResend(options);
  closing.push(provider.stop);
  return { provider, ...transportTo(provider.url) };
}

type Answering = (response: http.ServerResponse, request: http.IncomingMessage) => void;

/** A server that gives every request the same answer, however odd. */
async function oddProvider(answer: Answering, mostTries = 1) {
  const asked: { path: string | undefined; headers: http.IncomingHttpHeaders; body: unknown }[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push({ path: request.url, headers: request.headers, body: JSON.parse(body) });
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, ...transportTo(url, { mostTries }) };
}

const failing =
  (statusCode: number, name: string, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response
      .writeHead(statusCode, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ statusCode, name, message: 'No.' }));
  };

const parcels = (count: number, to = (index: number) => `client-${index}@example.org`) =>
  Array.from({ length: count }, (_, index) => ({
    message: aMessage({ to: to(index), subject: `Subject ${index}` }),
    key: randomUUID(),
  }));

describe('Resend', () => {
  test('gets the whole message under its key, with tags that lead back to it', async () => {
    const { asked, transport } = await oddProvider((response) => response.end('{"id":"49a3999c"}'));
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'accepted',
      providerMessageId: '49a3999c',
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: '/emails',
      headers: { 'idempotency-key': KEY, authorization: 'Bearer re_test_12345678' },
      body: {
        from: FROM,
        to: 'rosario@example.org',
        reply_to: 'ines@example.org',
        subject: 'Un recordatorio',
        text: aMessage().text,
        html: aMessage().html,
        headers: {
          'Content-Language': 'es',
          'List-Unsubscribe': `<https://recourse.example.org/api/mail/stop/${OFFICE_ID}/${KEY}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        tags: [
          { name: 'office', value: OFFICE_ID },
          { name: 'message', value: KEY },
        ],
      },
    });
  });

  test('gets no file, whether the message goes by itself or with others', async () => {
    const { asked, transport } = await oddProvider((response) => response.end('{"id":"49a3999c","data":[]}'));
    await transport.send(aMessage(), KEY);
    await transport.sendBatch?.(parcels(1), randomUUID());
    const fields = asked.flatMap(({ body }) => [body].flat()).map((mail) => Object.keys(mail as object));
    expect(fields).toHaveLength(2);
    const whole = ['from', 'headers', 'html', 'reply_to', 'subject', 'tags', 'text', 'to'];
    for (const each of fields) expect(each.toSorted()).toEqual(whole);
  });

  test('is given no way to stop what nobody may stop', async () => {
    const { provider, transport } = await fakeResend();
    await transport.send(aMessage({ unsubscribeAt: null }), KEY);
    expect(Object.keys(provider.sent()[0]?.headers ?? {})).toEqual(['Content-Language', 'Auto-Submitted']);
  });

  test.each([
    [429, 'rate_limit_exceeded', true],
    [429, 'daily_quota_exceeded', true],
    [500, 'internal_server_error', true],
    [503, 'application_error', true],
    [401, 'missing_api_key', true],
    [403, 'invalid_api_key', true],
    [409, 'concurrent_idempotent_requests', true],
    [422, 'validation_error', false],
    [400, 'invalid_idempotency_key', false],
  ])('that answers %i %s may be asked again: %s', async (status, name, isRetryable) => {
    const { transport } = await oddProvider(failing(status, name));
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable,
      reason: `Resend refused the message (${status} ${name}).`,
    });
  });

  test('that has already sent another text under this key has sent the message', async () => {
    const { provider, transport } = await fakeResend();
    await transport.send(aMessage({ text: 'In 6 days.' }), KEY);
    expect(await transport.send(aMessage({ text: 'In 5 days.' }), KEY)).toEqual({
      outcome: 'accepted',
      providerMessageId: KEY,
    });
    expect(provider.sent().map(({ text }) => text)).toEqual(['In 6 days.']);
  });

  test.each<[string, Answering]>([
    ['drops the connection', (_, request) => request.socket.destroy()],
    ['never answers', () => undefined],
    [
      'breaks off in the middle of its answer',
      (response, request) => {
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
          .write('{"id":');
        request.socket.destroySoon();
      },
    ],
  ])('that %s may be asked again', async (_, answer) => {
    const { transport } = await oddProvider(answer);
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable: true,
      reason: 'Resend could not be reached.',
    });
  });

  test('that answers with something else than JSON may be asked again', async () => {
    const { transport } = await oddProvider((response) => response.writeHead(502).end('<html>Bad gateway'));
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'refused', isRetryable: true });
  });

  test('that is not there may be asked again', async () => {
    const { transport } = transportTo('http://127.0.0.1:9');
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'refused', isRetryable: true });
  });
});

describe('a message to Resend', () => {
  test.each<[Fault, number]>([
    ['drop-before', 1],
    ['drop-after', 1],
    ['error-before', 1],
    ['error-after', 1],
    ['rate-limit', 1],
  ])('arrives once through a try that ends in %s', async (fault, expected) => {
    const { provider, transport, pauses } = await fakeResend();
    provider.failNext(fault, null);
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'accepted' });
    expect(provider.sent()).toHaveLength(expected);
    expect(provider.asked()).toHaveLength(2);
    expect(pauses).toEqual([fault === 'rate-limit' ? 1_000 : 500]);
  });

  test('arrives once although its answer takes too long', async () => {
    const { provider, transport } = await fakeResend({ slowMilliseconds: 700 });
    provider.failNext('slow');
    const delivery = await transport.send(aMessage(), KEY);
    expect(delivery).toMatchObject({ outcome: 'refused', isRetryable: true });
    await expect.poll(() => provider.sent().length).toBe(1);
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'accepted' });
    expect(provider.sent()).toHaveLength(1);
  });

  test('is given back with the hour the provider named, where that is more than a moment away', async () => {
    const { provider, transport, pauses } = await fakeResend({ retryAfterSeconds: 90 });
    provider.failNext('rate-limit');
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable: true,
      reason: 'Resend refused the message (429 rate_limit_exceeded).',
      retryAt: new Date('2026-11-21T17:01:30Z'),
    });
    expect([provider.asked().length, pauses.length]).toEqual([1, 0]);
  });

  test.each(['daily_quota_exceeded', 'validation_error'])(
    'is not pressed upon a provider that says %s',
    async (name) => {
      const { asked, transport } = await oddProvider(
        failing(name === 'validation_error' ? 422 : 429, name),
        3,
      );
      await transport.send(aMessage(), KEY);
      expect(asked).toHaveLength(1);
    },
  );

  test('is tried three times and no more', async () => {
    const { provider, transport } = await fakeResend({ faults: { 'error-before': 1 } });
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'refused', isRetryable: true });
    expect(provider.asked()).toHaveLength(3);
  });
});

describe('a batch to Resend', () => {
  test('is one request, and each message learns its own number', async () => {
    const { provider, transport } = await fakeResend();
    const batch = parcels(100);
    const deliveries = await transport.sendBatch?.(batch, KEY);
    expect(provider.asked()).toEqual([{ path: '/emails/batch', key: KEY, fault: null }]);
    expect(deliveries).toEqual(
      provider.sent().map(({ id }) => ({ outcome: 'accepted', providerMessageId: id })),
    );
    expect(provider.sent().map(({ message }) => message)).toEqual(batch.map(({ key }) => key));
    expect(transport.largestBatch).toBe(100);
  });

  test.each<Fault>(['drop-after', 'error-after', 'drop-before'])(
    'that ends in %s sends each message once, in the same call and in the next',
    async (fault) => {
      const { provider, transport } = await fakeResend();
      const batch = parcels(20);
      provider.failNext(fault, fault, fault);
      const first = await transport.sendBatch?.(batch, KEY);
      expect(new Set(first?.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
      const second = await transport.sendBatch?.(batch, KEY);
      expect(second?.every(({ outcome }) => outcome === 'accepted')).toBe(true);
      expect([provider.sent().length, provider.duplicates().size]).toEqual([20, 0]);
    },
  );

  test('whose first request got through is sent, though a text has changed since', async () => {
    const { provider, transport } = await fakeResend();
    const batch = parcels(2);
    provider.failNext('drop-after', 'drop-after', 'drop-after');
    await transport.sendBatch?.(batch, KEY);
    const aDayLater = batch.map(({ key, message }) => ({ key, message: { ...message, text: 'In 5 days.' } }));
    expect(await transport.sendBatch?.(aDayLater, KEY)).toEqual(
      batch.map(({ key }) => ({ outcome: 'accepted', providerMessageId: key })),
    );
    expect(provider.sent()).toHaveLength(2);
  });

  test('with one address that is refused sends the ninety-nine others', async () => {
    const { provider, transport } = await fakeResend();
    const batch = parcels(100, (index) => (index === 41 ? 'nobody' : `client-${index}@example.org`));
    const deliveries = (await transport.sendBatch?.(batch, KEY)) ?? [];
    expect(deliveries[41]).toEqual({
      outcome: 'refused',
      isRetryable: false,
      reason: 'Resend refused the message (422 validation_error).',
      goesAlone: true,
    });
    expect(deliveries.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(99);
    expect([provider.sent().length, provider.duplicates().size]).toEqual([99, 0]);
  });

  test('taken apart stops asking once the provider is out of order', async () => {
    const { provider, transport } = await fakeResend();
    const batch = parcels(5, (index) => (index === 0 ? 'nobody' : `client-${index}@example.org`));
    provider.failNext(null, null, 'error-before', 'error-before', 'error-before');
    const deliveries = (await transport.sendBatch?.(batch, KEY)) ?? [];
    expect(deliveries.map((each) => each.outcome === 'refused' && each.isRetryable)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(deliveries.every((each) => each.outcome === 'refused' && each.goesAlone)).toBe(true);
    expect(provider.asked()).toHaveLength(5);
  });
});

test('two hundred messages through a provider at its worst are all sent once', async () => {
  const { provider, transport } = await fakeResend({
    seed: 7,
    faults: {
      'drop-before': 0.1,
      'drop-after': 0.1,
      'rate-limit': 0.1,
      'error-before': 0.1,
      'error-after': 0.1,
    },
  });
  for (const { message, key } of parcels(200)) {
    for (let run = 1; run <= 8; run += 1)
      if ((await transport.send(message, key)).outcome === 'accepted') break;
  }
  const faulty = provider.asked().filter(({ fault }) => fault !== null);
  expect([provider.sent().length, provider.duplicates().size]).toEqual([200, 0]);
  expect(faulty.length).toBeGreaterThan(100);
});
