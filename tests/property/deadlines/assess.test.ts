import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../../lib/calendar/business-days.ts';
import {
  epochSecondsOf,
  formatPacificInstant,
  pacificDateOf,
  parseInstant,
  startOfPacificDay,
} from '../../../lib/calendar/instant.ts';
import {
  addDays,
  addMonths,
  compareDates,
  isAfter,
  type LocalDate,
  localDate,
} from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import type { Deadline } from '../../../lib/deadlines/assessment.ts';
import type { Facts, Problem } from '../../../lib/deadlines/facts.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import { validFacts } from './facts-arbitrary.ts';

const runs = { numRuns: 1_000 };

describe('an assessment', () => {
  it('puts the safe day on or before every other reading', () => {
    fc.assert(
      fc.property(validFacts, (facts) => {
        const { deadlines, imr } = assess(facts);
        const limits = deadlines.filter(
          ({ rule, kind, status }) => isImrLimit(rule) && kind === 'limit' && status !== 'moot',
        );
        const dates = limits.map(({ dueOn }) => dueOn).toSorted(compareDates);
        expect(imr.fileBy).toBe(dates[0] ?? null);
        expect(limits.find(({ rule }) => rule === imr.fileByRule)?.dueOn ?? null).toBe(imr.fileBy);
        const { fileBy } = imr;
        const notLater = imr.otherReadings.filter(
          (reading) => fileBy === null || !isAfter(reading.fileBy, fileBy),
        );
        expect(notLater).toEqual([]);
      }),
      runs,
    );
  });

  it('orders deadlines by day and rule, and shows optional dates only where they say something', () => {
    fc.assert(
      fc.property(validFacts, (facts) => {
        const { deadlines } = assess(facts);
        expect(deadlines).toEqual(
          deadlines.toSorted((a, b) => compareDates(a.dueOn, b.dueOn) || (a.rule < b.rule ? -1 : 1)),
        );
        const misdated = deadlines.filter(
          ({ dueOn, dueAt }) => dueAt !== undefined && pacificDateOf(dueAt) !== dueOn,
        );
        const misrolled = deadlines.filter(
          ({ dueOn, rolledOn }) => rolledOn !== undefined && (isWorkingDay(dueOn) || !isWorkingDay(rolledOn)),
        );
        const padded = deadlines.filter((deadline) => Object.values(deadline).includes(undefined));
        expect([misdated, misrolled, padded]).toEqual([[], [], []]);
      }),
      runs,
    );
  });

  it('is the same again, from facts that went through JSON, and leaves them as they were', () => {
    fc.assert(
      fc.property(validFacts, (facts) => {
        const frozen = deepFreeze(facts);
        const copy = JSON.parse(JSON.stringify(facts)) as Facts;
        const assessment = assess(frozen);
        expect(assess(copy)).toEqual(assessment);
        expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
      }),
      runs,
    );
  });

  it('changes from one Pacific day to the next, never in between and never at midnight UTC', () => {
    fc.assert(
      fc.property(validFacts, fc.nat({ max: 86_399 }), (facts, seconds) => {
        const day = addDays(pacificDay(facts), 1);
        const start = assess({ ...facts, asOf: day });
        const later = formatPacificInstant(epochSecondsOf(startOfPacificDay(day)) + seconds);
        fc.pre(pacificDateOf(later) === day);
        const within = assess({ ...facts, asOf: later });
        expect(within.imr.availability).toBe(start.imr.availability);
        expect(statuses(within.deadlines.filter(hasNoHour))).toEqual(
          statuses(start.deadlines.filter(hasNoHour)),
        );
      }),
      runs,
    );
  });

  it('only ever ages: what is overdue stays so, and due dates do not move as time goes by', () => {
    fc.assert(
      fc.property(validFacts, fc.integer({ min: 1, max: 400 }), (facts, days) => {
        const now = assess(facts);
        const later = assess({ ...facts, asOf: addDays(pacificDay(facts), days) });
        expect(later.deadlines.map(({ rule, dueOn }) => [rule, dueOn])).toEqual(
          now.deadlines.map(({ rule, dueOn }) => [rule, dueOn]),
        );
        const rejuvenated = now.deadlines.filter(({ status }, index) => {
          const after = later.deadlines[index]?.status;
          return status !== after && !(status === 'open' && after === 'overdue');
        });
        expect(rejuvenated).toEqual([]);
      }),
      runs,
    );
  });

  it('counts hours as they elapse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_750_000_000, max: 1_900_000_000 }), (seconds) => {
        const receivedAt = formatPacificInstant(seconds);
        const [deadline] = assess({
          asOf: receivedAt,
          coverage: { program: 'medi-cal', regulator: 'none', knoxKeene: false },
          grievance: { receivedAt, expedited: true },
        }).deadlines;
        expect(deadline?.rule).toBe('mc.appeal.decide.expedited');
        expect(epochSecondsOf(deadline?.dueAt ?? receivedAt) - seconds).toBe(72 * 3_600);
      }),
    );
  });

  it('never gives an earlier due date to facts that happened later', () => {
    fc.assert(
      fc.property(validFacts, fc.integer({ min: 1, max: 45 }), (facts, days) => {
        const shifted = shift(facts, days);
        const before = new Map(assess(byDays(facts)).deadlines.map(({ rule, dueOn }) => [rule, dueOn]));
        const earlierNow = (shifted === null ? [] : assess(shifted).deadlines).filter(({ rule, dueOn }) => {
          const former = before.get(rule);
          return former !== undefined && isAfter(former, dueOn);
        });
        expect(earlierNow).toEqual([]);
      }),
      runs,
    );
  });

  it('counts every six months from the day its clock is said to start', () => {
    fc.assert(
      fc.property(validFacts, (facts) => {
        const limits = assess(facts).deadlines.filter(({ rule }) => isImrLimit(rule));
        expect(limits.map(({ dueOn }) => dueOn)).toEqual(
          limits.map(({ explanation }) => addMonths(explanation.trigger.on, 6)),
        );
      }),
      runs,
    );
  });

  it('does not depend on the time zone of the machine', { timeout: 30_000 }, () => {
    const sample = JSON.stringify(fc.sample(validFacts, { numRuns: 300, seed: 26 }));
    const script = fileURLToPath(new URL('../../../scripts/assess.ts', import.meta.url));
    const outputs = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata'].map(
      (TZ) =>
        spawnSync(process.execPath, [script], {
          input: sample,
          encoding: 'utf8',
          maxBuffer: 2 ** 28,
          env: { ...process.env, TZ },
        }).stdout,
    );
    expect(JSON.parse(outputs[0] ?? '')).toHaveLength(300);
    expect(new Set(outputs).size).toBe(1);
  });
});

