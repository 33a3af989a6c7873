import { always, type InForce } from './in-force.ts';

/** How many calendar days a plan has before its silence counts as an answer, from receipt (insurers: from filing). */
export interface AnswerPeriod {
  readonly isExpedited: boolean;
  readonly days: number;
  readonly inForce: InForce;
}

/** H&S 1374.30(j)(3) and Ins. Code 10169(j). A changed law is a second row, as in the rule table. */
export const answerPeriods: readonly AnswerPeriod[] = [
  { isExpedited: false, days: 30, inForce: always },
  { isExpedited: true, days: 3, inForce: always },
];
