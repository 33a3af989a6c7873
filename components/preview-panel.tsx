import { type ReactNode, useId } from 'react';

/** What saving will do, said politely to assistive technology as it changes. */
export function PreviewPanel({
  title,
  busy,
  legal,
  children,
}: {
  title: string;
  busy?: boolean;
  legal?: ReactNode;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className="rec-pv sheet" aria-labelledby={headingId} aria-busy={busy}>
      <h2 id={headingId}>{title}</h2>
      <div aria-live="polite">{children}</div>
      {legal ? <p className="legal">{legal}</p> : null}
    </section>
  );
}
