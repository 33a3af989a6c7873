import { dayNumber, shortDate } from './day.ts';
import { type Box, type Frame, frameOf, overlaps, type RailWidth, type Scale, scaleOf } from './geometry.ts';
import {
  type Dot,
  dotsOf,
  type Flag,
  flagOf,
  type Label,
  lowerLabels,
  marksOf,
  upperLabels,
} from './labels.ts';
import { lanesOf, type Segment, type Track, trackOf } from './lanes.ts';
import type { RailBar, RailModel, RailSide } from './model.ts';
import { type Strip, stripOf } from './strip.ts';
import { type Tape, tapeOf } from './tape.ts';
import { textWidth } from './text-width.ts';
import { ENGLISH_WORDS } from './words.ts';

const LETTER_ROW = 46;
const FLAG_ROW = 28;
const LANE_GAP = 4;
const TEXT_PAD = 8;
const LEAST_TEXT_LANE = 16;
const END_NOTE_DEPTH = 22;

type BarText = { x: number; y: number; text: string; onSegment: Segment['kind'] | null; box: Box };

export type BarShape = {
  id: string;
  side: RailSide;
  lane: number;
  y: number;
  height: number;
  segments: Segment[];
  cap: { x: number; from: number; to: number } | null;
  over: { from: number; to: number; y: number; diamond: boolean } | null;
  text: BarText | null;
};

export type RailLayout = {
  width: number;
  height: number;
  tape: Tape;
  tornText: { x: number; y: number; text: string; box: Box } | null;
  laneNames: { y: number; text: string }[];
  bars: BarShape[];
  /** Labels of the clocks that have no lane or lie off the tape: said in words. */
  inWords: string[];
  dots: (Dot & { y: number })[];
  labels: Label[];
  leaders: { x: number; from: number; to: number }[];
  labelShift: number;
  lowerLabelY: number;
  today: { x: number; from: number; to: number; flag: Flag };
  endNote: { x: number; y: number; text: string; detail: string } | null;
  strip: Strip | null;
};

type Placed = { track: Track; lane: number; y: number; height: number };

function sideOf(bar: RailBar): 'above' | 'below' {
  return bar.side === 'client' ? 'below' : 'above';
}

function placeLanes(
  lanes: readonly Track[][],
  edge: 'above' | 'below',
  tapeTop: number,
  frame: Frame,
): Placed[] {
  const height = edge === 'above' ? frame.laneAbove : frame.laneBelow;
  return lanes.flatMap((tracks, lane) => {
    const offset = lane * (height + LANE_GAP);
    const y = edge === 'above' ? tapeTop - height - offset : tapeTop + frame.tapeHeight + offset;
    return tracks.map((track) => ({ track, lane, y, height }));
  });
}

/** Inside the longer part, clear of what crosses it; else right of the bar; else nowhere. */
function textOf(
  placed: Placed,
  neighbors: readonly Placed[],
  crossings: readonly number[],
  limit: number,
  frame: Frame,
): BarText | null {
  const { track, y, height } = placed;
  if (height < LEAST_TEXT_LANE) return null;
  const { bar, segments, extent } = track;
  const baseline = y + height / 2 + 4.5;
  const options =
    frame.isPhone && bar.shortLabel
      ? [bar.shortLabel]
      : [bar.label, ...(bar.shortLabel ? [bar.shortLabel] : [])];
  const parts = segments
    .filter(({ kind }) => kind !== 'reading' && kind !== 'rest')
    .toSorted((a, b) => b.width - a.width);
  const boxAt = (x: number, width: number): Box => ({ x, y: y + 2, width, height: height - 4 });
  const isCrossed = (box: Box) => crossings.some((x) => box.x - 3 < x && x < box.x + box.width + 3);

  for (const text of options) {
    const width = textWidth(text);
    const longest = parts[0];
    if (longest) {
      const starts = [longest.x, ...crossings.filter((x) => x > longest.x).toSorted((a, b) => a - b)];
      for (const start of starts) {
        const box = boxAt(start + TEXT_PAD, width);
        if (box.x + width + TEXT_PAD <= longest.x + longest.width && !isCrossed(box)) {
          return { x: box.x, y: baseline, text, onSegment: longest.kind, box };
        }
      }
    }
    const outside = boxAt(extent.to + TEXT_PAD, width);
    const isFree =
      outside.x + width <= limit &&
      !isCrossed(outside) &&
      neighbors.every(
        (other) =>
          other === placed ||
          !overlaps(outside, {
            x: other.track.extent.from - 2,
            y: other.y,
            width: other.track.extent.to - other.track.extent.from + 4,
            height: other.height,
          }),
      );
    if (isFree) return { x: outside.x, y: baseline, text, onSegment: null, box: outside };
  }
  return null;
}

