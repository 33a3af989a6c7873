'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;
/** Being looked at takes seconds; a page that nobody looks at must not keep a session alive. */
const MOST_TRIES = 20;

/** Draws the page again while something on it is still being worked on, less and less often, and then no more. */
export function RefreshSoon({ isOn, href }: { isOn: boolean; href: string }) {
  const router = useRouter();
  useEffect(() => {
    if (!isOn) return undefined;
    let tries = 0;
    let timer = 0;
    const wait = () => {
      if (tries >= MOST_TRIES) return;
      timer = window.setTimeout(
        () => {
          if (document.visibilityState === 'visible') {
            tries += 1;
            router.refresh();
          }
          wait();
        },
        Math.min(FIRST_WAIT_MS * 1.3 ** tries, LONGEST_WAIT_MS),
      );
    };
    wait();
    return () => window.clearTimeout(timer);
  }, [isOn, router]);
  if (!isOn) return null;
  return (
    <noscript>
      <p className="wrap quiet">
        Documents are still being looked at. <a href={href}>Look again</a>
      </p>
    </noscript>
  );
}
