import type { Ref } from 'react';
import { Mark } from '../mark.tsx';
import type { Change } from './form-state.ts';

/** Another person saved first: who, when, what; saving again keeps both. */
export function ChangedMeanwhile({
  ref,
  changes,
}: {
  ref?: Ref<HTMLDivElement>;
  changes: readonly Change[];
}) {
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={ref}>
      <Mark kind="late">
        <strong>Not saved yet: this was changed while you were writing</strong>
      </Mark>
      <ul>
        {changes.map((change) => (
          <li key={`${change.when}-${change.what}`}>
            {change.who}, {change.when}: {change.what}
          </li>
        ))}
      </ul>
      <p className="quiet">Everything you typed is still here. Read what changed, then save again.</p>
    </div>
  );
}
