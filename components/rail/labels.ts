import { dayNumber } from './day.ts';
import { type Box, type Frame, overlaps, type Scale } from './geometry.ts';
import type { RailLetter, RailModel, RailSide } from './model.ts';
import { textWidth } from './text-width.ts';

const ONE_DOT_PX = 8;
const DOT_RADIUS = 5;
const SMALL_DOT_RADIUS = 3.2;
const GAP = 8;

export type Dot = {
  x: number;
  edge: 'above' | 'below';
  side: RailSide;
  hollow: boolean;
  radius: number;
};

/** A label of two lines (above) or of one (below), at its dot. */
export type Label = {
  edge: 'above' | 'below';
  dotX: number;
  x: number;
  anchor: 'start' | 'end';
  what: string;
  when: string;
  box: Box;
};

export type Flag = { x: number; y: number; width: number; text: string; textX: number; ownRow: boolean };

type Mark = {
  x: number;
  edge: 'above' | 'below';
  side: RailSide;
  hollow: boolean;
  label: { what: string; when: string; priority: number } | null;
};

function edgeOf(letter: RailLetter): 'above' | 'below' {
  return letter.edge ?? (letter.side === 'client' ? 'below' : 'above');
}

function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  const isAcronym = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAcronym ? text : first.toLowerCase() + text.slice(1);
}

function labelOf(letter: RailLetter): Mark['label'] {
  if (letter.priority === undefined) return null;
  return { what: letter.label, when: letter.when, priority: letter.priority };
}

/** Letters as dots; two within eight pixels on one edge are one dot with both names. */
export function marksOf(model: RailModel, scale: Scale, and: string): Mark[] {
  const marks: Mark[] = [];
  for (const edge of ['above', 'below'] as const) {
    const letters = model.letters
      .filter((letter) => edgeOf(letter) === edge)
      .map((letter) => ({ letter, day: dayNumber(letter.on) }))
      .filter(({ day }) => day >= scale.from && day <= scale.to)
      .toSorted((a, b) => a.day - b.day);
    let last: Mark | undefined;
    for (const { letter, day } of letters) {
      const x = scale.startOf(day);
      const label = labelOf(letter);
      if (last && x - last.x <= ONE_DOT_PX) {
        if (label && last.label) {
          const when = last.label.when === label.when ? label.when : `${last.label.when}, ${label.when}`;
          last.label = {
            what: `${last.label.what} ${and} ${lowerFirst(label.what)}`,
            when,
            priority: Math.min(last.label.priority, label.priority),
          };
        } else last.label ??= label;
        last.hollow &&= letter.hollow ?? false;
        continue;
      }
      last = { x, edge, side: letter.side, hollow: letter.hollow ?? false, label };
      marks.push(last);
    }
  }
  return marks;
}

function place(
  marks: readonly Mark[],
  measure: (label: NonNullable<Mark['label']>) => number,
  row: { y: number; height: number },
  obstacles: readonly Box[],
  limit: number,
  most: number,
): Label[] {
  const placed: Label[] = [];
  const wanting = marks
    .flatMap(({ x, edge, label }) => (label ? [{ x, edge, label }] : []))
    .toSorted((a, b) => a.label.priority - b.label.priority || a.x - b.x);
  for (const { x, edge, label } of wanting) {
    if (placed.length === most) break;
    const width = measure(label);
    const right = { x: x - 1, anchor: 'start' as const, box: { x: x - 1, width, ...row } };
    const left = { x: x + 4, anchor: 'end' as const, box: { x: x + 4 - width, width, ...row } };
    const isOnDot = ({ box }: { box: Box }) =>
      wanting.some((other) => other.x !== x && box.x - 2 < other.x && other.x < box.x + box.width + 2);
    const isFree = ({ box }: { box: Box }) =>
      box.x >= -1 &&
      box.x + box.width <= limit &&
      !obstacles.some((obstacle) => overlaps(box, obstacle, 4)) &&
      !placed.some((other) => overlaps(box, other.box, GAP));
    const spot =
      [right, left].find((each) => isFree(each) && !isOnDot(each)) ?? (isFree(right) ? right : null);
    if (spot) placed.push({ edge, dotX: x, what: label.what, when: label.when, ...spot });
  }
  return placed;
}

/** Labels over the letter row. None crosses today's line, and none is stacked, cut or made smaller. */
export function upperLabels(marks: readonly Mark[], scale: Scale, frame: Frame): Label[] {
  const now: Box = { x: scale.startOf(scale.today) - 1, y: 0, width: 2, height: 46 };
  return place(
    marks.filter((mark) => mark.edge === 'above'),
    ({ what, when }) => Math.max(textWidth(what), textWidth(when)),
    { y: 6, height: 34 },
    [now],
    frame.width,
    frame.isPhone ? 2 : Number.POSITIVE_INFINITY,
  );
}

/** Labels under the lanes, in one line; a phone has none. */
export function lowerLabels(marks: readonly Mark[], frame: Frame, limit: number): Label[] {
  if (frame.isPhone) return [];
  return place(
    marks.filter((mark) => mark.edge === 'below'),
    ({ what, when }) => textWidth(`${what} ${when}`),
    { y: 0, height: 18 },
    [],
    limit,
    Number.POSITIVE_INFINITY,
  );
}

/** Today's flag: left of its line, else right, else in a row of its own. */
export function flagOf(text: string, x: number, labels: readonly Label[], frame: Frame): Flag {
  const width = textWidth(text) + 16;
  const height = 23;
  const spots = [x - width + 1, x - 1];
  const isInside = (left: number) => left >= 0 && left + width <= frame.width;
  const free = spots.find(
    (left) => isInside(left) && !labels.some(({ box }) => overlaps({ x: left, y: 3, width, height }, box, 4)),
  );
  const left = free ?? spots.find(isInside) ?? Math.min(Math.max(0, x - 1), frame.width - width);
  return { x: left, y: 3, width, text, textX: left + width / 2, ownRow: free === undefined };
}

export function dotsOf(marks: readonly Mark[], labels: readonly Label[]): Dot[] {
  return marks.map(({ x, edge, side, hollow }) => ({
    x,
    edge,
    side,
    hollow,
    radius:
      hollow || labels.some((label) => label.edge === edge && label.dotX === x)
        ? DOT_RADIUS
        : SMALL_DOT_RADIUS,
  }));
}
