import { Mark } from '../mark.tsx';
import type { Problem } from './form-state.ts';
import { ProblemText } from './problem-text.tsx';

/** In the place of a preview: why saving would be refused as things stand. */
export function RefusedPreview({ problems }: { problems: readonly Problem[] }) {
  return (
    <>
      <p>
        <Mark kind="late">
          <strong>It would be refused as it is</strong>
        </Mark>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.message}>
            <ProblemText problem={problem} />
          </li>
        ))}
      </ul>
    </>
  );
}
