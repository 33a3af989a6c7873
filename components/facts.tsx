import type { ReactNode } from 'react';

export type Fact = { term: string; value: ReactNode; detail?: ReactNode };

/** Recorded facts, each with how it is known. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ term, value, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {detail ? <div className="quiet small">{detail}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
