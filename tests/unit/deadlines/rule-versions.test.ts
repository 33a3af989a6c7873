import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import { ordinaryPeriodOf, type RuleText, rulesWith } from '../../../lib/deadlines/rule-versions.ts';
import { currentRules } from '../../../lib/deadlines/rules.ts';
import { cdi, dmhc, type FactsByPath, mediCal, nested, selfFunded } from './assessed-facts.ts';

const changesOn = localDate('2027-07-01');
const dayBefore = addDays(changesOn, -1);

const text = (rule: string, periodCount: number, more: Partial<RuleText> = {}): RuleText => ({
  rule,
  periodCount,
  periodUnit: 'calendar days',
  inForceFrom: changesOn,
  inForceTo: null,
  ...more,
});

function under(texts: readonly RuleText[], facts: FactsByPath) {
  const read = readFacts(nested({ asOf: '2029-06-01', ...facts }));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const assessment = assess(read.facts, rulesWith(texts));
  const due = (rule: string) => assessment.deadlines.find((deadline) => deadline.rule === rule)?.dueOn;
  return { due, imr: assessment.imr };
}

const grievance = (receivedOn: LocalDate, more: FactsByPath = {}) => ({
  ...dmhc,
  'grievance.receivedOn': receivedOn,
  ...more,
});

describe('a text laid over the shipped rules', () => {
  test('leaves the table itself alone where there is none', () => {
    expect(rulesWith([])).toBe(currentRules);
  });

  test('moves the clocks that start on its days, and none before or after', () => {
    const texts = [text('ca.grv.ack', 2, { inForceTo: addDays(changesOn, 9) })];
    const due = (receivedOn: LocalDate) => under(texts, grievance(receivedOn)).due('ca.grv.ack');
    expect(due(dayBefore)).toBe(addDays(dayBefore, 5));
    expect(due(changesOn)).toBe(addDays(changesOn, 2));
    expect(due(addDays(changesOn, 9))).toBe(addDays(changesOn, 11));
    expect(due(addDays(changesOn, 10))).toBe(addDays(changesOn, 15));
  });

  test('wins where it begins later, in whatever order the texts are given', () => {
    const texts = [text('ca.grv.ack', 2, { inForceFrom: addDays(changesOn, 5) }), text('ca.grv.ack', 7)];
    for (const given of [texts, texts.toReversed()]) {
      const due = (receivedOn: LocalDate) => under(given, grievance(receivedOn)).due('ca.grv.ack');
      expect(due(addDays(changesOn, 4))).toBe(addDays(changesOn, 11));
      expect(due(addDays(changesOn, 5))).toBe(addDays(changesOn, 7));
      expect(due(addDays(changesOn, 90))).toBe(addDays(changesOn, 92));
    }
  });

  test('wins as the last one given where two begin together', () => {
    const texts = [text('ca.grv.ack', 2), text('ca.grv.ack', 7)];
    expect(under(texts, grievance(changesOn)).due('ca.grv.ack')).toBe(addDays(changesOn, 7));
  });

  test('leaves urgent cases and payment disputes to their own periods', () => {
    const texts = [text('fed.appeal.decide', 20)];
    const due = (more: FactsByPath) =>
      under(texts, { ...selfFunded, 'grievance.receivedOn': changesOn, ...more }).due('fed.appeal.decide');
    expect(due({})).toBe(addDays(changesOn, 20));
    expect(due({ 'grievance.expedited': true })).toBe(addDays(changesOn, 3));
    expect(due({ 'denial.serviceReceived': true })).toBe(addDays(changesOn, 60));
  });

  test('can be written for every rule with a date', () => {
    for (const rule of currentRules.dated) expect(ordinaryPeriodOf(rule).count, rule.id).toBeGreaterThan(0);
  });
});

describe('a plan’s changed time to answer', () => {
  test.each([
    ['ca.grv.resolve', 'calendar days', 20, dmhc, {}, 20],
    ['ca.grv.expedited.statement', 'calendar days', 2, dmhc, { 'grievance.expedited': true }, 2],
    ['mc.appeal.decide', 'calendar days', 20, mediCal, {}, 20],
    ['mc.appeal.decide.expedited', 'hours', 36, mediCal, { 'grievance.expedited': true }, 2],
  ] as const)('moves the day %s ends in silence with it', (rule, periodUnit, count, coverage, more, days) => {
    const texts = [text(rule, count, { periodUnit })];
    const opens = (receivedOn: LocalDate, given: readonly RuleText[]) =>
      under(given, { ...coverage, 'grievance.receivedOn': receivedOn, ...more });
    const silence = coverage === mediCal ? 'mc.hearing.file' : 'ca.imr.deadline.silence';
    expect(opens(dayBefore, texts)).toMatchObject({ imr: opens(dayBefore, []).imr });
    expect(opens(dayBefore, texts).due(silence)).toBe(opens(dayBefore, []).due(silence));

    const changed = opens(changesOn, texts);
    expect(changed.due(rule)).toBe(addDays(changesOn, days));
    const isExpedited = 'grievance.expedited' in more;
    const sameSilence = opens(addDays(changesOn, days - (isExpedited ? 3 : 30)), []);
    expect(changed.due(silence)).toBe(sameSilence.due(silence));
    if (!isExpedited) expect(changed.imr.availableFrom).toBe(addDays(changesOn, days + 1));
  });

  test('makes an answer late that would have been in time', () => {
    const answered = grievance(changesOn, {
      'grievance.decision.letterDate': addDays(changesOn, 25),
      'grievance.decision.outcome': 'upheld',
    });
    expect(under([], answered).imr.fileByRule).toBe('ca.imr.deadline.decision');
    const { imr, due } = under([text('ca.grv.resolve', 20)], answered);
    expect(imr.fileByRule).toBe('ca.imr.deadline.silence');
    expect(due('ca.imr.deadline.silence')).toBe('2028-01-21');
  });

  test('says nothing about the silence of others', () => {
    const texts = [text('ca.grv.resolve', 20)];
    for (const coverage of [cdi, mediCal]) {
      const facts = {
        ...coverage,
        'grievance.filedOn': changesOn,
        'grievance.receivedOn': changesOn,
      };
      expect(under(texts, facts).imr).toEqual(under([], facts).imr);
    }
    const urgent = grievance(changesOn, { 'grievance.expedited': true });
    expect(under(texts, urgent).imr).toEqual(under([], urgent).imr);
  });

  test('is refused in a unit in which silence is not counted', () => {
    expect(() => rulesWith([text('ca.grv.resolve', 20, { periodUnit: 'working days' })])).toThrow(RangeError);
  });
});
