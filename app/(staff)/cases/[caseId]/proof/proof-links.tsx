'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The one layout breakpoint: below it a proof is a page of its own. */
const WIDE = '(min-width: 721px)';
const PROOF = /^\/cases\/[^/]+\/proof\/[^/]+$/;

/**
 * Opens the proof of a date over the page it stands on. Every date stays a plain link, so without scripts, on a phone
 * and in a new tab the same address is a page.
 */
export function ProofLinks() {
  const router = useRouter();
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !isPlainClick(event) || link.target || !matchMedia(WIDE).matches) return;
      if (link.origin !== location.origin || !PROOF.test(link.pathname)) return;
      const isInPanel = link.closest('dialog') !== null;
      if (PROOF.test(location.pathname) && !isInPanel) return;
      event.preventDefault();
      // Safari does not focus a link that is clicked, and closing gives the focus back to what had it.
      link.focus();
      if (isInPanel) router.replace(link.pathname, { scroll: false });
      else router.push(link.pathname, { scroll: false });
    };
    document.addEventListener('click', open);
    return () => document.removeEventListener('click', open);
  }, [router]);
  return null;
}

const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;
