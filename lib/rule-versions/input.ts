import { z } from 'zod';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { PERIOD_UNITS } from '../db/vocabulary.ts';
import { type DatedRuleId, datedRules } from '../deadlines/rules.ts';
import { choice, line, longText, readAhead, recordId, requiredDate, requiredLine } from '../input-fields.ts';

const DAYS_AHEAD = 365;
const LONGEST_PERIOD = 3650;
const REASON_REMEDY =
  'Say what changed and why, such as “the amended section shortens the period from January 1 on”.';

const [firstRule, ...otherRules] = datedRules.map(({ id }) => id) as [DatedRuleId, ...DatedRuleId[]];

/** A changed text of a rule, as it is proposed. */
export const ruleDraftInput = (today: LocalDate) =>
  z.object({
    rule: choice([firstRule, ...otherRules], 'Choose a rule that has a date.'),
    periodCount: z.coerce
      .number('Type the period as a number, such as 30.')
      .int('Type the period as a whole number.')
      .min(1, 'The period has to be at least 1.')
      .max(LONGEST_PERIOD, `The period is longer than ${LONGEST_PERIOD.toLocaleString('en-US')}.`),
    periodUnit: choice(PERIOD_UNITS, 'Choose what the period is counted in.'),
    startsOn: requiredDate('The first day it is in force', addDays(today, DAYS_AHEAD)),
    endsOn: readAhead('The last day it is in force', today),
    source: requiredLine('The source', 'Name the bill, the regulation or the letter, and where to read it.'),
    reason: longText('The reason').refine((text) => text.length > 0, {
      message: 'The reason is missing.',
      params: { remedy: REASON_REMEDY },
    }),
  });

export const ruleApprovalInput = () => z.object({ versionId: recordId });
export const ruleDiscardInput = () => z.object({ versionId: recordId, reason: line('Reason') });

export type RuleDraftInput = z.infer<ReturnType<typeof ruleDraftInput>>;
export type RuleApprovalInput = z.infer<ReturnType<typeof ruleApprovalInput>>;
export type RuleDiscardInput = z.infer<ReturnType<typeof ruleDiscardInput>>;