function shapeOf(placed: Placed, edge: 'above' | 'below', text: BarText | null): BarShape {
  const { track, lane, y, height } = placed;
  const { bar, segments, cap, over } = track;
  const hasReadings = segments.some(({ kind }) => kind === 'reading');
  const alongTape = edge === 'above' ? y + height - 1.5 : y + 1.5;
  return {
    id: bar.id,
    side: bar.side,
    lane,
    y,
    height,
    segments,
    cap:
      cap === null
        ? null
        : { x: cap, from: edge === 'above' ? y - 2 : y, to: edge === 'above' ? y + height : y + height + 2 },
    over: over && { ...over, y: hasReadings ? y + height / 2 : alongTape, diamond: !hasReadings },
    text,
  };
}

/** Text outside one bar may run where a second wants its own: the first keeps it. */
function dropCollisions(shapes: BarShape[]): BarShape[] {
  const kept: Box[] = [];
  return shapes.map((shape) => {
    const { text } = shape;
    if (!text) return shape;
    if (kept.some((box) => overlaps(box, text.box, 4))) return { ...shape, text: null };
    kept.push(text.box);
    return shape;
  });
}

function endNoteOf(model: RailModel, frame: Frame, tapeTop: number): RailLayout['endNote'] {
  if (!model.endNote || frame.isPhone) return null;
  const { side, text, detail } = model.endNote;
  const x = frame.right + (frame.hasLaneNames ? 10 : 8);
  if (x + Math.max(textWidth(text), textWidth(detail)) > frame.width) return null;
  return { x, y: side === 'client' ? tapeTop + frame.tapeHeight + 9 : tapeTop - 5, text, detail };
}

