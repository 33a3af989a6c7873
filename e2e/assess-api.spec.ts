import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const endpoint = '/api/v1/assess';
const facts = {
  asOf: '2026-06-15',
  coverage: { program: 'commercial', regulator: 'DMHC' },
  grievance: { receivedOn: '2026-05-01' },
};

test('facts are answered without signing in, for pages of any origin', async ({ request }) => {
  const response = await request.post(endpoint, {
    data: facts,
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(response.status()).toBe(200);
  expect(response.headers()['access-control-allow-origin']).toBe('*');
  expect(response.headers()['cache-control']).toContain('no-store');
  expect(response.headers()['set-cookie']).toBeUndefined();
  expect(await response.json()).toMatchObject({
    imr: { fileBy: '2026-11-30', openedBy: 'ca.imr.open.silence' },
  });
});

test('the golden cases are answered in one request', async ({ request }) => {
  const file = path.join(import.meta.dirname, '../tests/golden/golden.json');
  const golden = JSON.parse(await readFile(file, 'utf8')) as { facts: unknown }[];
  const response = await request.post(endpoint, { data: golden.map((each) => each.facts) });
  expect(response.status()).toBe(200);
  expect(await response.json()).toHaveLength(golden.length);
});

test('what cannot be answered is refused as a problem', async ({ request }) => {
  const flawed = await request.post(endpoint, { data: [facts, { ...facts, asOf: 'now' }] });
  expect(flawed.status()).toBe(422);
  expect(flawed.headers()['content-type']).toBe('application/problem+json');
  expect(await flawed.json()).toEqual([{ path: '1.asOf', message: expect.stringContaining('.') }]);

  const read = await request.get(endpoint);
  expect([read.status(), read.headers()['allow']]).toEqual([405, 'POST, OPTIONS']);
  const form = await request.post(endpoint, { form: { asOf: '2026-06-15' } });
  expect(form.status()).toBe(415);
  const large = await request.post(endpoint, {
    data: Buffer.alloc(2 * 1024 * 1024 + 1, 32),
    headers: { 'content-type': 'application/json' },
  });
  expect(large.status()).toBe(413);
  for (const refused of [read, form, large]) {
    expect(refused.headers()['content-type']).toBe('application/problem+json');
    expect(await refused.json()).toMatchObject({ status: refused.status() });
  }
});

test('a browser may ask first whether it may post', async ({ request }) => {
  const response = await request.fetch(endpoint, { method: 'OPTIONS' });
  expect(response.status()).toBe(204);
  expect(response.headers()['access-control-allow-headers']).toBe('content-type');
});

test('the contract is published', async ({ request }) => {
  const response = await request.get('/api/v1/openapi.json');
  expect(await response.json()).toMatchObject({
    openapi: '3.1.0',
    paths: { [endpoint]: { post: { operationId: 'assess' } } },
  });
});

test('an unknown address and a method that is not there are problems too', async ({ request }) => {
  for (const address of ['/api/v1', '/api/v1/nothing', `${endpoint}/1`]) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const response = await request.fetch(address, { method });
      expect([address, method, response.status()]).toEqual([address, method, 404]);
      expect(response.headers()['content-type']).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ status: 404, title: 'Not Found' });
    }
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const response = await request.fetch('/api/v1/openapi.json', { method });
    expect([response.status(), response.headers()['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(response.headers()['content-type']).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 405 });
  }
});
