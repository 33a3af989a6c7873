import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochSecondsOf, instant } from '../../../lib/calendar/instant.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import type { Assessment, Deadline } from '../../../lib/deadlines/assessment.ts';
import { readFacts, readFactsList } from '../../../lib/deadlines/read-facts.ts';

type Fields = Readonly<Record<string, unknown>>;

interface GoldenCase {
  readonly id: string;
  readonly title: string;
  readonly facts: unknown;
  readonly why: string;
  readonly expect: {
    readonly deadlines?: Readonly<Record<string, Fields>>;
    readonly absent?: readonly string[];
    readonly imr?: Fields;
  };
}

interface InvalidCase {
  readonly id: string;
  readonly title: string;
  readonly facts: unknown;
  readonly problemPaths: readonly string[];
}

const golden = parsed('golden.json') as readonly GoldenCase[];
const invalid = parsed('golden-invalid.json') as readonly InvalidCase[];

describe('the golden cases', () => {
  it.each(golden)('$id: $title', ({ facts, expect: expected, why }) => {
    const assessment = assessed(facts);
    for (const [rule, fields] of Object.entries(expected.deadlines ?? {})) {
      const deadline = assessment.deadlines.find((candidate) => candidate.rule === rule);
      expect(deadline, `${rule} is listed: ${why}`).toBeDefined();
      expect(comparable(deadline, fields), `${rule}: ${why}`).toEqual(expectedFields(fields));
    }
    const listed = assessment.deadlines.map(({ rule }) => rule as string);
    expect(listed.filter((rule) => expected.absent?.includes(rule))).toEqual([]);
    const imr = assessment.imr as unknown as Fields;
    for (const [field, value] of Object.entries(expected.imr ?? {})) {
      expect(imr[field], `imr.${field}: ${why}`).toEqual(value);
    }
  });

  it.each(golden)('$id gives every deadline a trigger, its steps and its law', ({ facts }) => {
    for (const { explanation } of assessed(facts).deadlines) {
      expect(explanation.trigger.text).toMatch(/\.$/);
      expect(explanation.steps.length).toBeGreaterThan(0);
      expect(explanation.citations.length).toBeGreaterThan(0);
    }
  });
});

describe('the golden flaws', () => {
  it.each(invalid)('$id: $title', ({ facts, problemPaths }) => {
    const read = readFacts(facts);
    if (read.ok) throw new Error('these facts are to be refused');
    expect(read.problems.map(({ path }) => path)).toEqual(expect.arrayContaining([...problemPaths]));
  });

  it('refuses a whole list for one flawed element, under its index', () => {
    const list = readFactsList([golden[0]?.facts, invalid[0]?.facts]);
    if (list.ok) throw new Error('this list is to be refused');
    expect(list.problems.map(({ path }) => path)).toEqual(['1.grievance.decision.letterDate']);
  });
});

function assessed(facts: unknown): Assessment {
  const read = readFacts(facts);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return assess(read.facts);
}

// An expected null is met by a key left out; instants are the same whatever their offset.
function comparable(deadline: Deadline | undefined, fields: Fields): Fields {
  const values: Fields = { ...deadline };
  return Object.fromEntries(Object.keys(fields).map((key) => [key, seconds(key, values[key] ?? null)]));
}

function expectedFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, seconds(key, value)]));
}

function seconds(key: string, value: unknown): unknown {
  return key === 'dueAt' && typeof value === 'string' ? epochSecondsOf(instant(value)) : value;
}

function parsed(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../golden/${file}`, import.meta.url), 'utf8'));
}