describe('reading facts', () => {
  it('survives any JSON and says where each flaw is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
        const read = readFacts(json);
        expect(read.ok || isWellFormed(read.problems)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('refuses valid facts with one value replaced by junk, at or above its path', () => {
    const junk = fc.oneof(
      fc.constant(null),
      fc.double(),
      fc.constant({ x: 1 }),
      fc.constant([[]]),
      fc.string(),
    );
    fc.assert(
      fc.property(validFacts, fc.nat(), junk, (facts, which, value) => {
        const json = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
        const groups = Object.keys(json).filter((key) => key !== 'asOf');
        const group = groups[which % groups.length] ?? 'coverage';
        const fields = json[group] as Record<string, unknown>;
        const keys = Object.keys(fields);
        const key = keys[which % Math.max(keys.length, 1)];
        if (key === undefined) return;
        fields[key] = value;
        const read = readFacts(json);
        const problems = read.ok ? [] : read.problems;
        expect(isWellFormed(problems)).toBe(true);
        expect(problems.some(({ path }) => path.startsWith(`${group}.${key}`))).toBe(true);
      }),
      runs,
    );
  });
});

function isWellFormed(problems: readonly Problem[]): boolean {
  return (
    problems.length > 0 &&
    problems.every(({ path, message }) => typeof path === 'string' && /^\S.+\.$/s.test(message))
  );
}

function isImrLimit(rule: string): boolean {
  return rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';
}

function hasNoHour({ dueAt }: Deadline): boolean {
  return dueAt === undefined;
}

function statuses(deadlines: readonly Deadline[]): string[] {
  return deadlines.map(({ rule, status }) => `${rule} ${status}`);
}

function pacificDay({ asOf }: Facts): LocalDate {
  const at = parseInstant(asOf);
  return at === null ? localDate(asOf) : pacificDateOf(at);
}

/** The case by its days alone, each that many days later; null where the shift makes a flaw. */
function shift(facts: Facts, days: number): Facts | null {
  const moved = JSON.stringify(byDays(facts)).replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) =>
    addDays(localDate(day), days),
  );
  const read = readFacts(JSON.parse(moved));
  return read.ok ? read.facts : null;
}

function byDays(facts: Facts): Facts {
  const withoutHours = JSON.stringify(facts, (key, value: unknown) =>
    key.endsWith('At') ? undefined : value,
  );
  return { ...(JSON.parse(withoutHours) as Facts), asOf: pacificDay(facts) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
