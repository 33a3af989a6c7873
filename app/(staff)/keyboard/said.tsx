import { useEffect, useRef } from 'react';

/**
 * Says what an action came to. A notice that comes with a page is seen, but not heard: only a region that was there
 * before it is listened to.
 */
export function SaidResults() {
  const region = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    const read = () =>
      [...document.querySelectorAll('main [data-said]')].map((each) => each.textContent).join(' ');
    // What a page came with is read with it.
    let last = read();
    const listen = () => {
      const now = read();
      if (now !== last && region.current) region.current.textContent = now;
      last = now;
    };
    const watch = new MutationObserver(listen);
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, []);
  return <output className="vh" aria-live="polite" ref={region} />;
}
