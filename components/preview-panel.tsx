import { type ReactNode, useId } from 'react';

/** What saving will do, said politely to assistive technology as it changes. */
export function PreviewPanel({
  title,
  busy,
  legal,
  isLong = false,
  children,
}: {
  title: string;
  busy?: boolean;
  legal?: ReactNode;
  /** Too long to be read out at every change: what in it has to be told says so itself. */
  isLong?: boolean;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className="rec-pv sheet" aria-labelledby={headingId} aria-busy={busy}>
      <h2 id={headingId}>{title}</h2>
      <div aria-live={isLong ? undefined : 'polite'}>{children}</div>
      {legal ? <p className="legal">{legal}</p> : null}
    </section>
  );
}
