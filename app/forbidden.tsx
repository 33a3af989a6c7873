import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { pageLanguage } from '@/lib/access/session.ts';
import { wordsIn } from '@/lib/words/words.ts';

export const metadata: Metadata = { title: 'Not part of your role' };

export default async function Forbidden() {
  const { states } = wordsIn(await pageLanguage());
  const { heading, title, text } = states.forbidden;
  return (
    <main id="main" className="wrap">
      <h1 className="vh">{heading}</h1>
      <EmptyState title={title} action={<LinkButton href="/">{states.today}</LinkButton>}>
        {text}
      </EmptyState>
    </main>
  );
}
