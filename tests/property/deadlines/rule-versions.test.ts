import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isAfter, isBefore, localDate } from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { ordinaryPeriodOf, type RuleText, rulesWith } from '../../../lib/deadlines/rule-versions.ts';
import { datedRules } from '../../../lib/deadlines/rules.ts';
import { validFacts } from './facts-arbitrary.ts';

const texts: fc.Arbitrary<RuleText> = fc
  .record({
    rule: fc.constantFrom(...datedRules),
    count: fc.integer({ min: 1, max: 200 }),
    from: fc.nat({ max: 1_200 }).map((days) => addDays(localDate('2025-06-01'), days)),
    length: fc.option(fc.nat({ max: 400 })),
  })
  .map(({ rule, count, from, length }) => ({
    rule: rule.id,
    periodCount: count,
    periodUnit: ordinaryPeriodOf(rule).unit,
    inForceFrom: from,
    inForceTo: length === null ? null : addDays(from, length),
  }));

describe('a changed text of a rule', () => {
  test('changes nothing about a case on which no clock of that rule starts within its days', () => {
    fc.assert(
      fc.property(validFacts, texts, (facts, text) => {
        const before = assess(facts);
        const isConcerned = before.deadlines.some(
          ({ rule, explanation: { trigger } }) =>
            rule === text.rule &&
            !isBefore(trigger.on, text.inForceFrom) &&
            (text.inForceTo === null || !isAfter(trigger.on, text.inForceTo)),
        );
        fc.pre(!isConcerned);
        expect(assess(facts, rulesWith([text]))).toEqual(before);
      }),
    );
  });

  test('leaves every rule one text for any day', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), fc.nat({ max: 2_000 }), (given, days) => {
        const day = addDays(localDate('2025-01-01'), days);
        const { dated, answerPeriods } = rulesWith(given);
        const holds = ({ inForce: { from, to } }: (typeof dated)[number] | (typeof answerPeriods)[number]) =>
          (from === null || !isBefore(day, from)) && (to === null || !isAfter(day, to));
        for (const { id } of datedRules)
          expect(dated.filter((rule) => rule.id === id && holds(rule))).toHaveLength(1);
        expect(answerPeriods.filter(holds)).toHaveLength(6);
      }),
    );
  });
});
