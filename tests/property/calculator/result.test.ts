import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../lib/calculator/catalog.ts';
import type { Answers } from '../../../lib/calculator/read-answers.ts';
import { type CalculatorResult, calendarDays, resultOf } from '../../../lib/calculator/result.ts';
import { pacificDateOf } from '../../../lib/calendar/instant.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import type { Facts } from '../../../lib/deadlines/facts.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import { validFacts } from '../deadlines/facts-arbitrary.ts';

const runs = { numRuns: 600 };
const noAnswers: Answers = { dates: {}, choices: {}, checks: [], basis: [] };
const english = wordsIn('en');
const spanish = wordsIn('es');

/** The calculator knows days and no hours. */
const inDays = validFacts
  .map((facts) => readFacts(withoutHours(facts)))
  .filter((read) => read.ok)
  .map((read) => read.facts);

const resultIn = (facts: Facts, words: typeof english) => resultOf(facts, noAnswers, words);

describe('the result page', () => {
  it('has each of the engine’s dates and no other, each with a proof and its law', () => {
    fc.assert(
      fc.property(inDays, (facts) => {
        const { deadlines, imr } = assess(facts);
        const { rows } = resultIn(facts, english);
        const told = [
          ...rows.map(({ rule, on }) => `${rule} ${on}`),
          ...rows.flatMap(({ readings }) => readings.map(({ on }) => on)),
        ];
        const missing = deadlines.filter(
          ({ rule, dueOn, kind, status }) =>
            !told.includes(`${rule} ${dueOn}`) &&
            !(kind === 'information' && (told.includes(dueOn) || status === 'moot')),
        );
        expect(missing).toEqual([]);
        const invented = rows.filter(
          ({ rule, on }) => !deadlines.some((deadline) => deadline.rule === rule && deadline.dueOn === on),
        );
        expect(invented).toEqual([]);
        expect(
          rows.filter(({ steps, laws, drawings }) => !steps.length || !laws.length || !drawings.length),
        ).toEqual([]);
        if (imr.fileBy !== null && rows.length > 0 && imr.availability === 'available') {
          expect(rows[0]?.on).toBe(imr.fileBy);
        }
      }),
      runs,
    );
  });

  it('says the same in Spanish: the same dates, steps and drawings, and not an English sentence', () => {
    fc.assert(
      fc.property(inDays, (facts) => {
        const [said, dicho] = [resultIn(facts, english), resultIn(facts, spanish)];
        const bones = ({ rows, steps, contacts, disagreements }: CalculatorResult) => ({
          rows: rows.map(({ rule, on, steps: proof, readings, drawings, laws }) => [
            rule,
            on,
            proof.map(({ laws: names }) => names),
            readings.map(({ on: until }) => until),
            drawings.map(({ kind, side }) => [kind, side]),
            laws.map(({ url }) => url),
          ]),
          steps: steps.length,
          contacts: contacts.map(({ phone }) => phone.href),
          disagreements: disagreements.length,
        });
        expect(bones(dicho)).toEqual(bones(said));
        const spoken = new Set(sentencesOf(said));
        expect(sentencesOf(dicho).filter((sentence) => spoken.has(sentence))).toEqual([]);
      }),
      runs,
    );
  });

  it('leaves no gap in any sentence', () => {
    fc.assert(
      fc.property(inDays, fc.constantFrom(english, spanish), (facts, words) => {
        const broken = textsOf(resultIn(facts, words)).filter((text) =>
          /undefined|null|NaN|\[object|\{\}|  | \.|\.\.|,,/.test(text),
        );
        expect(broken).toEqual([]);
      }),
      runs,
    );
  });

  it('is plain data, since it travels in the page', () => {
    fc.assert(
      fc.property(inDays, (facts) => {
        const result = resultIn(facts, english);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 100 },
    );
  });

  it('puts into a calendar the days ahead alone, each under an id of its own and in neutral words', () => {
    fc.assert(
      fc.property(inDays, (facts) => {
        const assessment = assess(facts);
        const days = calendarDays(assessment, spanish);
        expect(new Set(days.map(({ uid }) => uid)).size).toBe(days.length);
        const open = assessment.deadlines.filter(
          ({ status, kind }) => status === 'open' && kind !== 'information',
        );
        expect(days.map(({ on }) => on)).toEqual(open.map(({ dueOn }) => dueOn));
        expect(new Set(days.map(({ summary }) => summary)).size).toBeLessThanOrEqual(3);
        expect(calendarDays(assessment, english).map(({ uid }) => uid)).toEqual(days.map(({ uid }) => uid));
      }),
      runs,
    );
  });
});

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Three words or more; names of laws, agencies and streets are what they are in any language. */
function sentencesOf(result: CalculatorResult): string[] {
  const { contacts: _contacts, ...rest } = result;
  return textsOf(rest).filter(
    (text) =>
      text.split(' ').length > 2 &&
      !/^(Health & Safety|Insurance|Government|Welfare|Code of|\d+ C[CF]R)/.test(text),
  );
}

function withoutHours(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => {
    if (key === 'asOf') return [[key, String(inner).includes('T') ? pacificDateOf(inner as never) : inner]];
    if (!key.endsWith('At')) return [[key, withoutHours(inner)]];
    const on = `${key.slice(0, -2)}On`;
    return on in value ? [] : [[on, pacificDateOf(inner as never)]];
  });
  return Object.fromEntries(entries) as unknown;
}
