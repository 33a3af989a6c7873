import { formatLongDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ImrApplication } from '../cases/case-record.ts';
import type { StageId } from './after-filing.ts';

/** What to say to the department when a step after the filing is late: who asks, what was due by which law, and one question. */
export function callScript(stage: StageId, application: ImrApplication, dueOn: LocalDate): string {
  const { appliedOn, confirmationNumber, regulator } = application;
  const number = confirmationNumber ? `, confirmation number ${confirmationNumber}` : '';
  const opening = `I am calling for a client about an application for an Independent Medical Review, sent ${formatLongDate(appliedOn)}${number}.`;
  return `${opening} ${QUESTIONS[stage](formatLongDate(dueOn), regulator === 'DMHC')}`;
}

const QUESTIONS: Readonly<Record<StageId, (due: string, isDmhc: boolean) => string>> = {
  acceptance: (due) =>
    `By the regulation (28 CCR 1300.74.30) we were to hear by ${due} whether it is accepted. Is anything missing, who has the file, and when will the letter go out?`,
  records: (due, isDmhc) =>
    `The plan was to send its records to the reviewer by ${due} (${isDmhc ? 'H&S 1374.30(n)' : 'Ins. Code 10169(n)'}). Has the reviewer got them, and will you press the plan for what is missing?`,
  decision: (due, isDmhc) =>
    `The review was to be decided by ${due} (${isDmhc ? 'H&S 1374.33(c)' : 'Ins. Code 10169.3(c)'}). Was it extended, does the reviewer wait for anything, and on which day can we expect the decision?`,
  adoption: () => 'Has the reviewer decided, and when will the written decision go out?',
  implementation: (due) =>
    `The plan was to carry out the decision by ${due}, five working days after it received it (H&S 1374.34(a)), and has not. Will you have it comply, and count the days for the penalty (H&S 1374.34(b))?`,
};
