import type { ReactNode } from 'react';

/** One sentence that says why it is empty, and what comes next. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="lead">{title}</p>
      {children ? <p className="quiet">{children}</p> : null}
      {action ? <div className="btns">{action}</div> : null}
    </div>
  );
}
