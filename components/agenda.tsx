import { type ReactNode, useId } from 'react';
import { FuseScale } from './fuse.tsx';

/** The agenda's frame: the scale of the fuses and one today line through every row. */
export function Agenda({ children }: { children: ReactNode }) {
  return (
    <div className="wrap agenda">
      <div className="ag-scale">
        <FuseScale width={184} perDay={4} />
      </div>
      {children}
    </div>
  );
}

/** A group with its count; severity is said once, under the name. Near groups keep their second lines on a phone. */
export function AgendaGroup({
  name,
  count,
  note,
  isNear,
  more,
  children,
}: {
  name: string;
  count: number;
  note?: ReactNode;
  isNear?: boolean;
  more?: ReactNode;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section className={isNear ? 'ag near' : 'ag'} aria-labelledby={headingId}>
      <header>
        <h2 id={headingId}>
          {name} <span className="count">{count.toLocaleString('en-US')}</span>
        </h2>
        {note ? <div className="small quiet">{note}</div> : null}
      </header>
      <div>
        <ol>{children}</ol>
        {more ? <p className="ag-more">{more}</p> : null}
      </div>
    </section>
  );
}

/**
 * One clock: its date, a sentence, a second line, the fuse, one verb. The keyboard goes from row to row by the link in
 * the sentence that is marked `data-open`, and presses what is marked `data-verb`.
 */
export function AgendaRow({
  due,
  sentence,
  detail,
  fuse,
  verb,
}: {
  due: ReactNode;
  sentence: ReactNode;
  detail?: ReactNode;
  fuse?: ReactNode;
  verb?: ReactNode;
}) {
  return (
    <li className="ag-row" data-row="">
      {due}
      <div className="ag-say">
        <p>{sentence}</p>
        {detail ? <p className="ag-sub">{detail}</p> : null}
      </div>
      <div className="ag-fuse">{fuse}</div>
      <div className="ag-do">{verb}</div>
    </li>
  );
}
