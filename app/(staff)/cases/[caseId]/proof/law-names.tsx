import { Fragment } from 'react';

/** The provisions that a sentence rests on, each unbroken. */
export function LawNames({ laws }: { laws: readonly string[] }) {
  if (laws.length === 0) return null;
  return (
    <cite>
      {laws.map((law, index) => (
        <Fragment key={law}>
          {index > 0 ? '; ' : null}
          <span className="nowrap">{law}</span>
        </Fragment>
      ))}
    </cite>
  );
}
