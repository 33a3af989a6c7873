import { Fuse, type PerDay } from '@/components/fuse.tsx';
import { isAfter, type LocalDate } from '@/lib/calendar/local-date.ts';
import { isImrLimit } from '@/lib/cases/assessed-case.ts';
import type { OwedBy } from '@/lib/db/vocabulary.ts';
import type { ClockId } from '@/lib/deadlines/clock-title.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';

/** One pending clock drawn, with what another reading or an extension would add. */
export function ClockFuse({
  rule,
  owedBy,
  startsOn,
  dueOn,
  latestOn,
  lastReadingOn,
  today,
  perDay,
  withToday,
}: {
  rule: ClockId;
  owedBy: OwedBy;
  startsOn: LocalDate;
  dueOn: LocalDate;
  latestOn?: LocalDate | null;
  lastReadingOn: LocalDate | null;
  today: LocalDate;
  perDay: PerDay;
  withToday?: boolean;
}) {
  const furthest = isImrLimit(rule) ? lastReadingOn : (latestOn ?? null);
  return (
    <Fuse
      side={SIDE_OF[owedBy]}
      startsOn={startsOn}
      dueOn={dueOn}
      today={today}
      otherReadings={furthest && isAfter(furthest, dueOn) ? [furthest] : []}
      perDay={perDay}
      withToday={withToday}
    />
  );
}
