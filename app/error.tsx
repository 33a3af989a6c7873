'use client';

import { Button, LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

/** Shows an id to report and never the error's message, which may carry what somebody typed. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main id="main" className="wrap">
      <h1 className="vh">Something went wrong</h1>
      <EmptyState
        title="This page could not be shown."
        action={
          <>
            <Button onClick={reset}>Try again</Button>
            <LinkButton href="/">Go to Today</LinkButton>
          </>
        }
      >
        If you were saving something, open the case to see whether it was recorded.
        {error.digest ? (
          <>
            {' '}
            Whoever looks after Recourse finds this failure in the log as{' '}
            <span className="tab">{error.digest}</span>.
          </>
        ) : null}
      </EmptyState>
    </main>
  );
}
