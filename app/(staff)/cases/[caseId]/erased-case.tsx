import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import type { ErasedCase as Erased } from '@/lib/retention/queries.ts';

/** In place of a case whose time of keeping was over. */
export function ErasedCase({ erased: { number, erasedAt, eraserName } }: { erased: Erased }) {
  return (
    <main id="main" className="wrap">
      <h1 className="vh">Case {number} was erased</h1>
      <EmptyState
        title={`Case ${number} was erased on ${formatLongDate(pacificToday(erasedAt))} by ${eraserName}.`}
        action={
          <LinkButton tall primary href="/cases">
            Go to the list of cases
          </LinkButton>
        }
      >
        Its time of keeping was over. What is left is its number, who erased it, and figures without a name or
        a date.
      </EmptyState>
    </main>
  );
}
