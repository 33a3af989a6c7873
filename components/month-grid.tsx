import { ArrowRight } from 'lucide-react';
import { Drawing } from './drawing.tsx';
import { civil, dayNumber, isWeekend, monthName, weekday } from './rail/day.ts';

const CELL = { width: 28, height: 26 } as const;
const TOP = 42;
const DAYS = ['S', 'M', 'T', 'W', 'T', 'F', 'S'] as const;

/** What a day is in a count. A day that is none of these is only a day of the month. */
type DayLook = 'start' | 'counted' | 'last' | 'due' | 'today';

export type MonthGridProps = {
  /** Any day of the month, ISO. */
  month: string;
  /** The same in a sentence or two. */
  label: string;
  looks: ReadonlyMap<string, DayLook>;
  /** Days that offices are closed, weekends aside. */
  closures: ReadonlySet<string>;
  /** Whose count it is: ours is drawn in the accent. */
  side: 'ours' | 'theirs';
  /** Left out: the month in English. */
  title?: string;
  /** Seven letters, Sunday first; left out: English. */
  weekdays?: readonly string[];
};

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function cellClass(look: DayLook | undefined, isOff: boolean, side: 'ours' | 'theirs'): string {
  switch (look) {
    case 'start':
      return 'mc start';
    case 'counted':
      return `mc in ${side}`;
    case 'last':
      return 'mc day30';
    case 'due':
      return side === 'ours' ? 'mc due' : 'mc day30';
    case 'today':
      return 'mc tod';
    case undefined:
      return isOff ? 'mc off' : 'mc';
  }
}

function textClass(look: DayLook | undefined, isOff: boolean, side: 'ours' | 'theirs'): string | undefined {
  if (look === 'due') return side === 'ours' ? 'inv b' : 'invp b';
  if (look === 'last' || look === 'today') return 'invp b';
  return look === undefined && isOff ? 'f' : undefined;
}

/** One month of a count: the start outlined, counted days pale, the last one solid, closed days hatched. */
export function MonthGrid({ month, label, looks, closures, side, title, weekdays = DAYS }: MonthGridProps) {
  const { year, month: number } = civil(dayNumber(month));
  const first = dayNumber(iso(year, number, 1));
  const next = number === 12 ? iso(year + 1, 1, 1) : iso(year, number + 1, 1);
  const count = dayNumber(next) - first;
  const offset = weekday(first);
  const rows = Math.ceil((offset + count) / 7);
  const days = Array.from({ length: count }, (_, index) => {
    const day = iso(year, number, index + 1);
    const place = offset + index;
    return {
      day,
      x: (place % 7) * CELL.width + 0.5,
      y: TOP + Math.floor(place / 7) * CELL.height + 0.5,
      text: String(index + 1),
      look: looks.get(day),
      isClosed: closures.has(day),
      isOff: isWeekend(first + index) || closures.has(day),
    };
  });
  return (
    <Drawing className="month" width={197} height={TOP + rows * CELL.height + 1} label={label}>
      <text className="mh" x="0" y="13">
        {title ?? `${monthName(number)} ${year}`}
      </text>
      {Array.from({ length: 7 }, (_, column) => (
        <text
          key={days[column]?.day}
          className="f"
          x={column * CELL.width + CELL.width / 2}
          y="34"
          textAnchor="middle"
        >
          {weekdays[column]}
        </text>
      ))}
      {days.map(({ day, x, y, text, look, isClosed, isOff }) => (
        <g key={day}>
          <rect
            className={cellClass(look, isOff, side)}
            x={x}
            y={y}
            width={CELL.width - 1}
            height={CELL.height - 1}
          />
          {isClosed && (look === undefined || look === 'counted') ? (
            <rect fill="url(#shut)" x={x} y={y} width={CELL.width - 1} height={CELL.height - 1} />
          ) : null}
          <text
            className={textClass(look, isOff, side)}
            x={x + CELL.width / 2 - 0.5}
            y={y + 17}
            textAnchor="middle"
          >
            {text}
          </text>
        </g>
      ))}
    </Drawing>
  );
}

export type CountRow = { key: string; number: string; text: string; note?: string };

/** A count too long for its days: one row a month, the last one solid. */
export function CountColumn({
  title,
  label,
  rows,
  side,
}: {
  title: string;
  label: string;
  rows: readonly CountRow[];
  side: 'ours' | 'theirs';
}) {
  const last = rows.length - 1;
  const solid = side === 'ours' ? 'inv b' : 'invp b';
  return (
    <Drawing className="month" width={135} height={TOP + rows.length * CELL.height + 1} label={label}>
      <text className="mh" x="0" y="13">
        {title}
      </text>
      {rows.map(({ key, number, text, note }, index) => {
        const y = TOP + index * CELL.height + 0.5;
        const look = index === last ? solid : undefined;
        return (
          <g key={key}>
            <rect
              className={index === last ? (side === 'ours' ? 'mc due' : 'mc day30') : 'mc'}
              x=".5"
              y={y}
              width="133"
              height={CELL.height - 1}
            />
            <text className={look} x="10" y={y + 17}>
              {number}
            </text>
            <text className={look} x={number.length > 2 ? 42 : 32} y={y + 17}>
              {text}
            </text>
            {note ? (
              <text className={index === last ? `ml ${solid}` : 'ml'} x="126" y={y + 17} textAnchor="end">
                {note}
              </text>
            ) : null}
          </g>
        );
      })}
    </Drawing>
  );
}

export function StepArrow() {
  return <ArrowRight className="step-arrow" size={20} aria-hidden="true" />;
}
