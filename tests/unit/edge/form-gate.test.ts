import { describe, expect, test } from 'vitest';
import {
  hasUnknownLength,
  judgeArrival,
  judgeBody,
  LARGEST_FORM,
  refusalPage,
} from '../../../lib/edge/form-gate.ts';
import { LARGEST_OFFICIAL_FORM } from '../../../lib/official-forms/rules.ts';
import { LARGEST_CHUNK } from '../../../lib/uploads/rules.ts';

const OWN = 'https://recourse.example.org';

const arrival = (headers: Record<string, string>, { method = 'POST', path = '/cases/1/note' } = {}) => ({
  method,
  path,
  header: (name: string) => headers[name] ?? null,
});
const statusOf = (headers: Record<string, string>, to?: { method?: string; path?: string }) =>
  judgeArrival(arrival({ 'content-length': '100', ...headers }, to), OWN)?.status;

describe('what is sent to a page', () => {
  test('comes in from a page of ours', () => {
    expect(statusOf({ origin: OWN })).toBeUndefined();
    expect(statusOf({ origin: OWN, 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  });

  test.each([
    ['without an Origin', {}],
    ['with an opaque Origin', { origin: 'null' }],
    ['from another site', { origin: 'https://evil.example' }],
    ['from a subdomain', { origin: 'https://a.recourse.example.org' }],
    ['over plain http', { origin: 'http://recourse.example.org' }],
    ['from another port', { origin: 'https://recourse.example.org:8443' }],
    ['from a name that begins like ours', { origin: 'https://recourse.example.org.evil.example' }],
    ['with several Origins', { origin: `${OWN}, https://evil.example` }],
    ['across sites, by the browser’s own word', { origin: OWN, 'sec-fetch-site': 'cross-site' }],
    ['across a site’s names, by the browser’s own word', { origin: OWN, 'sec-fetch-site': 'same-site' }],
    ['with a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ])('is turned away %s', (_, headers) => {
    expect(statusOf(headers)).toBe(403);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE']) expect(statusOf(headers, { method })).toBe(403);
    expect(statusOf(headers, { path: '/api/auth/signout' })).toBe(403);
  });

  test('is only read where it cannot change anything', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(statusOf({}, { method })).toBeUndefined();
  });

  test('may come to the public API from anywhere', () => {
    for (const path of ['/api/v1', '/api/v1/assess', '/api/mail/resend'])
      expect(statusOf({ origin: 'https://evil.example' }, { path })).toBeUndefined();
    expect(statusOf({ origin: 'https://evil.example' }, { path: '/api/v1x' })).toBe(403);
  });

  test('may be a department’s own form of eight megabytes, with what stands around it', () => {
    const statusOfForm = (size: number) =>
      statusOf({ origin: OWN, 'content-length': String(size) }, { path: '/api/official-forms' });
    expect(statusOfForm(LARGEST_OFFICIAL_FORM + 64 * 1024)).toBeUndefined();
    expect(statusOfForm(LARGEST_OFFICIAL_FORM + 64 * 1024 + 1)).toBe(413);
  });

  test('is turned away when it is larger than a form', () => {
    const ofSize = (size: number) => statusOf({ origin: OWN, 'content-length': String(size) });
    expect(ofSize(LARGEST_FORM)).toBeUndefined();
    expect(ofSize(LARGEST_FORM + 1)).toBe(413);
  });

  test('is a part of a file where files come in, of the size that parts have', () => {
    const judged = (size: number, path: string) =>
      judgeArrival(arrival({ origin: OWN, 'content-length': String(size) }, { method: 'PATCH', path }), OWN);
    expect(judged(LARGEST_CHUNK, '/api/uploads/1')).toBeNull();
    expect(judged(LARGEST_CHUNK + 1, '/api/uploads/1')).toMatchObject({
      status: 413,
      message: expect.stringContaining('part of a file'),
    });
    expect(judged(LARGEST_FORM + 1, '/api/uploadsx')).toMatchObject({ status: 413 });
    expect(judged(LARGEST_FORM + 1, '/cases/1/api/uploads')).toMatchObject({ status: 413 });
  });

  test.each(['POST', 'PATCH', 'DELETE'])(
    'a part of a file comes by %s from a page of ours alone',
    (method) => {
      const to = { method, path: '/api/uploads/1' };
      expect(statusOf({ origin: OWN, 'sec-fetch-site': 'same-origin' }, to)).toBeUndefined();
      expect(statusOf({ origin: 'https://evil.example' }, to)).toBe(403);
      expect(statusOf({ origin: OWN, 'sec-fetch-site': 'same-site' }, to)).toBe(403);
      expect(statusOf({}, to)).toBe(403);
    },
  );
});

describe('a body whose length was not announced', () => {
  const chunks = async function* (sizes: number[]) {
    for (const size of sizes) yield new Uint8Array(size);
  };

  test('is read to see how large it is', async () => {
    expect(hasUnknownLength(arrival({}))).toBe(true);
    expect(hasUnknownLength(arrival({ 'content-length': '5' }))).toBe(false);
    expect(hasUnknownLength(arrival({}, { method: 'GET' }))).toBe(false);
    const form = arrival({});
    expect(await judgeBody(form, null)).toBeNull();
    expect(await judgeBody(form, chunks([LARGEST_FORM - 1, 1]))).toBeNull();
    expect(await judgeBody(form, chunks([LARGEST_FORM, 1]))).toMatchObject({ status: 413 });
    const part = arrival({}, { path: '/api/uploads/1' });
    expect(await judgeBody(part, chunks([LARGEST_CHUNK - 1, 1]))).toBeNull();
    expect(await judgeBody(part, chunks([LARGEST_CHUNK, 1]))).toMatchObject({ status: 413 });
  });

  test('is not read any further than a form may go', async () => {
    let read = 0;
    const endless = async function* () {
      for (;;) {
        read += 1;
        yield new Uint8Array(1024);
      }
    };
    expect(await judgeBody(arrival({}), endless())).toMatchObject({ status: 413 });
    expect(read).toBe(LARGEST_FORM / 1024 + 1);
  });
});

test('a browser without a script is told what happened and how to go on', () => {
  const refused = judgeArrival(arrival({}), OWN);
  if (!refused) throw new Error('expected a refusal');
  const page = refusalPage(refused);
  expect(page).toContain('another address than Recourse’s own');
  expect(page).toContain('back button');
  expect(page).not.toMatch(/<script/);
});
