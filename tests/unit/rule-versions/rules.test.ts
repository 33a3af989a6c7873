import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { RuleText } from '../../../lib/deadlines/rule-versions.ts';
import { datedRules } from '../../../lib/deadlines/rules.ts';
import {
  approvalViolation,
  draftViolations,
  endedViolation,
  unitsFor,
} from '../../../lib/rule-versions/rules.ts';
import { inForceText, periodText, ruleTextInWords } from '../../../lib/rule-versions/text-words.ts';

const draft = (more: Partial<RuleText> = {}): RuleText => ({
  rule: 'ca.grv.resolve',
  periodCount: 20,
  periodUnit: 'calendar days',
  inForceFrom: localDate('2027-07-01'),
  inForceTo: null,
  ...more,
});
const fields = (text: RuleText, approved: RuleText[] = []) =>
  draftViolations(text, approved).map(({ field }) => field);

describe('a draft', () => {
  test('is taken where it changes the period in a unit that its clocks can be counted in', () => {
    expect(fields(draft())).toEqual([]);
    expect(fields(draft({ rule: 'ca.grv.ack', periodUnit: 'working days' }))).toEqual([]);
    expect(fields(draft({ rule: 'ca.imr.deadline.decision', periodCount: 8, periodUnit: 'months' }))).toEqual(
      [],
    );
  });

  test('is refused in another unit', () => {
    expect(fields(draft({ rule: 'ca.grv.ack', periodUnit: 'months' }))).toEqual(['periodUnit']);
    expect(fields(draft({ periodUnit: 'working days' }))).toEqual(['periodUnit']);
    expect(fields(draft({ rule: 'fed.ext.file', periodCount: 8, periodUnit: 'months' }))).toEqual([
      'periodUnit',
    ]);
    for (const { id } of datedRules) expect(unitsFor(id), id).not.toEqual([]);
  });

  test('is refused where it ends before it begins', () => {
    expect(fields(draft({ inForceTo: localDate('2027-06-30') }))).toEqual(['endsOn']);
    expect(fields(draft({ inForceTo: localDate('2027-07-01') }))).toEqual([]);
  });

  test('is refused where it says what is in force already', () => {
    expect(fields(draft({ periodCount: 30 }))).toEqual(['periodCount']);
    expect(fields(draft(), [draft()])).toEqual(['periodCount']);
    expect(fields(draft({ periodCount: 30 }), [draft()])).toEqual([]);
    expect(fields(draft({ inForceFrom: localDate('2027-06-30') }), [draft()])).toEqual([]);
  });
});

describe('an approval', () => {
  const standing = { draftedBy: 'anna', approvedAt: null, discardedAt: null };

  test('is another person’s than the draft', () => {
    expect(approvalViolation(standing, 'anna')?.message).toBe(
      'You drafted this change, so another administrator has to approve it.',
    );
    expect(approvalViolation(standing, 'ben')).toBeNull();
  });

  test('ends a draft once, as a discard does', () => {
    expect(approvalViolation({ ...standing, approvedAt: new Date(0) }, 'ben')).not.toBeNull();
    expect(endedViolation({ ...standing, discardedAt: new Date(0) })?.message).toContain('discarded');
    expect(endedViolation(standing)).toBeNull();
  });
});

test('says a text in words', () => {
  expect(periodText({ count: 1, unit: 'hours' })).toBe('1 hour');
  expect(inForceText(draft({ inForceTo: localDate('2027-12-31') }))).toBe(
    'from Thu, Jul 1, 2027 to Fri, Dec 31, 2027',
  );
  expect(ruleTextInWords(draft())).toBe('Answer the grievance: 20 calendar days from Thu, Jul 1, 2027');
});
