'use client';

import { useEffect, useRef, useState } from 'react';
import type { SaidDuplicate } from '@/lib/duplicates/said-duplicate.ts';
import { DuplicateList, type DuplicateWords } from './duplicate-list.tsx';

const DELAY_MS = 300;
const ASKED = ['name', 'birthOn', 'phone', 'memberNumber'] as const;

/** Under the name: clients in the books who may be the one being typed. Says so without taking the focus. */
export function PossibleDuplicates({ words }: { words: DuplicateWords }) {
  const region = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly SaidDuplicate[]>([]);
  const [ruledOut, setRuledOut] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const form = region.current?.closest('form');
    if (!form) return;
    const leaving = new AbortController();
    let asking = new AbortController();
    let asked = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const typed = new FormData(form);
      const valueOf = (name: string) => {
        const value = typed.get(name);
        return typeof value === 'string' ? value : '';
      };
      const body = JSON.stringify(Object.fromEntries(ASKED.map((name) => [name, valueOf(name)])));
      if (body === asked || (asked === '' && ASKED.every((name) => valueOf(name) === ''))) return;
      asked = body;
      asking.abort();
      asking = new AbortController();
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/duplicates', { method: 'POST', headers, body, signal: asking.signal });
      if (answer.ok) setFound(((await answer.json()) as { clients: SaidDuplicate[] }).clients);
    };
    const askSoon = () => {
      clearTimeout(timer);
      // A hint that cannot be had is none: what is typed matters, and saving tells of a lost connection.
      timer = setTimeout(() => void ask().catch(() => undefined), DELAY_MS);
    };
    askSoon();
    form.addEventListener('input', askSoon, { signal: leaving.signal });
    return () => {
      leaving.abort();
      asking.abort();
      clearTimeout(timer);
    };
  }, []);

  const left = found.filter(({ href }) => !ruledOut.has(href));
  const ruleOut = () => {
    setRuledOut(new Set([...ruledOut, ...left.map(({ href }) => href)]));
    region.current?.closest('form')?.querySelector<HTMLElement>('[name="name"]')?.focus();
  };
  return (
    <div ref={region} className="dup-live" aria-live="polite">
      {left.length > 0 ? (
        <DuplicateList found={left} words={words}>
          <p>
            <button type="button" className="link" onClick={ruleOut}>
              {words.notTheSame}
            </button>
          </p>
        </DuplicateList>
      ) : null}
    </div>
  );
}
