import { dayNumber } from './day.ts';
import type { RailModel } from './model.ts';

export type RailWidth = 1320 | 1010 | 848 | 668 | 358;

/** The drawings of a page that says nothing else; 848 is for the column of the public calculator. */
export const RAIL_WIDTHS: readonly RailWidth[] = [1320, 1010, 668, 358];

/** From this many pixels a day the tape shows days. */
const DAY_MODE_PX = 17;

export type Box = { x: number; y: number; width: number; height: number };

export type Frame = {
  width: RailWidth;
  left: number;
  right: number;
  isPhone: boolean;
  hasLaneNames: boolean;
  /** Today's flag has room for the day. */
  namesToday: boolean;
  laneAbove: number;
  laneBelow: number;
  tapeHeight: number;
};

const FRAMES: Record<RailWidth, Omit<Frame, 'width' | 'right'> & { reserve: number }> = {
  1320: {
    left: 64,
    reserve: 192,
    isPhone: false,
    hasLaneNames: true,
    namesToday: true,
    laneAbove: 20,
    laneBelow: 24,
    tapeHeight: 22,
  },
  1010: {
    left: 64,
    reserve: 150,
    isPhone: false,
    hasLaneNames: true,
    namesToday: true,
    laneAbove: 20,
    laneBelow: 24,
    tapeHeight: 22,
  },
  848: {
    left: 0,
    reserve: 0,
    isPhone: false,
    hasLaneNames: false,
    namesToday: true,
    laneAbove: 20,
    laneBelow: 24,
    tapeHeight: 22,
  },
  668: {
    left: 0,
    reserve: 92,
    isPhone: false,
    hasLaneNames: false,
    namesToday: false,
    laneAbove: 20,
    laneBelow: 24,
    tapeHeight: 22,
  },
  358: {
    left: 0,
    reserve: 0,
    isPhone: true,
    hasLaneNames: false,
    namesToday: false,
    laneAbove: 14,
    laneBelow: 18,
    tapeHeight: 20,
  },
};

export function frameOf(width: RailWidth): Frame {
  const { reserve, ...frame } = FRAMES[width];
  return { ...frame, width, right: width - reserve };
}

/** Linear, always: one day is `perDay` pixels, and a day starts at its left edge. */
export type Scale = {
  from: number;
  to: number;
  today: number;
  perDay: number;
  inDays: boolean;
  /** The left edge of a day, kept inside the plot. */
  startOf: (day: number) => number;
  /** The right edge of a day, kept inside the plot. */
  endOf: (day: number) => number;
};

function datesOf(model: RailModel): string[] {
  return [
    model.today,
    ...model.letters.map((letter) => letter.on),
    ...model.bars.flatMap((bar) => [
      bar.startsOn,
      bar.dueOn,
      ...(bar.endedOn ? [bar.endedOn] : []),
      ...(bar.latestOn ? [bar.latestOn] : []),
      ...(bar.otherReadings ?? []),
    ]),
  ];
}

/** The scale of a model in a frame; today is always on it. */
export function scaleOf(model: RailModel, frame: Frame): Scale {
  const today = dayNumber(model.today);
  const known = datesOf(model).map(dayNumber);
  const from = Math.min(today, model.from ? dayNumber(model.from) : Math.min(...known));
  const to = Math.max(today, model.to ? dayNumber(model.to) : Math.max(...known));
  const perDay = (frame.right - frame.left) / (to - from + 1);
  const at = (day: number) => Math.min(Math.max(frame.left + (day - from) * perDay, frame.left), frame.right);
  return {
    from,
    to,
    today,
    perDay,
    inDays: perDay >= DAY_MODE_PX,
    startOf: at,
    endOf: (day) => at(day + 1),
  };
}

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height && b.y < a.y + a.height
  );
}
