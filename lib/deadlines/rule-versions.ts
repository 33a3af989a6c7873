import type { LocalDate } from '../calendar/local-date.ts';
import { addDays, compareDates, isAfter } from '../calendar/local-date.ts';
import type { AnswerPeriod } from './answer-periods.ts';
import { wholeDaysOf } from './due-date.ts';
import type { InForce } from './in-force.ts';
import { currentRules, type DatedRule, type Period, type RuleTable } from './rules.ts';

/** A changed text of a dated rule: another period, for clocks that start within its days. */
export type RuleText = {
  readonly rule: string;
  readonly periodCount: number;
  readonly periodUnit: Period['unit'];
  readonly inForceFrom: LocalDate;
  readonly inForceTo: LocalDate | null;
};

/**
 * The shipped rules with other texts laid over them: each takes over for clocks that start on its days, and what stood
 * before and after stays. Where two share days, the one that begins later wins; of two that begin together, the last
 * one given. A plan's changed time to answer changes the day on which its silence counts, too. Pure.
 */
export function rulesWith(texts: readonly RuleText[], table: RuleTable = currentRules): RuleTable {
  if (texts.length === 0) return table;
  return texts
    .toSorted((a, b) => compareDates(a.inForceFrom, b.inForceFrom))
    .reduce<RuleTable>(
      (rules, text) => ({
        ...rules,
        dated: rules.dated.flatMap((rule) =>
          rule.id === text.rule ? laidOver(rule, text, withPeriod(rule, periodOf(text))) : [rule],
        ),
        answerPeriods: rules.answerPeriods.flatMap((answer) =>
          answer.duty === text.rule ? laidOver(answer, text, withDays(answer, periodOf(text))) : [answer],
        ),
      }),
      table,
    );
}

/** The period of a rule's ordinary case; urgent cases and other kinds that have their own keep it in every text. */
export function ordinaryPeriodOf({ clocks }: DatedRule): Period {
  const ordinary = clocks.find(({ when }) => when === undefined);
  if (ordinary === undefined) throw new RangeError('a rule without a clock for its ordinary case');
  return ordinary.period;
}

const periodOf = ({ periodCount, periodUnit }: RuleText): Period => ({
  count: periodCount,
  unit: periodUnit,
});

const withPeriod = (rule: DatedRule, period: Period): DatedRule => ({
  ...rule,
  clocks: rule.clocks.map((clock) => (clock.when === undefined ? { ...clock, period } : clock)),
});

/** Silence is counted in calendar days, to which hours round up; no other unit can say it. */
function withDays(answer: AnswerPeriod, { count, unit }: Period): AnswerPeriod {
  if (unit === 'calendar days') return { ...answer, days: count };
  if (unit === 'hours') return { ...answer, days: wholeDaysOf(count) };
  throw new RangeError(`silence is not counted in ${unit}`);
}

/** What stands before the text's days, the text on its days, and what stands after them. */
function laidOver<Row extends { readonly inForce: InForce }>(row: Row, text: RuleText, changed: Row): Row[] {
  const { from, to } = row.inForce;
  const startsLater = to !== null && isAfter(text.inForceFrom, to);
  const endedBefore = from !== null && text.inForceTo !== null && isAfter(from, text.inForceTo);
  if (startsLater || endedBefore) return [row];
  const start = from !== null && isAfter(from, text.inForceFrom) ? from : text.inForceFrom;
  const end = earlierEnd(to, text.inForceTo);
  const before =
    from === null || isAfter(start, from) ? [{ ...row, inForce: { from, to: addDays(start, -1) } }] : [];
  const after =
    end !== null && (to === null || isAfter(to, end))
      ? [{ ...row, inForce: { from: addDays(end, 1), to } }]
      : [];
  return [...before, { ...changed, inForce: { from: start, to: end } }, ...after];
}

function earlierEnd(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return isAfter(a, b) ? b : a;
}
