import { always, type InForce } from './in-force.ts';

/** The duties of a plan that end in silence: their time is the time after which no answer counts as an answer. */
export type AnswerDuty =
  | 'ca.grv.resolve'
  | 'ca.grv.expedited.statement'
  | 'mc.appeal.decide'
  | 'mc.appeal.decide.expedited';

/** How many calendar days a plan has before its silence counts as an answer, from receipt (insurers: from filing). */
export interface AnswerPeriod {
  /** Null where no rule of the table has that duty: an insurer's. */
  readonly duty: AnswerDuty | null;
  readonly isExpedited: boolean;
  readonly days: number;
  readonly inForce: InForce;
}

/** H&S 1374.30(j)(3) and Ins. Code 10169(j). A changed law is a second row, as in the rule table. */
export const answerPeriods: readonly AnswerPeriod[] = [
  { duty: 'ca.grv.resolve', isExpedited: false, days: 30, inForce: always },
  { duty: 'ca.grv.expedited.statement', isExpedited: true, days: 3, inForce: always },
  { duty: 'mc.appeal.decide', isExpedited: false, days: 30, inForce: always },
  { duty: 'mc.appeal.decide.expedited', isExpedited: true, days: 3, inForce: always },
  { duty: null, isExpedited: false, days: 30, inForce: always },
  { duty: null, isExpedited: true, days: 3, inForce: always },
];
