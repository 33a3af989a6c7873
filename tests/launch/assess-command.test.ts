import { constants } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessJson, assessJsonText } from '../../lib/deadlines/assess-json.ts';
import { anyJson } from '../property/assess-api/any-json.ts';
import { validFacts } from '../property/deadlines/facts-arbitrary.ts';
import { listCheck } from '../support/openapi-schemas.ts';

const script = fileURLToPath(new URL('../../scripts/assess.ts', import.meta.url));
const isProblemList = listCheck('Problem');

describe('ten thousand arbitrary values', () => {
  it('get one list of problems from the command, each under its place', () => {
    const values = fc.sample(anyJson, 10_000);
    const run = spawnSync(process.execPath, [script], { input: JSON.stringify(values), maxBuffer: 1e9 });
    expect([run.status, run.stderr.toString()]).toEqual([2, '']);
    const problems = JSON.parse(run.stdout.toString()) as { path: string }[];
    expect(isProblemList(problems)).toBe(true);
    const refused = new Set(problems.map(({ path }) => Number(path.split('.')[0])));
    const flawed = values.flatMap((value, index) => (isRefused(value) ? [index] : []));
    expect([...refused].toSorted((a, b) => a - b)).toEqual(flawed);
  });

  it('are answered by the command though the answer be longer than a text can be', {
    timeout: 120_000,
  }, async () => {
    const longest = fc
      .sample(validFacts, { numRuns: 300, seed: 7 })
      .toSorted((a, b) => lengthOfAnswer(b) - lengthOfAnswer(a))
      .slice(0, 1);
    const times = Math.ceil((constants.MAX_STRING_LENGTH * 1.1) / lengthOfAnswer(longest[0]));
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    child.stdin.end(JSON.stringify(Array.from({ length: times }, () => longest[0])));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    expect(length).toBeGreaterThan(constants.MAX_STRING_LENGTH);
  });
});

function lengthOfAnswer(facts: unknown): number {
  return JSON.stringify(assessJson(facts), null, 2).length;
}

// In a list, an inner list is no case.
function isRefused(value: unknown): boolean {
  return Array.isArray(value) || !assessJsonText(JSON.stringify(value)).ok;
}
