import type { ReactNode } from 'react';
import { Due } from '@/components/due.tsx';
import { formatDaysLeft, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { OwedBy } from '@/lib/db/vocabulary.ts';
import type { ClockId } from '@/lib/deadlines/clock-title.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';
import { proofHref } from '../cases/[caseId]/proof-href.ts';

/** A bare date in a table, whose row says the rest; it opens its proof too. */
export function DateLink({
  caseId,
  rule,
  on,
  children,
}: {
  caseId: string;
  rule: ClockId;
  on: LocalDate;
  children: ReactNode;
}) {
  return (
    <a className="dlink" href={proofHref(caseId, rule)}>
      <time dateTime={on}>{children}</time>
    </a>
  );
}

/** Ours run over, others are late: "3 days over", "7 days late". */
export const daysLeft = (dueOn: LocalDate, owedBy: OwedBy, today: LocalDate) =>
  formatDaysLeft(dueOn, today, owedBy === 'client' ? 'over' : 'late');

/** A clock's date with its days and its owner; the date opens its proof. */
export function ClockDue({
  caseId,
  rule,
  owedBy,
  dueOn,
  today,
}: {
  caseId: string;
  rule: ClockId;
  owedBy: OwedBy;
  dueOn: LocalDate;
  today: LocalDate;
}) {
  return (
    <Due
      on={dueOn}
      date={formatShortDate(dueOn, today)}
      days={daysLeft(dueOn, owedBy, today)}
      side={SIDE_OF[owedBy]}
      owner={OWED_BY_LABELS[owedBy]}
      href={proofHref(caseId, rule)}
    />
  );
}
