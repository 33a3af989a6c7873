import type { Ref } from 'react';
import type { Problem } from './form/form-state.ts';
import { ProblemText } from './form/problem-text.tsx';
import { Mark } from './mark.tsx';

/** Takes focus after a refused submission and leads to each field. */
export function ErrorSummary({
  ref,
  problems,
  title,
  hrefOf,
}: {
  ref?: Ref<HTMLDivElement>;
  problems: readonly Problem[];
  title?: string;
  hrefOf: (field: string) => string;
}) {
  const count = problems.length;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={ref}>
      <Mark kind="late">
        <strong>
          {title ?? `Not saved: ${count === 1 ? 'one thing needs' : `${count} things need`} another look`}
        </strong>
      </Mark>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field}-${problem.message}`}>
            {problem.field === null ? (
              <ProblemText problem={problem} />
            ) : (
              <a className="link" href={hrefOf(problem.field)}>
                {problem.message}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">Everything you typed is still here.</p>
    </div>
  );
}