/** Puts every date of the model on a tape of the given width: to scale, no label over another, nothing off the drawing. */
export function layoutRail(model: RailModel, width: RailWidth): RailLayout {
  const frame = frameOf(width);
  const words = model.words ?? ENGLISH_WORDS;
  const scale: Scale = scaleOf(model, frame);
  const closures = new Set(model.closures.map(dayNumber));
  const now = scale.startOf(scale.today);

  const tracks = model.bars.map((bar) => ({ bar, track: trackOf(bar, scale) }));
  const on = (edge: 'above' | 'below') =>
    lanesOf(tracks.flatMap(({ bar, track }) => (track && sideOf(bar) === edge ? [track] : [])));
  const above = on('above');
  const below = on('below');

  const marks = marksOf(model, scale, words.and);
  const upper = upperLabels(marks, scale, frame);
  const todayText = model.todayText ?? `Today, ${shortDate(scale.today)}`;
  const flag = flagOf(frame.namesToday ? todayText : words.today, now, upper, frame);
  const labelShift = flag.ownRow ? FLAG_ROW : 0;

  const laneCountAbove = Math.max(1, above.lanes.length);
  const aboveHeight = laneCountAbove * frame.laneAbove + (laneCountAbove - 1) * LANE_GAP;
  const tapeTop = labelShift + LETTER_ROW + 10 + aboveHeight;
  const tapeBottom = tapeTop + frame.tapeHeight;
  const belowHeight =
    below.lanes.length === 0 ? 0 : below.lanes.length * (frame.laneBelow + LANE_GAP) - LANE_GAP;
  const lanesBottom = tapeBottom + belowHeight;

  const placedAbove = placeLanes(above.lanes, 'above', tapeTop, frame);
  const placedBelow = placeLanes(below.lanes, 'below', tapeTop, frame);
  const endNote = endNoteOf(model, frame, tapeTop);
  const isNoteInLowerRow = endNote !== null && model.endNote?.side === 'client' && below.lanes.length === 0;
  const lower = lowerLabels(marks, frame, isNoteInLowerRow ? endNote.x - TEXT_PAD : frame.width);
  const limit = endNote ? frame.right : frame.width;
  const shapesOf = (placed: readonly Placed[], edge: 'above' | 'below', labels: readonly Label[]) => {
    const crossings = [now, ...labels.map((label) => label.dotX)];
    return placed.map((each) => shapeOf(each, edge, textOf(each, placed, crossings, limit, frame)));
  };
  const bars = dropCollisions([
    ...shapesOf(placedAbove, 'above', upper),
    ...shapesOf(placedBelow, 'below', lower),
  ]);

  const strip = model.lastDays
    ? stripOf(model.lastDays, scale, frame, lanesBottom, lower.length > 0, closures, words.weekdays)
    : null;
  const dots = dotsOf(marks, [...upper, ...lower]).map((dot) => ({
    ...dot,
    y: dot.edge === 'above' ? tapeTop : tapeBottom,
  }));
  const names = model.laneNames ?? {
    above: model.bars.some((bar) => bar.side === 'department') ? 'Others' : 'Plan',
    below: 'Client',
  };
  const tornWidth = model.tornLeft ? textWidth(model.tornLeft) : 0;
  const tornBox: Box = { x: frame.left, y: labelShift + 24, width: tornWidth, height: 16 };
  const isTornFree =
    !upper.some(({ box }) => overlaps(tornBox, { ...box, y: box.y + labelShift }, TEXT_PAD)) &&
    !(now > tornBox.x - 3 && now < tornBox.x + tornWidth + 3) &&
    !overlaps(tornBox, { x: flag.x, y: flag.y, width: flag.width, height: 23 }, 4);

  return {
    width,
    height: Math.max(
      strip ? strip.bottom : lanesBottom + (lower.length > 0 ? 30 : 10),
      endNote ? endNote.y + END_NOTE_DEPTH : 0,
    ),
    tape: tapeOf(scale, frame, tapeTop, closures, model.tornLeft !== undefined, words),
    tornText:
      model.tornLeft && isTornFree && tornBox.x + tornWidth <= frame.width
        ? { x: tornBox.x, y: labelShift + 35, text: model.tornLeft, box: tornBox }
        : null,
    laneNames: frame.hasLaneNames
      ? [
          { y: tapeTop - 7, text: names.above },
          { y: tapeBottom + 17, text: names.below },
        ]
      : [],
    bars,
    inWords: [
      ...above.overflow.map(({ bar }) => bar.label),
      ...below.overflow.map(({ bar }) => bar.label),
      ...tracks.flatMap(({ bar, track }) => (track ? [] : [bar.label])),
    ],
    dots,
    labels: [...upper, ...lower],
    leaders: [
      ...upper.map(({ dotX }) => ({ x: dotX, from: labelShift + 42, to: tapeTop - 5 })),
      ...lower.map(({ dotX }) => ({ x: dotX, from: tapeBottom + 5, to: lanesBottom + 8 })),
    ],
    labelShift,
    lowerLabelY: lanesBottom + 22,
    today: { x: now, from: 25, to: lanesBottom + 3, flag },
    endNote,
    strip,
  };
}
