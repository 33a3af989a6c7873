import { civil, dayNumber, isWeekend, weekday } from './day.ts';
import type { Box, Frame, Scale } from './geometry.ts';
import { textWidth } from './text-width.ts';
import type { RailWords } from './words.ts';

const MONTH_SIZE = 12;
const PAD = 6;
const FEWEST_DAYS = 28;
const NAMED_DAY_PX = 50;

type TapeLabel = { x: number; text: string; anchor: 'start' | 'middle'; box: Box };

export type Tape = {
  top: number;
  height: number;
  left: number;
  right: number;
  pastTo: number;
  isTorn: boolean;
  ticks: { x: number; isMonth: boolean }[];
  labels: TapeLabel[];
  /** Weekends and closures, drawn only when the tape shows days. */
  offDays: { x: number; width: number; isClosed: boolean }[];
};

type Form = (name: string) => string;

const FORMS: readonly Form[] = [(name) => name, (name) => name.slice(0, 3), (name) => name.slice(0, 1)];

/** All months in one form: the longest that fits 28 days. */
function formOf(perDay: number, longest: string): Form | undefined {
  const room = FEWEST_DAYS * perDay - PAD - 2;
  return FORMS.find((form) => textWidth(form(longest), MONTH_SIZE) <= room);
}

/** The first days of the months that begin inside the scale, after its first day. */
function monthStarts(scale: Scale): number[] {
  const starts: number[] = [];
  let day = scale.from;
  while (day <= scale.to) {
    const { year, month } = civil(day);
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    day = dayNumber(next);
    if (day <= scale.to) starts.push(day);
  }
  return starts;
}

function monthLabels(
  scale: Scale,
  starts: readonly number[],
  top: number,
  height: number,
  months: readonly string[],
): TapeLabel[] {
  const longest = months.toSorted((a, b) => textWidth(b, MONTH_SIZE) - textWidth(a, MONTH_SIZE))[0] ?? '';
  const form = formOf(scale.perDay, longest);
  if (!form) return [];
  const now = scale.startOf(scale.today);
  const beginnings = [scale.from, ...starts];
  return beginnings.flatMap((day, index) => {
    const next = beginnings[index + 1];
    const from = scale.startOf(day);
    const to = next === undefined ? scale.endOf(scale.to) : scale.startOf(next);
    const { year, month } = civil(day);
    const short = form(months[month - 1] ?? '');
    const long = month === 1 && index > 0 && short.length > 1 ? `${short} ${year}` : short;
    for (const text of [long, short]) {
      const width = textWidth(text, MONTH_SIZE);
      for (const x of [from + PAD, now + PAD]) {
        const isCrossed = x < now + 3 && now - 3 < x + width;
        if (x >= from + PAD && x + width <= to - 2 && !isCrossed) {
          return [{ x, text, anchor: 'start' as const, box: { x, y: top, width, height } }];
        }
      }
    }
    return [];
  });
}

function dayLabels(scale: Scale, top: number, height: number, names: readonly string[]): TapeLabel[] {
  const labels: TapeLabel[] = [];
  for (let day = scale.from; day <= scale.to; day += 1) {
    const { day: dayOfMonth } = civil(day);
    const text =
      scale.perDay >= NAMED_DAY_PX ? `${names[weekday(day)] ?? ''} ${dayOfMonth}` : String(dayOfMonth);
    const x = (scale.startOf(day) + scale.endOf(day)) / 2;
    const width = textWidth(text, MONTH_SIZE);
    if (width > scale.perDay - 1) continue;
    labels.push({ x, text, anchor: 'middle', box: { x: x - width / 2, y: top, width, height } });
  }
  return labels;
}

/** Months, or days from 17 pixels a day; weekends stay in paper and closures are hatched. */
export function tapeOf(
  scale: Scale,
  frame: Frame,
  top: number,
  closures: ReadonlySet<number>,
  isTorn: boolean,
  words: Pick<RailWords, 'months' | 'weekdays'>,
): Tape {
  const height = frame.tapeHeight;
  const starts = monthStarts(scale);
  const days = scale.inDays
    ? Array.from({ length: scale.to - scale.from + 1 }, (_, index) => scale.from + index)
    : [];
  return {
    top,
    height,
    left: frame.left,
    right: frame.right,
    pastTo: scale.startOf(scale.today),
    isTorn,
    ticks: scale.inDays
      ? days.slice(1).map((day) => ({ x: scale.startOf(day), isMonth: false }))
      : starts.map((day) => ({ x: scale.startOf(day), isMonth: true })),
    labels: scale.inDays
      ? dayLabels(scale, top, height, words.weekdays)
      : monthLabels(scale, starts, top, height, words.months),
    offDays: days
      .filter((day) => isWeekend(day) || closures.has(day))
      .map((day) => ({
        x: scale.startOf(day),
        width: scale.endOf(day) - scale.startOf(day),
        isClosed: closures.has(day),
      })),
  };
}
