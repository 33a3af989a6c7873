import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { resendTransport } from '../../../lib/mail/resend.ts';
import { aMessage, FROM, KEY } from '../../support/mail.ts';

type Asked = { path: string | undefined; headers: http.IncomingHttpHeaders; body: Record<string, unknown> };
type Answer = (response: http.ServerResponse, request: http.IncomingMessage) => void;

let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server on this machine that answers as Resend would. */
async function fakeResend(answer: Answer) {
  const asked: Asked[] = [];
  server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      asked.push({ path: request.url, headers: request.headers, body: JSON.parse(body) as Asked['body'] });
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = resendTransport({
    apiKey: 're_test_12345678',
    from: FROM,
    baseUrl,
    timeoutMilliseconds: 500,
  });
  return { asked, transport };
}

const json =
  (status: number, body: unknown): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const failure = (statusCode: number, name: string) => json(statusCode, { statusCode, name, message: 'No.' });

describe('Resend', () => {
  test('gets the whole message under its key', async () => {
    const { asked, transport } = await fakeResend(json(200, { id: '49a3999c' }));
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
          'List-Unsubscribe': '<mailto:ines@example.org?subject=ALTO>',
        },
      },
    });
  });

  test.each([
    [429, 'rate_limit_exceeded', true],
    [500, 'internal_server_error', true],
    [503, 'application_error', true],
    [401, 'missing_api_key', true],
    [403, 'invalid_api_key', true],
    [409, 'concurrent_idempotent_requests', true],
    [422, 'validation_error', false],
    [400, 'invalid_idempotency_key', false],
  ])('that answers %i %s may be asked again: %s', async (status, name, isRetryable) => {
    const { transport } = await fakeResend(failure(status, name));
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable,
      reason: `Resend refused the message (${status} ${name}).`,
    });
  });

  test('that has already sent another text under this key has sent the message', async () => {
    const { transport } = await fakeResend(failure(409, 'invalid_idempotent_request'));
    expect(await transport.send(aMessage(), KEY)).toEqual({ outcome: 'accepted', providerMessageId: KEY });
  });

  test.each<[string, Answer]>([
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
    const { transport } = await fakeResend(answer);
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable: true,
      reason: 'Resend could not be reached.',
    });
  });

  test('that answers with something else than JSON may be asked again', async () => {
    const { transport } = await fakeResend((response) => response.writeHead(502).end('<html>Bad gateway'));
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'refused', isRetryable: true });
  });

  test('that is not there may be asked again', async () => {
    const transport = resendTransport({
      apiKey: 're_test_12345678',
      from: FROM,
      baseUrl: 'http://127.0.0.1:9',
    });
    expect(await transport.send(aMessage(), KEY)).toMatchObject({ outcome: 'refused', isRetryable: true });
  });
});
