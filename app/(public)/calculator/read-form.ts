import {
  checkQuestions,
  choiceQuestions,
  dateQuestionNames,
  type QuestionName,
} from '@/lib/calculator/questions.ts';
import type { FormAnswers } from '@/lib/calculator/read-answers.ts';

const longestAnswer = 200;

/** The answers of a submitted form, and nothing else that came with it. */
export function readForm(form: FormData | URLSearchParams): FormAnswers {
  const names: readonly QuestionName[] = [
    ...dateQuestionNames,
    ...(Object.keys(choiceQuestions) as (keyof typeof choiceQuestions)[]),
    ...(Object.keys(checkQuestions) as (keyof typeof checkQuestions)[]),
  ];
  const values: Record<string, string | readonly string[]> = {};
  for (const name of names) {
    const value = form.get(name);
    if (typeof value === 'string' && value !== '') values[name] = value.slice(0, longestAnswer);
  }
  const basis = form.getAll('basis').filter((value) => typeof value === 'string');
  if (basis.length > 0) values['basis'] = basis.slice(0, 10).map((value) => value.slice(0, longestAnswer));
  return values;
}
