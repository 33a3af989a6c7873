import { formatMediumDate } from '../calendar/format-date.ts';
import type { RuleText } from '../deadlines/rule-versions.ts';
import { type DatedRuleId, type Period, ruleOf } from '../deadlines/rules.ts';

const SINGULAR: Readonly<Record<Period['unit'], string>> = {
  'calendar days': 'calendar day',
  'working days': 'working day',
  months: 'calendar month',
  'federal months': 'month',
  hours: 'hour',
};
const PLURAL: Readonly<Record<Period['unit'], string>> = {
  'calendar days': 'calendar days',
  'working days': 'working days',
  months: 'calendar months',
  'federal months': 'months',
  hours: 'hours',
};

/** "30 calendar days", "6 calendar months", "1 hour". */
export const periodText = ({ count, unit }: Period): string =>
  `${count} ${count === 1 ? SINGULAR[unit] : PLURAL[unit]}`;

/** What a period is counted in, as a form offers it. */
export const unitText = (unit: Period['unit']): string => PLURAL[unit];

/** "from Thu, Jul 1, 2027", "from … to …", for clocks that start on those days. */
export const inForceText = ({
  inForceFrom,
  inForceTo,
}: Pick<RuleText, 'inForceFrom' | 'inForceTo'>): string =>
  `from ${formatMediumDate(inForceFrom)}${inForceTo ? ` to ${formatMediumDate(inForceTo)}` : ''}`;

/** "Answer the grievance: 20 calendar days from Thu, Jul 1, 2027", for the record and for lists. */
export const ruleTextInWords = (text: RuleText): string =>
  `${ruleOf(text.rule as DatedRuleId).title}: ${periodText({ count: text.periodCount, unit: text.periodUnit })} ${inForceText(text)}`;
