import type { Side } from './glyph.tsx';
import { dayNumber } from './rail/day.ts';

export type PerDay = 2 | 3 | 4;

/** Width of the drawing and where today stands, the same in every row so that one line crosses the list. */
const FRAME = {
  2: { width: 96, today: 32 },
  3: { width: 140, today: 46 },
  4: { width: 184, today: 60 },
} as const;

const DAYS_AHEAD = 30;

const LOOK = { client: 'ours', plan: 'theirs', department: 'other' } as const;

export type FuseProps = {
  side: Side;
  startsOn: string;
  dueOn: string;
  today: string;
  /** Ends of other readings of the law, after the due date. */
  otherReadings?: readonly string[];
  actedOn?: string;
  perDay?: PerDay;
  /** Draws today's line inside, where no line crosses the list. */
  withToday?: boolean;
};

/** One clock, 14 days back to 30 ahead. Hidden from assistive technology: the words beside it say it all. */
export function Fuse(props: FuseProps) {
  const { side, perDay = 4, withToday } = props;
  const { width, today } = FRAME[perDay];
  const now = dayNumber(props.today);
  const at = (day: number) => Math.min(Math.max(today + (day - now) * perDay, 0), width);
  const start = dayNumber(props.startsOn);
  const due = dayNumber(props.dueOn);
  const acted = props.actedOn === undefined ? null : dayNumber(props.actedOn);
  const look = LOOK[side];
  const top = side === 'client' ? 13.5 : 4.5;

  const from = at(start);
  const dueEdge = at(due + 1);
  const until = acted === null ? now : acted;
  const usedTo = Math.max(from, Math.min(at(until), dueEdge));
  const isBeyond = due - now > DAYS_AHEAD && acted === null;
  const hasStarted = start <= now;
  const lastReading = Math.max(due, ...(props.otherReadings ?? []).map(dayNumber));
  const bar = (name: string, x: number, end: number) =>
    end > x ? <rect className={name} x={x} y={top} width={end - x} height="8" /> : null;

  return (
    <svg className="fuse" width={width} height="26" viewBox={`0 0 ${width} 26`} aria-hidden="true">
      <path className="ax" d={`M0 13H${width}`} />
      {hasStarted ? bar(`${look} used`, from, usedTo) : null}
      {hasStarted && acted === null ? bar(`${look} left`, usedTo, dueEdge) : null}
      {!hasStarted || acted !== null ? bar(`ghost ${look}`, usedTo, dueEdge) : null}
      {bar(side === 'client' ? 'alt' : 'alt-t', dueEdge, at(lastReading + 1))}
      {isBeyond ? (
        <path className="brk" d={`M${width - 9} ${top - 2}l-4 12M${width - 4} ${top - 2}l-4 12`} />
      ) : (
        <path className={`cap ${look}`} d={`M${dueEdge} ${side === 'client' ? 13 : 1}v12`} />
      )}
      {until > due ? <path className="over" d={`M${dueEdge} 13H${at(until)}`} /> : null}
      {withToday ? <path className="nowl" d={`M${today - 0.5} 0v26`} /> : null}
    </svg>
  );
}

/** The scale over a column of fuses. */
export function FuseScale({ width, perDay }: { width: 96 | 140 | 184; perDay: PerDay }) {
  return (
    <svg className="fuse-head" width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <text x="0" y="12">
        −14
      </text>
      <text x={FRAME[perDay].today} y="12" textAnchor="middle" className="now">
        today
      </text>
      <text x={width} y="12" textAnchor="end">
        {perDay === 4 ? '+30 days' : '+30'}
      </text>
    </svg>
  );
}
