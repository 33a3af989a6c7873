import type { Problem } from './form-state.ts';

/** What is wrong, the rule with its citation, and what can be done now. */
export function ProblemText({ problem }: { problem: Omit<Problem, 'field'> }) {
  return [problem.message, problem.rule, problem.remedy].filter(Boolean).join(' ');
}
