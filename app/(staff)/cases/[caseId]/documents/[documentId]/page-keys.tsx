'use client';

import { useEffect } from 'react';

const REL_OF: Readonly<Record<string, string>> = { ArrowLeft: 'prev', ArrowRight: 'next' };

/** Left and right follow the links to the pages beside this one, unless they are at work where the focus is. */
export function PageKeys() {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const rel = REL_OF[event.key];
      const { target } = event;
      if (!rel || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (target instanceof Element && target.closest('input, select, textarea, summary')) return;
      const scrolls = target instanceof HTMLElement && target.scrollWidth > target.clientWidth;
      if (scrolls) return;
      document.querySelector<HTMLAnchorElement>(`.pv-nav a[rel="${rel}"]`)?.click();
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, []);
  return null;
}
