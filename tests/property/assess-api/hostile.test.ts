import { constants } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAssessment } from '../../../lib/assess-api/answer-assessment.ts';
import { createAssessedCount } from '../../../lib/assess-api/assessed-count.ts';
import { factDescriptions } from '../../../lib/assess-api/fact-descriptions.ts';
import { assessJson, assessJsonText } from '../../../lib/deadlines/assess-json.ts';
import { createLogger } from '../../../lib/log.ts';
import { listCheck, schemaCheck } from '../../support/openapi-schemas.ts';
import { validFacts } from '../deadlines/facts-arbitrary.ts';

const script = fileURLToPath(new URL('../../../scripts/assess.ts', import.meta.url));
const isFacts = schemaCheck('Facts');
const isAssessment = schemaCheck('Assessment');
const isAssessmentList = listCheck('Assessment');
const isProblemList = listCheck('Problem');

const paths = Object.keys(factDescriptions);
const keys = [
  ...new Set(paths.flatMap((path) => path.split('.'))),
  '__proto__',
  'constructor',
  'toString',
  '',
];
const temptingText = fc.constantFrom(
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '2026-03-08T02:30:00-08:00',
  '2026-06-10T24:00Z',
  'DMHC',
  'commercial',
  'medicare-medi-cal',
  'upheld',
  'experimental',
  '2026-06-10',
  '',
  ' ',
  '\ud800',
  '１２３',
);
const anyLeaf = fc.oneof(fc.jsonValue({ maxDepth: 2 }), temptingText, fc.constantFrom(null, 1e308, -0, true));

/** Objects that look like facts as far as their keys go. */
const lookalike = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(
    anyLeaf,
    fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(anyLeaf, fc.dictionary(fc.constantFrom(...keys), anyLeaf)),
    ),
  ),
);

/** A case without a flaw, but for one field. */
const almostValid = fc
  .tuple(validFacts, fc.constantFrom(...paths), anyLeaf)
  .map(([facts, path, value]) => replaced(facts, path.split('.'), value));

const anyJson = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue() },
  { weight: 3, arbitrary: lookalike },
  { weight: 4, arbitrary: almostValid },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(almostValid, validFacts, fc.jsonValue({ maxDepth: 1 })), { maxLength: 3 }),
  },
);

describe('ten thousand arbitrary values', () => {
  it('are each assessed or refused with a well-formed list of problems, over HTTP', async () => {
    const shared = {
      allowance: { spend: () => Promise.resolve(null) },
      count: createAssessedCount(createLogger('assess', 'silent'), 60_000),
      addressOf: () => 'here',
    };
    await fc.assert(
      fc.asyncProperty(anyJson, async (json) => {
        const request = new Request('http://localhost/api/v1/assess', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(json),
        });
        const response = await answerAssessment(request, shared);
        const body: unknown = await response.json();
        if (response.status === 200) {
          const isWellFormed = Array.isArray(json) ? isAssessmentList(body) : isAssessment(body);
          expect([isWellFormed, isAssessment.errors, isAssessmentList.errors]).toContain(true);
        } else {
          expect(response.status).toBe(422);
          expect([isProblemList(body), (body as unknown[]).length > 0]).toEqual([true, true]);
        }
        // What the published schema refuses, the engine refuses.
        if (!Array.isArray(json) && !isFacts(json)) expect(response.status).toBe(422);
      }),
      { numRuns: 10_000 },
    );
  });

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

  it('and any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const assessed = assessJsonText(text);
        expect(assessed.ok || isProblemList(assessed.problems)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

function lengthOfAnswer(facts: unknown): number {
  return JSON.stringify(assessJson(facts), null, 2).length;
}

// In a list, an inner list is no case.
function isRefused(value: unknown): boolean {
  return Array.isArray(value) || !assessJsonText(JSON.stringify(value)).ok;
}

function replaced(value: unknown, [key = '', ...rest]: readonly string[], leaf: unknown): unknown {
  const group = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...group, [key]: rest.length === 0 ? leaf : replaced(group[key], rest, leaf) };
}
