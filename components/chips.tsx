import type { ReactNode } from 'react';

/** A filter that lives in the URL: a link, pressed when it holds; zero is said as 0. */
export function Chip({
  href,
  count,
  current,
  children,
}: {
  href: string;
  count?: number;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <a className="chip" href={href} aria-current={current ? 'true' : undefined}>
      {children}
      {count === undefined ? null : <span className="n">{count.toLocaleString('en-US')}</span>}
    </a>
  );
}

export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="chips" aria-label={label}>
      {children}
    </nav>
  );
}
