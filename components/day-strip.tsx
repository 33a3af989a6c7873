import { Drawing } from './drawing.tsx';
import { civil, dayNumber, isWeekend, monthName, weekdayName } from './rail/day.ts';

const CELL_PX = 55;
const TOP = 30;
const HEIGHT = 70;

/** The days ahead, one cell each: weekends in paper, closures hatched. */
export function DayStrip({
  today,
  dayCount,
  closures,
  closedWords,
  label,
}: {
  today: string;
  dayCount: number;
  closures: readonly string[];
  /** Over the first closure: "State offices closed". */
  closedWords: string;
  label: string;
}) {
  const from = dayNumber(today);
  const closed = new Set(closures.map(dayNumber));
  const days = Array.from({ length: dayCount }, (_, index) => from + index);
  const firstClosed = days.find((day) => day !== from && closed.has(day));
  const firstOfMonth = days.find((day) => day !== from && civil(day).day === 1);
  const xOf = (day: number) => (day - from) * CELL_PX;
  const isMonthNamed =
    firstOfMonth !== undefined &&
    (firstClosed === undefined ||
      xOf(firstOfMonth) - xOf(firstClosed) > 170 ||
      firstOfMonth + 2 < firstClosed);
  const width = dayCount * CELL_PX;
  return (
    <Drawing className="rail" width={width} height={TOP + HEIGHT + 2} label={label}>
      {days.map((day) => {
        const x = xOf(day);
        const isOff = isWeekend(day) || closed.has(day);
        const look = day === from ? 'today' : isOff ? 'off' : '';
        const text = day === from ? 'invp' : isOff ? 'f' : undefined;
        return (
          <g key={day}>
            <rect className={`cell ${look}`} x={x} y={TOP} width={CELL_PX} height={HEIGHT} />
            {closed.has(day) && day !== from ? (
              <rect className="shut" x={x + 0.5} y={TOP + 0.5} width={CELL_PX - 1} height={HEIGHT - 1} />
            ) : null}
            <text className={text} x={x + CELL_PX / 2} y={TOP + 24} textAnchor="middle">
              {weekdayName(day)}
            </text>
            <text className={`${text ?? ''} b nn`} x={x + CELL_PX / 2} y={TOP + 51} textAnchor="middle">
              {civil(day).day}
            </text>
          </g>
        );
      })}
      <text className="b" x="0" y="16">
        Today
      </text>
      {firstClosed === undefined ? null : (
        <>
          <path className="lead" d={`M${xOf(firstClosed) + 0.5} 22v8`} />
          <text className="d" x={xOf(firstClosed)} y="16">
            {closedWords}
          </text>
        </>
      )}
      {isMonthNamed ? (
        <>
          <path className="lead" d={`M${xOf(firstOfMonth) + 0.5} 22v8`} />
          <text className="d" x={xOf(firstOfMonth)} y="16">
            {monthName(civil(firstOfMonth).month)}
          </text>
        </>
      ) : null}
    </Drawing>
  );
}
