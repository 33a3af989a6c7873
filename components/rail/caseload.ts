import { civil, dayNumber, isWeekend, monthName, weekday } from './day.ts';
import type { RailWidth } from './geometry.ts';
import type { RailSide } from './model.ts';
import { textWidth } from './text-width.ts';

const DAYS_BACK = 14;
const DAY_COUNT = 45;
const MOST_BOXES = 5;
const NAME_GAP = 10;
const NUMBERED_CELL_PX = 20;

type CaseloadClock = {
  on: string;
  side: RailSide;
  /** Named only under the line, since only those are ours to do. */
  who: string;
  /** "IMR", "hearing" */
  what: string;
};

export type CaseloadModel = {
  today: string;
  clocks: readonly CaseloadClock[];
  closures: readonly string[];
  title: string;
  description: string;
};

type CaseloadCell = {
  x: number;
  text: string | null;
  isToday: boolean;
  isOff: boolean;
  isClosed: boolean;
};

export type CaseloadLayout = {
  width: number;
  height: number;
  cell: number;
  cellTop: number;
  cells: CaseloadCell[];
  weekLabels: { x: number; text: string }[];
  monthNames: { x: number; text: string }[];
  boxSize: number;
  boxes: { key: string; x: number; y: number; side: RailSide; title: string }[];
  /** "+3" where a day holds more boxes than there is room for. */
  more: { key: string; x: number; y: number; text: string }[];
  names: { x: number; anchor: 'start' | 'end'; who: string; what: string }[];
  nameY: number;
  todayX: number;
  todayY: number;
};

function byDay(clocks: readonly { day: number; clock: CaseloadClock }[]): Map<number, CaseloadClock[]> {
  const days = new Map<number, CaseloadClock[]>();
  for (const { day, clock } of clocks) days.set(day, [...(days.get(day) ?? []), clock]);
  return days;
}

function withHidden(what: string, hidden: number): string {
  return hidden > 0 ? `${what}, and ${hidden} more` : what;
}

function nameWidth({ who, what }: { who: string; what: string }, hidden: number): number {
  return Math.max(textWidth(who), textWidth(withHidden(what, hidden)));
}

function namesOf(
  ours: Map<number, CaseloadClock[]>,
  xOf: (day: number) => number,
  boxSize: number,
  width: number,
): CaseloadLayout['names'] {
  const names: (CaseloadLayout['names'][number] & { from: number; hidden: number })[] = [];
  for (const [day, clocks] of [...ours].toSorted(([a], [b]) => a - b)) {
    const first = clocks[0];
    if (!first) continue;
    const x = xOf(day);
    const needed = nameWidth(first, clocks.length - 1);
    const runsLeft = x + needed > width;
    const from = runsLeft ? x + boxSize - needed : x;
    const last = names.at(-1);
    if (last && from < last.from + nameWidth(last, last.hidden) + NAME_GAP) {
      last.hidden += clocks.length;
      continue;
    }
    names.push({
      x: runsLeft ? x + boxSize : x,
      anchor: runsLeft ? 'end' : 'start',
      who: first.who,
      what: first.what,
      from,
      hidden: clocks.length - 1,
    });
  }
  return names.map(({ x, anchor, who, what, hidden }) => ({
    x,
    anchor,
    who,
    what: withHidden(what, hidden),
  }));
}

