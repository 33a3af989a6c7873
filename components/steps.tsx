import type { ReactNode } from 'react';

/** What to do now, in order. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="steps">{children}</ol>;
}

/** A sentence, why, and one verb. */
export function Step({ children, why, verb }: { children: ReactNode; why?: ReactNode; verb?: ReactNode }) {
  return (
    <li>
      <div>
        <p>{children}</p>
        {why ? <p className="quiet">{why}</p> : null}
      </div>
      {verb}
    </li>
  );
}
