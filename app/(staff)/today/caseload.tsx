import { CaseloadRail } from '@/components/caseload-rail.tsx';
import { Glyph } from '@/components/glyph.tsx';
import { formatShortDate, monthName } from '@/lib/calendar/format-date.ts';
import { addDays, dayOfMonth, isBefore, type LocalDate } from '@/lib/calendar/local-date.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';
import { caseloadWindow, closuresIn, describeCaseload } from '@/lib/worklist/agenda.ts';
import type { Agenda } from '@/lib/worklist/queries.ts';

/** The key stands under the first days of the rail, as long as no name does. */
const KEY_DAYS = 8;

/** The 45 days around today, one box a clock. */
export function Caseload({ agenda, today }: { agenda: Agenda; today: LocalDate }) {
  const { from, to } = caseloadWindow(today);
  const own = agenda.boxes.filter(({ owedBy }) => owedBy === 'client');
  const isCrowded = own.some(({ on }) => isBefore(on, addDays(from, KEY_DAYS)));
  const day = (on: LocalDate) => `${monthName(on)} ${dayOfMonth(on)}`;
  return (
    <figure className="wrap load-fig">
      <figcaption className={isCrowded ? 'load-cap above' : 'load-cap'}>
        <span>
          <Glyph side="plan" />
          On the line: owed to your clients
        </span>
        <span>
          <Glyph side="client" />
          Under it: yours to file
        </span>
        <span className="shutkey">
          <svg width="16" height="12" aria-hidden="true">
            <rect width="16" height="12" className="shutbox" />
            <rect width="16" height="12" fill="url(#shut)" />
          </svg>
          State offices closed
        </span>
      </figcaption>
      <CaseloadRail
        model={{
          today,
          clocks: boxesOf(agenda, today),
          closures: closuresIn(from, to),
          title: `Clocks from ${day(from)} to ${day(to)}`,
          description: describeCaseload(agenda.days, own, today),
        }}
      />
    </figure>
  );
}

/** The named clocks of each day, and as many unnamed ones as that day has besides. */
function boxesOf({ days, boxes }: Agenda, today: LocalDate) {
  const named = boxes.map(({ on, owedBy, who, what }) => ({
    on,
    side: SIDE_OF[owedBy],
    who,
    what:
      owedBy !== 'client'
        ? `${formatShortDate(on, today)}, ${OWED_BY_LABELS[owedBy]}`
        : isBefore(on, today)
          ? `${what}, past its date`
          : what,
  }));
  const isOurs = (side: string) => side === 'client';
  const unnamed = [...new Set(days.map(({ on }) => on))].flatMap((on) =>
    (['client', 'plan'] as const).flatMap((side) => {
      const total = days
        .filter((day) => day.on === on && isOurs(SIDE_OF[day.owedBy]) === isOurs(side))
        .reduce((sum, { count }) => sum + count, 0);
      const shown = named.filter((box) => box.on === on && isOurs(box.side) === isOurs(side)).length;
      return Array.from({ length: total - shown }, () => ({ on, side, who: '', what: '' }));
    }),
  );
  return [...named, ...unnamed];
}
