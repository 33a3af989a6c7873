import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, dayNumber, weekday } from '../../../components/rail/day.ts';
import { type Box, overlaps, RAIL_WIDTHS } from '../../../components/rail/geometry.ts';
import { type BarShape, layoutRail, type RailLayout } from '../../../components/rail/layout.ts';
import type { RailBar, RailLetter, RailModel } from '../../../components/rail/model.ts';
import { outside, textsOf } from './texts.ts';

const EPOCH = dayNumber('2026-11-21');

function iso(day: number): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

const anyDay = fc.integer({ min: EPOCH - 400, max: EPOCH + 300 });
const anySide = fc.constantFrom('client', 'plan', 'department' as const);
const anyWords = fc
  .array(fc.constantFrom('Denied', 'Grievance received', 'IMR', 'upheld', '12 days late', 'día', 'of'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.join(' '));

const anyLetter: fc.Arbitrary<RailLetter> = fc.record(
  {
    on: anyDay.map(iso),
    side: anySide,
    edge: fc.constantFrom('above', 'below' as const),
    label: anyWords,
    when: fc.constantFrom('May 1', 'Wed Sep 30, 2026'),
    hollow: fc.boolean(),
    priority: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['on', 'side', 'label', 'when'] },
);

const anyBar: fc.Arbitrary<Omit<RailBar, 'id'>> = fc
  .record({
    side: anySide,
    label: anyWords,
    short: fc.option(fc.constantFrom('IMR', 'Answer')),
    start: anyDay,
    period: fc.integer({ min: 0, max: 200 }),
    acted: fc.integer({ min: 0, max: 220 }),
    later: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    isNotStarted: fc.boolean(),
    isActed: fc.boolean(),
    isAside: fc.boolean(),
  })
  .map(({ side, label, short, start, period, acted, later, isNotStarted, isActed, isAside }) => {
    const due = start + period;
    const open = due < EPOCH ? 'overdue' : 'running';
    const ended = acted > period ? 'late' : 'met';
    return {
      side,
      label,
      ...(short ? { shortLabel: short } : {}),
      startsOn: iso(start),
      dueOn: iso(due),
      ...(isActed ? { endedOn: iso(start + acted) } : {}),
      state: isActed ? ended : isNotStarted ? 'not-started' : open,
      isAside,
      otherReadings: later.map((days) => iso(due + days)),
    } as const;
  });

const anyModel: fc.Arbitrary<RailModel> = fc
  .record({
    letters: fc.array(anyLetter, { maxLength: 9 }),
    bars: fc.array(anyBar, { maxLength: 9 }),
    from: fc.option(anyDay.map(iso)),
    to: fc.option(anyDay.map(iso)),
    torn: fc.boolean(),
    closures: fc.array(anyDay.map(iso), { maxLength: 5 }),
    last: fc.option(fc.integer({ min: 0, max: 20 })),
    notes: fc.array(fc.record({ on: fc.integer({ min: 0, max: 14 }), text: anyWords }), { maxLength: 3 }),
    end: fc.option(fc.record({ side: anySide, text: anyWords, detail: anyWords })),
  })
  .map(({ letters, bars, from, to, torn, closures, last, notes, end }) => ({
    today: iso(EPOCH),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(torn ? { tornLeft: 'since Apr 14' } : {}),
    ...(end ? { endNote: end } : {}),
    ...(last === null
      ? {}
      : {
          lastDays: {
            from: iso(EPOCH),
            to: iso(EPOCH + last),
            owner: 'client' as const,
            leftText: `${last} days left`,
            detailText: '4 of them working days',
            notes: notes.map(({ on, text }) => ({ on: iso(EPOCH + Math.min(on, last)), text })),
          },
        }),
    letters,
    bars: bars.map((bar, index) => ({ ...bar, id: `bar-${index}` })),
    closures,
    title: 'A rail',
    description: 'In order of time.',
    table: [],
  }));

/** What is wrong with the first drawing that breaks a law, smallest first; null when none does. */
function counterexample(faultsOf: (rail: RailLayout, model: RailModel) => unknown[]): string | null {
  const law = fc.property(anyModel, fc.constantFrom(...RAIL_WIDTHS), (model, width) => {
    const faults = faultsOf(layoutRail(model, width), model);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });
  return fc.defaultReportMessage(fc.check(law, { numRuns: 600 })) ?? null;
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((item, index) => items.slice(index + 1).map((other): [T, T] => [item, other]));
}

/** The span of a bar on its tape, without what other readings add. */
function spanOf({ segments }: BarShape): { from: number; width: number } {
  const counted = segments.filter(({ kind }) => kind !== 'reading');
  return { from: counted[0]?.x ?? 0, width: counted.reduce((sum, { width }) => sum + width, 0) };
}

function areaOf({ segments, over, y, height }: BarShape): Box {
  const from = Math.min(...segments.map(({ x }) => x));
  const to = Math.max(...segments.map(({ x, width }) => x + width), over?.to ?? 0);
  return { x: from, y, width: to - from - 0.001, height };
}

describe('the time rail', () => {
  it('never lets two texts overlap', () => {
    expect(
      counterexample((rail) => pairs(textsOf(rail)).filter(([one, other]) => overlaps(one, other))),
    ).toBeNull();
  });

  it('keeps every text inside the drawing', () => {
    expect(counterexample((rail) => outside(rail))).toBeNull();
  });

  it('draws every clock once, or says it in words once', () => {
    expect(
      counterexample((rail, model) => {
        const drawn = rail.bars.map(({ id }) => id);
        const missing = model.bars.filter(({ id }) => !drawn.includes(id)).map(({ label }) => label);
        const isTwice = new Set(drawn).size !== drawn.length;
        const isSaid = JSON.stringify(missing.toSorted()) === JSON.stringify(rail.inWords.toSorted());
        return isTwice || !isSaid ? [drawn, missing, rail.inWords] : [];
      }),
    ).toBeNull();
  });

  it('lets what stands aside take the room of nothing else', () => {
    expect(
      counterexample((rail, model) => {
        const others = model.bars.filter(({ isAside }) => !isAside);
        const drawnOf = (drawn: RailLayout) =>
          others.filter(({ id }) => drawn.bars.some((bar) => bar.id === id)).map(({ id }) => id);
        const alone = layoutRail({ ...model, bars: others, from: model.today, to: iso(EPOCH + 700) }, 1320);
        const beside = layoutRail({ ...model, from: model.today, to: iso(EPOCH + 700) }, 1320);
        const [expected, found] = [drawnOf(alone), drawnOf(beside)];
        return expected.filter((id) => !found.includes(id));
      }),
    ).toBeNull();
  });

  it('keeps every bar, line and dot on the tape', () => {
    expect(
      counterexample((rail) => {
        const { left, right } = rail.tape;
        const xs = [
          rail.today.x,
          ...rail.dots.map(({ x }) => x),
          ...rail.bars.flatMap(({ segments, cap, over }) => [
            ...segments.flatMap(({ x, width }) => [x, x + width]),
            ...(cap ? [cap.x] : []),
            ...(over ? [over.from, over.to] : []),
          ]),
        ];
        const bars = rail.bars.filter(({ y, height }) => y < 46 || y + height > rail.height);
        return [...bars, ...xs.filter((x) => x < left - 0.001 || x > right + 0.001)];
      }),
    ).toBeNull();
  });

  it('lets no two bars overlap in a lane', () => {
    expect(
      counterexample((rail) => {
        const areas = rail.bars.filter(({ segments }) => segments.length > 0).map(areaOf);
        return pairs(areas).filter(([one, other]) => overlaps(one, other));
      }),
    ).toBeNull();
  });

  it('never draws the time left of a running clock too thin to see', () => {
    expect(
      counterexample((rail, model) => {
        const running = new Set(model.bars.filter(({ state }) => state === 'running').map(({ id }) => id));
        return rail.bars
          .filter((bar) => running.has(bar.id) && spanOf(bar).width >= 3)
          .filter(({ segments }) => (segments.find(({ kind }) => kind === 'left')?.width ?? 0) < 2.999);
      }),
    ).toBeNull();
  });

  it('is to scale: every whole clock is as wide as its days', () => {
    expect(
      counterexample((rail, model) => {
        const { left, right } = rail.tape;
        const perDay = rail.bars.flatMap((bar) => {
          const source = model.bars.find(({ id }) => id === bar.id);
          const { from, width } = spanOf(bar);
          if (!source || from <= left + 0.001 || from + width >= right - 0.001) return [];
          return [width / (dayNumber(source.dueOn) - dayNumber(source.startsOn) + 1)];
        });
        return perDay.filter((each) => Math.abs(each - (perDay[0] ?? each)) > 1e-6);
      }),
    ).toBeNull();
  });
});

describe('day numbers', () => {
  it('are undone by the civil date, and agree on the weekday', () => {
    const law = fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const isUndone = dayNumber(iso(day)) === day;
      return isUndone && weekday(day) === new Date(day * 86_400_000).getUTCDay();
    });
    expect(fc.check(law).failed).toBe(false);
  });
});
