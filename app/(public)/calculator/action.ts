'use server';

import { requestTime } from '@/lib/access/session.ts';
import { publicAssessments } from '@/lib/assess-api/public-assessments.ts';
import { wordsIn } from '@/lib/calculator/catalog.ts';
import { readLanguage } from '@/lib/calculator/language.ts';
import { readAnswers } from '@/lib/calculator/read-answers.ts';
import { resultOf } from '@/lib/calculator/result.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { readForm } from './read-form.ts';
import type { CalculatorState } from './state.ts';

/** Counts the dates of one form. Posted, so that no date is in an address or a log; keeps nothing but a count. */
export async function calculateAction(_former: CalculatorState, form: FormData): Promise<CalculatorState> {
  // The button of another language, or the language that the form is in.
  const language = readLanguage(form.get('to') ?? form.get('lang'));
  const words = wordsIn(language);
  const values = readForm(form);
  const read = readAnswers(values, pacificToday(await requestTime()), words);
  const echoes = Object.fromEntries(
    Object.entries(read.answers.dates).map(([question, on]) => [question, words.dates.long(on)]),
  );
  if (!read.ok) {
    const { problems } = read;
    return { status: 'refused', title: words.problems.title(problems.length), problems, values, echoes };
  }
  publicAssessments().count.add(1);
  return { status: 'answered', result: resultOf(read.facts, read.answers, words), values, echoes, language };
}
