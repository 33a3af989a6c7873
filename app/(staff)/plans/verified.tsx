import { Mark } from '@/components/mark.tsx';
import { formatMonthDay } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';

/** When somebody last checked it, or that nobody has. */
export function Verified({ on, today }: { on: LocalDate | null; today: LocalDate }) {
  return on ? (
    <Mark kind="met">
      <time dateTime={on}>{formatMonthDay(on, today)}</time>
    </Mark>
  ) : (
    <Mark kind="open">not verified</Mark>
  );
}
