import { formatMonthDay } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { Relative } from '@/lib/families/queries.ts';
import type { Words } from '@/lib/words/words.ts';

/** One case of the family: whose it is, where it stands and who owns it. */
export function RelativeRow({
  of: { caseId, number, clientName, stage, nextDueOn, ownerName, isClosed },
  today,
  words: { family: words, labels },
}: {
  of: Relative;
  today: LocalDate;
  words: Pick<Words, 'family' | 'labels'>;
}) {
  const due = nextDueOn && !isClosed ? `, ${formatMonthDay(nextDueOn, today)}` : '';
  return (
    <div>
      <a className="link" href={`/cases/${caseId}`}>
        {clientName}
      </a>
      <span className="tl-line quiet small">
        {number}, {isClosed ? words.closed : `${labels.stage[stage]}${due}`}
        {isClosed ? '' : `, ${ownerName ? words.owner(ownerName) : words.nobody}`}
      </span>
    </div>
  );
}
