'use client';

import { type RefObject, useEffect } from 'react';

/** Closes a disclosure on Escape, on a click outside and when focus leaves; Escape gives the focus back to its summary. */
export function useDismissal(details: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const open = details.current;
    if (!open) return undefined;
    const closeUnlessInside = (event: Event) => {
      if (event.target instanceof Node && !open.contains(event.target)) open.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !open.open) return;
      event.stopPropagation();
      open.open = false;
      open.querySelector('summary')?.focus();
    };
    document.addEventListener('click', closeUnlessInside);
    document.addEventListener('focusin', closeUnlessInside);
    open.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('click', closeUnlessInside);
      document.removeEventListener('focusin', closeUnlessInside);
      open.removeEventListener('keydown', closeOnEscape);
    };
  }, [details]);
}
