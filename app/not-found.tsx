import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

export const metadata: Metadata = { title: 'Not found' };

/** The same words for what does not exist and for what belongs to another office. */
export default function NotFound() {
  return (
    <main id="main" className="wrap">
      <h1 className="vh">Not found</h1>
      <EmptyState
        title="There is nothing here."
        action={
          <>
            <LinkButton href="/">Go to Today</LinkButton>
            <LinkButton href="/cases">Look in the list of cases</LinkButton>
          </>
        }
      >
        The address may be mistyped, or it belongs to something your office does not have.
      </EmptyState>
    </main>
  );
}
