'use client';

import { type ReactNode, useEffect, useRef } from 'react';

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

  useEffect(() => {
    const menu = details.current;
    if (!menu) return undefined;
    const closeUnlessInside = (event: Event) => {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    };
    document.addEventListener('click', closeUnlessInside);
    document.addEventListener('focusin', closeUnlessInside);
    menu.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('click', closeUnlessInside);
      document.removeEventListener('focusin', closeUnlessInside);
      menu.removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  return (
    <details className="account" ref={details}>
      <summary aria-label={label}>{summary}</summary>
      <div className="menu">{children}</div>
    </details>
  );
}
