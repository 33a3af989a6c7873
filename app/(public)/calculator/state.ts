import type { CalculatorLanguage } from '@/lib/calculator/language.ts';
import type { AnswerProblem, FormAnswers } from '@/lib/calculator/read-answers.ts';
import type { CalculatorResult } from '@/lib/calculator/result.ts';

/** The form's id: buttons outside it submit it too. */
export const FORM_ID = 'answers';

/** What came of the last submission. It lives in the page it is shown on, and nowhere else. */
export type CalculatorState =
  | { readonly status: 'asking' }
  | {
      readonly status: 'refused';
      readonly title: string;
      readonly problems: readonly AnswerProblem[];
      readonly values: FormAnswers;
      readonly echoes: Readonly<Record<string, string>>;
    }
  | {
      readonly status: 'answered';
      readonly result: CalculatorResult;
      readonly values: FormAnswers;
      readonly echoes: Readonly<Record<string, string>>;
      readonly language: CalculatorLanguage;
    };
