import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { pageLanguage } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import type { ErasedCase as Erased } from '@/lib/retention/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';

/** In place of a case whose time of keeping was over. */
export async function ErasedCase({ erased: { number, erasedAt, eraserName } }: { erased: Erased }) {
  const { states, dates } = wordsIn(await pageLanguage());
  const { heading, title, text } = states.erased;
  return (
    <main id="main" className="wrap">
      <h1 className="vh">{heading(number)}</h1>
      <EmptyState
        title={title(number, dates.long(pacificToday(erasedAt)), eraserName)}
        action={
          <LinkButton tall primary href="/cases">
            {states.cases}
          </LinkButton>
        }
      >
        {text}
      </EmptyState>
    </main>
  );
}
