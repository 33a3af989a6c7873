import type { LocalDate } from '../calendar/local-date.ts';
import { addDays, isAfter } from '../calendar/local-date.ts';
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
 * before and after stays. Later texts win over earlier ones. Pure.
 */
export function rulesWith(texts: readonly RuleText[], table: RuleTable = currentRules): RuleTable {
  if (texts.length === 0) return table;
  return {
    ...table,
    dated: texts.reduce((dated, text) => dated.flatMap((rule) => withText(rule, text)), table.dated),
  };
}

function withText(rule: DatedRule, text: RuleText): DatedRule[] {
  const { from, to } = rule.inForce;
  const startsLater = to !== null && isAfter(text.inForceFrom, to);
  const endedBefore = from !== null && text.inForceTo !== null && isAfter(from, text.inForceTo);
  if (rule.id !== text.rule || startsLater || endedBefore) return [rule];
  const start = from !== null && isAfter(from, text.inForceFrom) ? from : text.inForceFrom;
  const end = earlierEnd(to, text.inForceTo);
  const changed: DatedRule = {
    ...rule,
    clocks: rule.clocks.map((clock) => ({
      ...clock,
      period: { count: text.periodCount, unit: text.periodUnit },
    })),
    inForce: { from: start, to: end },
  };
  const before =
    from === null || isAfter(start, from) ? [{ ...rule, inForce: { from, to: addDays(start, -1) } }] : [];
  const after =
    end !== null && (to === null || isAfter(to, end))
      ? [{ ...rule, inForce: { from: addDays(end, 1), to } }]
      : [];
  return [...before, changed, ...after];
}

function earlierEnd(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return isAfter(a, b) ? b : a;
}
