import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';

/** Only for what nobody is looking after: a record without an owner, a job that did not run. */
export function Alarm({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="alarm" aria-label={title}>
      <Mark kind="late">
        <strong>{title}</strong>
      </Mark>
      {children ? <p>{children}</p> : null}
      {action ? <div className="act">{action}</div> : null}
    </section>
  );
}

/** What just happened, with its undo or its next step. Whoever announces results finds it by `data-said`. */
export function Notice({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <div className="notice">
      <span data-said="">{children}</span>
      {action ? <span className="act">{action}</span> : null}
    </div>
  );
}
