import { describe, expect, it, vi } from 'vitest';
import {
  answerAssessment,
  answerOtherMethod,
  answerPreflight,
  bodyLimit,
  bytesPerPoint,
  mostProblems,
} from '../../../lib/assess-api/answer-assessment.ts';
import { createAssessedCount } from '../../../lib/assess-api/assessed-count.ts';
import { createAllowance } from '../../../lib/assess-api/request-allowance.ts';
import { assessJson } from '../../../lib/deadlines/assess-json.ts';
import { createLogger } from '../../../lib/log.ts';
import { schemaCheck } from '../../support/openapi-schemas.ts';

const facts = {
  asOf: '2026-06-10',
  coverage: { program: 'commercial', regulator: 'DMHC' },
  denial: { letterDate: '2026-04-14' },
  grievance: { receivedOn: '2026-05-01' },
};
const isProblemDetails = schemaCheck('ProblemDetails');

describe('POST /api/v1/assess', () => {
  it('answers one case with its assessment, for any page and no cache', async () => {
    const { post } = anEndpoint();
    const response = await post(JSON.stringify(facts));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    const assessed = assessJson(facts);
    expect(await response.json()).toEqual(assessed.ok ? assessed.body : null);
  });

  it('answers a list with a list, also of none', async () => {
    const { post } = anEndpoint();
    expect(await (await post(JSON.stringify([facts, facts]))).json()).toHaveLength(2);
    expect(await (await post('[]')).json()).toEqual([]);
  });

  it('answers flawed facts with 422 and the list of problems itself', async () => {
    const { post } = anEndpoint();
    const response = await post(JSON.stringify([facts, { ...facts, asOf: 'now' }]));
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual([{ path: '1.asOf', message: expect.any(String) as string }]);
  });

  it.each([
    ['', 422],
    ['{', 422],
    ['"text"', 422],
    ['\u0000', 422],
  ])('finds no JSON facts in %j', async (body, status) => {
    const response = await anEndpoint().post(body);
    expect([response.status, await response.json()]).toEqual([
      status,
      [{ path: '', message: expect.any(String) as string }],
    ]);
  });

  it('reads what is no UTF-8 as a flaw of the JSON', async () => {
    const response = await anEndpoint().post(new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(response.status).toBe(422);
  });

  it('accepts JSON in UTF-8 alone', async () => {
    const { post } = anEndpoint();
    const status = async (headers: Record<string, string>) =>
      (await post(JSON.stringify(facts), headers)).status;
    expect(await status({ 'content-type': 'application/json; charset=UTF-8' })).toBe(200);
    expect(await status({ 'content-type': 'application/json;charset="utf-8"' })).toBe(200);
    expect(await status({ 'content-type': 'application/json; charset=latin1' })).toBe(415);
    expect(await status({ 'content-type': 'text/plain' })).toBe(415);
    expect(await status({ 'content-type': 'application/json', 'content-encoding': 'gzip' })).toBe(415);
    const refused = await post(JSON.stringify(facts), { 'content-type': 'text/plain' });
    await expectProblem(refused, 415);
  });

  it('cuts a body off at its limit, whatever its length says', async () => {
    const { post } = anEndpoint();
    const just = JSON.stringify(facts).padEnd(bodyLimit, ' ');
    expect((await post(just)).status).toBe(200);
    await expectProblem(await post(`${just} `), 413);

    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    await expectProblem(await post(endless), 413);
    expect(pulled).toBeLessThan(bodyLimit / 65_536 + 4);
  });

  it('says so when the body ends early', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error('socket hang up')),
    });
    const response = await anEndpoint().post(broken);
    expect(response.ok).toBe(false);
    await expectProblem(response, 400);
  });

  it('does not answer flaws with many times their size', async () => {
    const response = await anEndpoint().post(
      JSON.stringify(Array.from({ length: mostProblems + 5 }, () => 1)),
    );
    expect(await response.json()).toHaveLength(mostProblems);
  });

  it('counts cases, and writes down nothing else', async () => {
    vi.useFakeTimers();
    const { post, logged } = anEndpoint();
    await post(JSON.stringify(facts));
    await post(JSON.stringify([facts, facts]));
    await post('{"asOf":"2026-06-10"}');
    expect(logged()).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(logged()).toMatchObject([{ part: 'assess', assessed: 3, msg: 'assessed 3' }]);
    expect(Object.keys(logged()[0] ?? {}).toSorted()).toEqual(['assessed', 'level', 'msg', 'part', 'time']);
    vi.advanceTimersByTime(120_000);
    expect(logged()).toHaveLength(1);
    vi.useRealTimers();
  });

  it('lets one address ask so often and no more, and says when to come back', async () => {
    const { post } = anEndpoint({ perAddress: 3, together: 100 });
    const from = (address: string) => post('[]', { 'x-address': address });
    expect([await from('a'), await from('a'), await from('a')].map(({ status }) => status)).toEqual([
      200, 200, 200,
    ]);
    const refused = await from('a');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    await expectProblem(refused, 429);
    expect((await from('b')).status).toBe(200);
  });

  it('charges a large body more, and stops a crowd of addresses', async () => {
    const large = anEndpoint({ perAddress: 3, together: 100 });
    await expectProblem(await large.post('[]'.padEnd(bytesPerPoint * 3, ' ')), 429);
    const crowd = anEndpoint({ perAddress: 3, together: 4 });
    const statuses: number[] = [];
    for (const address of 'abcdef') statuses.push((await crowd.post('[]', { 'x-address': address })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });
});

describe('other methods', () => {
  it('are refused with what is allowed', async () => {
    const response = answerOtherMethod();
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    await expectProblem(response, 405);
  });

  it('but a browser may ask first', () => {
    const { status, headers } = answerPreflight();
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
  });
});

async function expectProblem(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body: unknown = await response.json();
  expect(body).toMatchObject({ status });
  isProblemDetails(body);
  expect(isProblemDetails.errors).toBeNull();
}

function anEndpoint(points = { perAddress: 1_000, together: 1_000 }) {
  const lines: string[] = [];
  const log = createLogger('assess', 'info', { write: (line) => lines.push(line) });
  const shared = {
    allowance: createAllowance(points),
    count: createAssessedCount(log, 60_000),
    addressOf: ({ headers }: Request) => headers.get('x-address') ?? 'somewhere',
  };
  return {
    logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    post: (body: BodyInit, headers: Record<string, string> = {}) =>
      answerAssessment(
        new Request('http://localhost/api/v1/assess', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
          ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
        } as RequestInit),
        shared,
      ),
  };
}
