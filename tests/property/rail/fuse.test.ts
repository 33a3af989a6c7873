import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Fuse, type FuseProps } from '../../../components/fuse.tsx';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';

/** The rail's compact form, one in each row of a list. */

const TODAY = localDate('2026-11-21');
const day = (offset: number) => addDays(TODAY, offset);

const anyFuse: fc.Arbitrary<FuseProps> = fc
  .record({
    side: fc.constantFrom('client', 'plan', 'department' as const),
    start: fc.integer({ min: -800, max: 60 }),
    period: fc.integer({ min: 0, max: 400 }),
    acted: fc.option(fc.integer({ min: 0, max: 500 })),
    readings: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
    perDay: fc.constantFrom(2, 3, 4 as const),
  })
  .map(({ side, start, period, acted, readings, perDay }) => ({
    side,
    today: TODAY,
    startsOn: day(start),
    dueOn: day(start + period),
    // What has happened happened by today.
    ...(acted !== null && start + acted <= 0 ? { actedOn: day(start + acted) } : {}),
    otherReadings: readings.map((after) => day(start + period + after)),
    perDay,
  }));

type Drawn = { readonly width: number; readonly rects: { name: string; x: number; width: number }[] };

function drawn(props: FuseProps): Drawn & { readonly paths: number[] } {
  const svg = renderToStaticMarkup(createElement(Fuse, props));
  const number = (text: string | undefined) => Number(text);
  return {
    width: number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]),
    rects: [...svg.matchAll(/<rect class="([^"]*)" x="([^"]*)" y="[^"]*" width="([^"]*)"/g)].map((match) => ({
      name: match[1] ?? '',
      x: number(match[2]),
      width: number(match[3]),
    })),
    paths: [...svg.matchAll(/d="M(-?[\d.]+)/g)].map((match) => number(match[1])),
  };
}

function counterexample(faultsOf: (fuse: ReturnType<typeof drawn>, props: FuseProps) => unknown[]) {
  const law = fc.property(anyFuse, (props) => {
    const faults = faultsOf(drawn(props), props);
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });
  return fc.defaultReportMessage(fc.check(law, { numRuns: 300 })) ?? null;
}

describe('the fuse', () => {
  test('draws nothing outside its frame, and nothing of no width', () => {
    expect(
      counterexample(({ width, rects, paths }) => [
        ...rects.filter((rect) => rect.x < 0 || rect.x + rect.width > width || rect.width <= 0),
        ...paths.filter((x) => x < 0 || x > width),
      ]),
    ).toBeNull();
  });

  test('lets used, left and other readings follow each other without overlap', () => {
    expect(
      counterexample(({ rects }) => {
        const ordered = rects.toSorted((a, b) => a.x - b.x);
        return ordered.filter((rect, index) => {
          const next = ordered[index + 1];
          return next !== undefined && rect.x + rect.width > next.x + 0.001;
        });
      }),
    ).toBeNull();
  });

  test('shows time left exactly where a clock that has begun is not past and not met', () => {
    expect(
      counterexample(({ rects }, { startsOn, dueOn, actedOn }) => {
        const runs = startsOn <= TODAY && dueOn >= TODAY && actedOn === undefined;
        return rects.some(({ name }) => name.endsWith(' left')) === runs ? [] : ['left'];
      }),
    ).toBeNull();
  });
});
