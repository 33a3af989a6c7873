'use client';

import { type ReactNode, useRef } from 'react';
import { useDismissal } from './use-dismissal.ts';

/** A disclosure that closes on Escape, on a click outside and when focus leaves; without JavaScript it still opens. */
export function Menu({
  label,
  summary,
  children,
}: {
  label: string;
  summary: ReactNode;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);

  useDismissal(details);

  return (
    <details className="account" ref={details}>
      <summary aria-label={label}>{summary}</summary>
      <div className="menu">{children}</div>
    </details>
  );
}
