import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { pageLanguage } from '@/lib/access/session.ts';
import { wordsIn } from '@/lib/words/words.ts';

export default async function CaseNotFound() {
  const { states } = wordsIn(await pageLanguage());
  const { heading, title, text } = states.caseNotFound;
  return (
    <main id="main" className="wrap">
      <title>{`${heading} · Recourse`}</title>
      <h1 className="vh">{heading}</h1>
      <EmptyState
        title={title}
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
