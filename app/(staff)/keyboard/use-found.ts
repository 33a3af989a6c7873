import { useEffect, useState } from 'react';
import { LOCKED_EVENT } from '@/components/form/locked-notice.tsx';
import type { FoundCase } from '@/lib/find/found-case.ts';

export type Found = {
  /** What these were found for. Until the next answer has come they stay, so that nothing jumps. */
  readonly query: string;
  readonly cases: readonly FoundCase[];
  readonly isMore: boolean;
  readonly hasFailed: boolean;
};

const NOTHING: Found = { query: '', cases: [], isMore: false, hasFailed: false };
const PAUSE_MS = 60;

/** The cases that fit what is typed. The words travel in the body of a request, and stand in no address. */
export function useFound(typed: string): Found {
  const query = typed.trim();
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (query === '') return undefined;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      ask(query, asked.signal).then(
        (answer) => setFound({ query, ...answer, hasFailed: false }),
        () => {
          if (!asked.signal.aborted) setFound({ ...NOTHING, query, hasFailed: true });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [query]);
  return query === '' ? NOTHING : found;
}

async function ask(query: string, signal: AbortSignal): Promise<Pick<Found, 'cases' | 'isMore'>> {
  const answer = await fetch('/api/find', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal,
  });
  if (answer.status === 401) window.dispatchEvent(new Event(LOCKED_EVENT));
  if (!answer.ok) throw new Error(`the search answered ${answer.status}`);
  return (await answer.json()) as Pick<Found, 'cases' | 'isMore'>;
}
