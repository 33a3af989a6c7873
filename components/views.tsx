import type { ReactNode } from 'react';

type Place = { href: string; label: string; count?: number; current?: boolean };

function placeLink({ href, label, count, current }: Place) {
  return (
    <a key={href} href={href} aria-current={current ? 'page' : undefined}>
      {label}
      {count === undefined ? null : (
        <>
          {' '}
          <span className="quiet">{count.toLocaleString('en-US')}</span>
        </>
      )}
    </a>
  );
}

/** Saved views of a list, as text. */
export function Views({
  label,
  views,
  children,
}: {
  label: string;
  views: readonly Place[];
  children?: ReactNode;
}) {
  return (
    <nav className="views" aria-label={label}>
      {views.map(placeLink)}
      {children}
    </nav>
  );
}

/** The parts of one record, under its header. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Place[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <div className="wrap">{tabs.map(placeLink)}</div>
    </nav>
  );
}
