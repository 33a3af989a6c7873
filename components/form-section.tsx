import { type ReactNode, useId } from 'react';
import { Mark } from './mark.tsx';

/** One step of a long form, with how far it is. */
export function FormSection({
  title,
  detail,
  status,
  children,
}: {
  title: string;
  detail?: ReactNode;
  status?: { isDone: boolean; words: string };
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className="in-step" aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>{title}</h2>
        {status ? (
          <p className="small">
            <Mark kind={status.isDone ? 'met' : 'open'}>{status.words}</Mark>
          </p>
        ) : null}
        {detail ? <p className="small">{detail}</p> : null}
      </header>
      <div className="in-b">{children}</div>
    </section>
  );
}
