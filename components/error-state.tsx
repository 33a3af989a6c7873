'use client';

import { createContext, type ReactNode, use, useSyncExternalStore } from 'react';
import { Button, LinkButton } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

export type ErrorWords = Readonly<
  Record<'heading' | 'title' | 'again' | 'today' | 'saved' | 'found' | 'offline', string>
>;

const Given = createContext<ErrorWords | null>(null);

/** Hands the words of a failure to where it may happen: an error page is given none by its route. */
export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: ReactNode }) {
  return <Given value={words}>{children}</Given>;
}

/** Shows an id to report and never the error's message, which may carry what somebody typed. */
export function ErrorState({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = use(Given);
  const isOnline = useSyncExternalStore(
    onConnection,
    () => navigator.onLine,
    () => true,
  );
  if (!words) throw error;
  return (
    <main id="main" className="wrap">
      <h1 className="vh">{words.heading}</h1>
      <div role="alert">
        <EmptyState
          title={words.title}
          action={
            <>
              <Button onClick={reset}>{words.again}</Button>
              <LinkButton href="/">{words.today}</LinkButton>
            </>
          }
        >
          {isOnline ? words.saved : words.offline}
          {error.digest ? (
            <>
              {' '}
              {words.found} <span className="tab">{error.digest}</span>.
            </>
          ) : null}
        </EmptyState>
      </div>
    </main>
  );
}

function onConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