/** 45 days, one cell a day, one box a clock: others' on the line, ours under it. */
export function layoutCaseload(model: CaseloadModel, width: RailWidth): CaseloadLayout {
  const today = dayNumber(model.today);
  const from = today - DAYS_BACK;
  const closures = new Set(model.closures.map(dayNumber));
  const cell = width / DAY_COUNT;
  const isNumbered = cell >= NUMBERED_CELL_PX;
  const boxSize = isNumbered ? 13 : 7;
  const step = isNumbered ? 16 : 9;
  const xOf = (day: number) => (day - from) * cell + (cell - boxSize) / 2;

  const shown = model.clocks
    .map((clock) => ({ clock, day: dayNumber(clock.on) }))
    .filter(({ day }) => day >= from && day < from + DAY_COUNT);
  const ours = byDay(shown.filter(({ clock }) => clock.side === 'client'));
  const theirs = byDay(shown.filter(({ clock }) => clock.side !== 'client'));
  const tallest = (days: Map<number, CaseloadClock[]>) =>
    Math.max(1, ...[...days.values()].map((clocks) => Math.min(clocks.length, MOST_BOXES + 1)));

  const cellTop = 24 + tallest(theirs) * step + (isNumbered ? 4 : 2);
  const cellBottom = cellTop + 30;
  const boxes: CaseloadLayout['boxes'] = [];
  const more: CaseloadLayout['more'] = [];
  for (const [days, edge] of [
    [theirs, -1],
    [ours, 1],
  ] as const) {
    for (const [day, clocks] of days) {
      const at = (index: number) =>
        edge === 1 ? cellBottom + 4 + index * step : cellTop - 4 - boxSize - index * step;
      clocks.slice(0, MOST_BOXES).forEach((clock, index) => {
        const title = `${clock.who}, ${clock.what}`;
        boxes.push({ key: `${day}-${edge}-${index}`, x: xOf(day), y: at(index), side: clock.side, title });
      });
      if (clocks.length > MOST_BOXES) {
        more.push({
          key: `${day}-${edge}`,
          x: xOf(day) + boxSize / 2,
          y: at(MOST_BOXES) + boxSize - 2,
          text: `+${clocks.length - MOST_BOXES}`,
        });
      }
    }
  }

  const days = Array.from({ length: DAY_COUNT }, (_, index) => from + index);
  const mondays = days.filter((day) => weekday(day) === 1 && day !== today);
  const nameY = cellBottom + tallest(ours) * step + 18;
  const names = isNumbered ? namesOf(ours, xOf, boxSize, width) : [];
  return {
    width,
    height: (names.length > 0 ? nameY + 17 : cellBottom + tallest(ours) * step) + 7,
    cell,
    cellTop,
    cells: days.map((day) => ({
      x: (day - from) * cell,
      text: isNumbered ? String(civil(day).day) : null,
      isToday: day === today,
      isOff: isWeekend(day) || closures.has(day),
      isClosed: closures.has(day),
    })),
    weekLabels: isNumbered
      ? []
      : mondays
          .map((day, index) => {
            const { month, day: dayOfMonth } = civil(day);
            const isNamed = index === 0 || dayOfMonth <= 7;
            return {
              x: (day - from) * cell + 3,
              text: isNamed ? `${monthName(month).slice(0, 3)} ${dayOfMonth}` : String(dayOfMonth),
            };
          })
          .filter(({ x, text }) => {
            const todayX = DAYS_BACK * cell;
            const end = x + textWidth(text);
            return end < width && !(x < todayX + cell + 2 && todayX - 2 < end);
          }),
    monthNames: isNumbered
      ? days
          .filter((day, index) => index === 0 || civil(day).day === 1)
          .map((day) => ({ x: (day - from) * cell + 1, day }))
          .filter(({ x, day }, index, all) => {
            const next = all[index + 1];
            const needed = textWidth(monthName(civil(day).month));
            const stands = [...theirs.keys()].some(
              (each) => xOf(each) < x + needed && x < xOf(each) + boxSize,
            );
            return !stands && (!next || x + needed + 8 < next.x);
          })
          .map(({ x, day }) => ({ x, text: monthName(civil(day).month) }))
      : [],
    boxSize,
    boxes,
    more,
    names,
    nameY,
    todayX: (DAYS_BACK + 0.5) * cell,
    todayY: cellTop - 6 - Math.min(theirs.get(today)?.length ?? 0, MOST_BOXES + 1) * step,
  };
}
