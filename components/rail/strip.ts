import { civil, dayNumber, isWeekend, weekday } from './day.ts';
import { type Box, type Frame, overlaps, type Scale } from './geometry.ts';
import type { RailLastDays } from './model.ts';
import { textWidth } from './text-width.ts';

const MOST_DAYS = 14;
const CELL_PX = 46;
const NOTE_GAP = 8;
const BIG = 20;

type StripCell = {
  x: number;
  width: number;
  weekday: string;
  day: string;
  look: 'today' | 'last' | 'closed' | 'off' | 'open';
};

type StripText = { x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end'; box: Box };

export type Strip = {
  top: number;
  height: number;
  bottom: number;
  cells: StripCell[];
  owner: RailLastDays['owner'];
  left: StripText;
  detail: StripText;
  notes: StripText[];
  /** The pale lens that ties the strip to the solid part. */
  lens: { top: number; from: number; to: number; stripFrom: number; stripTo: number };
};

function lookOf(day: number, from: number, to: number, closures: ReadonlySet<number>): StripCell['look'] {
  if (day === from) return 'today';
  if (day === to) return 'last';
  if (closures.has(day)) return 'closed';
  return isWeekend(day) ? 'off' : 'open';
}

function notesOf(
  lastDays: RailLastDays,
  centerOf: (day: number) => number,
  y: number,
  frame: Frame,
): StripText[] {
  const placed: StripText[] = [];
  for (const { on, text } of lastDays.notes.slice(0, 3)) {
    const width = textWidth(text);
    const spots = [0, 0.5, -0.5].map((cells) => {
      const center = centerOf(dayNumber(on) + cells);
      const x = Math.min(Math.max(center, width / 2), frame.width - width / 2);
      return { x, box: { x: x - width / 2, y: y - 12, width, height: 16 } };
    });
    const free = spots.find(({ box }) => placed.every((other) => !overlaps(box, other.box, NOTE_GAP)));
    if (free) placed.push({ y, text, anchor: 'middle', ...free });
  }
  return placed;
}

function line(text: string, x: number, y: number, anchor: 'start' | 'end', size: number): StripText {
  const width = textWidth(text, size);
  const box = { x: anchor === 'end' ? x - width : x, y: y - size, width, height: size + 4 };
  return { x, y, text, anchor, box };
}

/** One cell a day from today to the last day, under the lanes. Null when they are more than fourteen days apart. */
export function stripOf(
  lastDays: RailLastDays,
  scale: Scale,
  frame: Frame,
  lanesBottom: number,
  hasLowerLabels: boolean,
  closures: ReadonlySet<number>,
  weekdays: readonly string[],
): Strip | null {
  const from = dayNumber(lastDays.from);
  const to = dayNumber(lastDays.to);
  const count = to - from + 1;
  if (scale.inDays || count < 1 || count > MOST_DAYS + 1) return null;

  const words = Math.max(textWidth(lastDays.leftText, BIG), textWidth(lastDays.detailText)) + 16;
  const room = frame.isPhone ? frame.width : frame.width - words;
  const cell = frame.isPhone ? room / count : Math.min(CELL_PX, room / count);
  const lensFrom = scale.startOf(from);
  const lensTo = scale.endOf(to);
  const centered = (lensFrom + lensTo) / 2 - (cell * count) / 2;
  const left = frame.isPhone ? 0 : Math.min(Math.max(centered, words), frame.width - cell * count);
  const top = lanesBottom + (frame.isPhone ? 50 : hasLowerLabels ? 56 : 44);
  const height = frame.isPhone ? 50 : 52;
  const centerOf = (day: number) => left + (day - from + 0.5) * cell;
  const notes = frame.isPhone ? [] : notesOf(lastDays, centerOf, top + height + 22, frame);
  const cells = Array.from({ length: count }, (_, index) => {
    const day = from + index;
    const name = weekdays[weekday(day)] ?? '';
    return {
      x: left + index * cell,
      width: cell,
      weekday: cell >= 38 ? name : name.slice(0, cell >= 20 ? 2 : 1),
      day: String(civil(day).day),
      look: lookOf(day, from, to, closures),
    };
  });
  return {
    top,
    height,
    bottom: top + height + (notes.length > 0 ? 30 : 4),
    cells,
    owner: lastDays.owner,
    left: frame.isPhone
      ? line(lastDays.leftText, 0, top - 8, 'start', 13)
      : line(lastDays.leftText, left - 16, top + 22, 'end', BIG),
    detail: frame.isPhone
      ? line(lastDays.detailText, frame.width, top - 8, 'end', 13)
      : line(lastDays.detailText, left - 16, top + 42, 'end', 13),
    notes,
    lens: { top: lanesBottom + 1, from: lensFrom, to: lensTo, stripFrom: left, stripTo: left + cell * count },
  };
}
