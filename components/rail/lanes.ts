import { dayNumber } from './day.ts';
import type { Scale } from './geometry.ts';
import type { RailBar } from './model.ts';

const MOST_LANES = 3;
const LEAST_LEFT_PX = 3;

export type Segment = { kind: 'used' | 'left' | 'rest' | 'ghost' | 'reading'; x: number; width: number };

/** A bar along the tape, before it has a lane. */
export type Track = {
  bar: RailBar;
  from: number;
  /** The right edge of the due day. */
  dueEdge: number;
  segments: Segment[];
  cap: number | null;
  /** The late line: from the due edge to the act or to today. */
  over: { from: number; to: number } | null;
  extent: { from: number; to: number };
};

function segment(kind: Segment['kind'], from: number, to: number): Segment[] {
  return to > from ? [{ kind, x: from, width: to - from }] : [];
}

function readingsOf(bar: RailBar, scale: Scale, dueEdge: number): Segment[] {
  const due = dayNumber(bar.dueOn);
  const ends = [...(bar.otherReadings ?? []), ...(bar.latestOn ? [bar.latestOn] : [])]
    .map(dayNumber)
    .filter((day) => day > due)
    .toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  let from = dueEdge;
  for (const day of new Set(ends)) {
    const to = scale.endOf(day);
    segments.push(...segment('reading', from, to));
    from = Math.max(from, to);
  }
  return segments;
}

/** What of a clock is used, left, unspent, over or open to another reading. Null if all of it is off the tape. */
export function trackOf(bar: RailBar, scale: Scale): Track | null {
  const start = dayNumber(bar.startsOn);
  const due = Math.max(start, dayNumber(bar.dueOn));
  const ended = bar.endedOn === undefined ? null : dayNumber(bar.endedOn);
  const latest = Math.max(due, ended ?? due, bar.state === 'overdue' ? scale.today : due);
  if (latest < scale.from || start > scale.to) return null;

  const from = scale.startOf(start);
  const dueEdge = scale.endOf(due);
  const now = scale.startOf(scale.today);
  const act = ended === null ? now : scale.startOf(ended);
  let segments: Segment[] = [];
  let cap: number | null = dueEdge;
  let over: Track['over'] = null;

  switch (bar.state) {
    case 'not-started':
      segments = segment('ghost', from, dueEdge);
      cap = null;
      break;
    case 'running': {
      const left = Math.min(Math.max(from, Math.min(now, dueEdge)), Math.max(from, dueEdge - LEAST_LEFT_PX));
      segments = [
        ...segment('used', from, left),
        ...segment('left', left, dueEdge),
        ...readingsOf(bar, scale, dueEdge),
      ];
      break;
    }
    case 'met': {
      const spent = Math.min(Math.max(act, from + LEAST_LEFT_PX), dueEdge);
      segments = [...segment('used', from, spent), ...segment('rest', spent, dueEdge)];
      cap = spent;
      break;
    }
    case 'late':
      segments = segment('used', from, dueEdge);
      over = { from: dueEdge, to: Math.max(dueEdge, act) };
      break;
    case 'overdue':
      segments = [...segment('used', from, dueEdge), ...readingsOf(bar, scale, dueEdge)];
      over = { from: dueEdge, to: Math.max(dueEdge, now) };
      break;
  }
  const last = segments.at(-1);
  return {
    bar,
    from,
    dueEdge,
    segments,
    cap,
    over,
    extent: { from, to: Math.max(last ? last.x + last.width : dueEdge, over?.to ?? dueEdge) },
  };
}

function isOpen(bar: RailBar): boolean {
  return bar.state === 'running' || bar.state === 'overdue';
}

/** Open clocks first, the nearest deadline first; then those not started and those that ended; what stands aside last. */
function byNearness(a: Track, b: Track): number {
  const rank = ({ bar }: Track) => (isOpen(bar) ? 0 : bar.state === 'not-started' ? 1 : 2);
  return (
    Number(a.bar.isAside ?? false) - Number(b.bar.isAside ?? false) ||
    rank(a) - rank(b) ||
    dayNumber(a.bar.dueOn) - dayNumber(b.bar.dueOn) ||
    (a.bar.id < b.bar.id ? -1 : 1)
  );
}

/** Lanes open only for bars that overlap; the nearest deadline lies next to the tape; more than three lanes are words. */
export function lanesOf(tracks: readonly Track[]): { lanes: Track[][]; overflow: Track[] } {
  const lanes: Track[][] = [];
  const overflow: Track[] = [];
  for (const track of tracks.toSorted(byNearness)) {
    const { from, to } = track.extent;
    const free = lanes.find((lane) => lane.every(({ extent }) => to <= extent.from || extent.to <= from));
    if (free) free.push(track);
    else if (lanes.length < MOST_LANES) lanes.push([track]);
    else overflow.push(track);
  }
  return { lanes, overflow };
}
