import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { pageLanguage } from '@/lib/access/session.ts';
import { wordsIn } from '@/lib/words/words.ts';

export const metadata: Metadata = { title: 'Not found' };

/** The same words for what does not exist and for what belongs to another office. */
export default async function NotFound() {
  const { states } = wordsIn(await pageLanguage());
  const { heading, title, text, look } = states.notFound;
  return (
    <main id="main" className="wrap">
      <h1 className="vh">{heading}</h1>
      <EmptyState
        title={title}
        action={
          <>
            <LinkButton href="/">{states.today}</LinkButton>
            <LinkButton href="/cases">{look}</LinkButton>
          </>
        }
      >
        {text}
      </EmptyState>
    </main>
  );
}
