'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Facet, FacetCounts } from '@/lib/worklist/form-queries.ts';

const CountsContext = createContext<FacetCounts | null>(null);

/** Asks how many cases each choice would leave as soon as somebody reaches for the choices, and not before. */
export function ChoiceCounts({ params, children }: { params: string; children: ReactNode }) {
  const [counts, setCounts] = useState<FacetCounts | null>(null);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let isAsked = false;
    const ask = () => {
      if (isAsked) return;
      isAsked = true;
      countChoices(params, signal).then(setCounts, () => {
        // The choices can be made without their counts; the next one to reach for them asks again.
        isAsked = false;
      });
    };
    area.current?.addEventListener('pointerover', ask, { signal });
    area.current?.addEventListener('focusin', ask, { signal });
    return () => stop.abort();
  }, [params]);
  return (
    <CountsContext value={counts}>
      <div className="contents" ref={area}>
        {children}
      </div>
    </CountsContext>
  );
}

async function countChoices(params: string, signal: AbortSignal): Promise<FacetCounts> {
  const answer = await fetch('/api/choices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ params }),
    signal,
  });
  if (!answer.ok) throw new Error('the choices were not counted');
  return (await answer.json()) as FacetCounts;
}

const useCount = (facet: Facet, value: string): number | null => {
  const counts = useContext(CountsContext);
  return counts && (counts[facet][value] ?? 0);
};

/** A choice that is a link; one that would leave nothing is not offered. */
export function Choice({
  facet,
  value,
  href,
  current,
  children,
}: {
  facet: Facet;
  value: string;
  href: string;
  current: boolean;
  children: ReactNode;
}) {
  const count = useCount(facet, value);
  if (count === 0 && !current) return null;
  return (
    <li>
      <a href={href} aria-current={current ? 'true' : undefined}>
        {children} <span className="n">{count?.toLocaleString('en-US')}</span>
      </a>
    </li>
  );
}

/** A choice of a select: "Grievance 12". */
export function CountedOption({ facet, value, label }: { facet: Facet; value: string; label: string }) {
  const count = useCount(facet, value);
  return (
    <option value={value}>{count === null ? label : `${label} ${count.toLocaleString('en-US')}`}</option>
  );
}
