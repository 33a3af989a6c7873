import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import type { Assessment } from '../../../lib/deadlines/assessment.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import {
  currentRules,
  type DatedRule,
  type DatedRuleId,
  type RuleTable,
} from '../../../lib/deadlines/rules.ts';
import { dmhc, type FactsByPath, nested } from './assessed-facts.ts';

const changesOn = localDate('2027-07-01');
const dayBefore = addDays(changesOn, -1);
const asOf = '2028-06-01';

/** The table after a bill that changes one rule for clocks that start on `changesOn` or later. */
function amended(id: DatedRuleId, change: Partial<DatedRule>): RuleTable {
  const dated = currentRules.dated.flatMap((rule) =>
    rule.id === id
      ? [
          { ...rule, inForce: { from: null, to: dayBefore } },
          { ...rule, ...change, inForce: { from: changesOn, to: null } },
        ]
      : [rule],
  );
  return { ...currentRules, dated };
}

const fifteenDays = amended('ca.grv.resolve', {
  clocks: [{ from: (c) => c.received, period: { count: 15, unit: 'calendar days' } }],
});

describe('a rule that changes on a day', () => {
  it('moves the clocks that start on that day or later, and no other', () => {
    const due = (receivedOn: LocalDate, rules?: RuleTable) =>
      under(rules, { 'grievance.receivedOn': receivedOn }).deadlines.find(
        ({ rule }) => rule === 'ca.grv.resolve',
      )?.dueOn;
    expect(due(dayBefore, fifteenDays)).toBe(addDays(dayBefore, 30));
    expect(due(changesOn, fifteenDays)).toBe(addDays(changesOn, 15));
    expect(due(addDays(changesOn, 200), fifteenDays)).toBe(addDays(changesOn, 215));
    expect(due(changesOn)).toBe(addDays(changesOn, 30));
  });

  it('leaves every other deadline as it was', () => {
    const facts = {
      'denial.letterDate': addDays(changesOn, -40),
      'grievance.receivedOn': addDays(changesOn, 3),
      'grievance.decision.letterDate': addDays(changesOn, 60),
      'grievance.decision.outcome': 'upheld',
    };
    const others = ({ deadlines }: Assessment) => deadlines.filter(({ rule }) => rule !== 'ca.grv.resolve');
    expect(others(under(fifteenDays, facts))).toEqual(others(under(currentRules, facts)));
    expect(under(fifteenDays, facts).imr).toEqual(under(currentRules, facts).imr);
  });

  it('counts from the day that the clock starts, which may be after the event that set it going', () => {
    const twelveMonths = amended('ca.imr.deadline.silence', {
      clocks: [{ from: (c) => c.silenceDay, period: { count: 12, unit: 'months' } }],
    });
    const fileBy = (receivedOn: LocalDate) =>
      under(twelveMonths, { 'grievance.receivedOn': receivedOn }).imr.fileBy;
    expect(fileBy(addDays(changesOn, -31))).toBe('2027-12-30');
    expect(fileBy(addDays(changesOn, -30))).toBe('2028-07-01');
  });

  it('may shorten the days after which silence is an answer', () => {
    const rules: RuleTable = {
      ...currentRules,
      answerPeriods: [
        ...currentRules.answerPeriods.map((answer) => ({
          ...answer,
          inForce: { from: null, to: dayBefore },
        })),
        { duty: 'ca.grv.resolve', isExpedited: false, days: 20, inForce: { from: changesOn, to: null } },
      ],
    };
    const opens = (receivedOn: LocalDate) =>
      under(rules, { 'grievance.receivedOn': receivedOn }).imr.availableFrom;
    expect(opens(dayBefore)).toBe(addDays(dayBefore, 31));
    expect(opens(changesOn)).toBe(addDays(changesOn, 21));
  });

  it('may end an opening', () => {
    const rules: RuleTable = {
      ...currentRules,
      openings: currentRules.openings.map((rule) => ({ ...rule, inForce: { from: null, to: dayBefore } })),
    };
    const experimental = (letterDate: LocalDate) =>
      under(rules, { 'denial.letterDate': letterDate, 'denial.basis': ['experimental'] }).imr.openedBy;
    expect(experimental(dayBefore)).toBe('ca.imr.open.experimental');
    expect(experimental(changesOn)).toBeNull();
  });
});

function under(rules: RuleTable | undefined, facts: FactsByPath): Assessment {
  const read = readFacts(nested({ ...dmhc, asOf, ...facts }));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return assess(read.facts, rules);
}
