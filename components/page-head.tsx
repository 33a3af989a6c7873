import type { ReactNode } from 'react';

export function Crumbs({
  trail,
  children,
}: {
  trail: readonly { href?: string; label: string }[];
  /** After the trail: a copy button, the owner. */
  children?: ReactNode;
}) {
  return (
    <nav aria-label="You are here" className="crumb">
      {trail.map(({ href, label }, index) => (
        <span key={label} className="contents">
          {index > 0 ? <span aria-hidden="true">/</span> : null}
          {href ? <a href={href}>{label}</a> : <span className="tab">{label}</span>}
        </span>
      ))}
      {children}
    </nav>
  );
}

/** One headline a page, the sentence that carries its state, and its verbs. */
export function PageHead({
  title,
  count,
  lead,
  crumbs,
  actions,
  children,
}: {
  title: ReactNode;
  count?: ReactNode;
  lead?: ReactNode;
  crumbs?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="wrap page-head">
      <div>
        {crumbs}
        <h1>
          {title}
          {count === undefined ? null : (
            <>
              {' '}
              <span className="count">{count}</span>
            </>
          )}
        </h1>
        {lead ? <p className="lead quiet">{lead}</p> : null}
        {children}
      </div>
      {actions ? <div className="btns">{actions}</div> : null}
    </header>
  );
}
