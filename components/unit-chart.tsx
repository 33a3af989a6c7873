import { Drawing } from './drawing.tsx';

const WEEK_PX = 52;
const BOX = { width: 26, height: 8, step: 10 } as const;
const MOST_BOXES = 12;

export type UnitWeek = {
  /** "Nov 22", "29" */
  label: string;
  /** Clocks that are ours to file. */
  toFile: number;
  /** Clocks that others owe. */
  owed: number;
  /** What comes if the others take all their time. */
  expected?: number;
  isAway?: boolean;
};

type Unit = { key: string; className: string; y: number; inset: number };

function stack(count: number, className: string, yOf: (index: number) => number, inset: number): Unit[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `${className}-${index}`,
    className,
    y: yOf(index),
    inset,
  }));
}

/** One person's weeks ahead: one box a clock, the same scale for everyone. The row of the table is its alternative. */
export function UnitChart({ label, weeks }: { label: string; weeks: readonly UnitWeek[] }) {
  const above = Math.max(1, ...weeks.map(({ owed, expected = 0 }) => Math.min(owed + expected, MOST_BOXES)));
  const below = Math.max(1, ...weeks.map(({ toFile }) => Math.min(toFile, MOST_BOXES)));
  const axis = above * BOX.step + 4;
  const height = axis + below * BOX.step + 5;
  const width = weeks.length * WEEK_PX;
  return (
    <Drawing className="mult" width={width} height={height} label={label}>
      {weeks.map((week, index) => {
        const x = index * WEEK_PX;
        const { toFile, owed, expected = 0 } = week;
        const known = Math.min(owed, MOST_BOXES);
        const hatched = Math.min(expected, MOST_BOXES - known);
        const units = [
          ...stack(known, 'left theirs', (at) => axis - 9 - at * BOX.step, 0),
          ...stack(hatched, 'exp', (at) => axis - 9 - (known + at) * BOX.step, 0.5),
          ...stack(Math.min(toFile, MOST_BOXES), 'left ours', (at) => axis + 2 + at * BOX.step, 0),
        ];
        return (
          <g key={week.label}>
            {week.isAway ? (
              <>
                <rect className="awaybox" x={x} y="0" width={WEEK_PX} height={height} />
                <rect fill="url(#shut)" x={x} y="0" width={WEEK_PX} height={height} />
              </>
            ) : null}
            <path className="ax dk" d={`M${x + 2} ${axis}h30`} />
            {units.map(({ key, className, y, inset }) => (
              <rect
                key={key}
                className={className}
                x={x + 4 + inset}
                y={y + inset}
                width={BOX.width - 2 * inset}
                height={BOX.height - 2 * inset}
              />
            ))}
            {toFile + owed > 0 ? (
              <text x={x + 35} y={axis + 4.5}>
                {toFile + owed}
              </text>
            ) : null}
          </g>
        );
      })}
    </Drawing>
  );
}

/** The head over a column of unit charts. */
export function UnitChartHead({ weeks }: { weeks: readonly { label: string }[] }) {
  const width = weeks.length * WEEK_PX;
  return (
    <svg className="wk-head" width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true">
      {weeks.map(({ label }, index) => (
        <text key={label} x={index * WEEK_PX + 4} y="12">
          {label}
        </text>
      ))}
    </svg>
  );
}
