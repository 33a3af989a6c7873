import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { AdjustmentKind } from '../../../lib/db/vocabulary.ts';
import { type Adjustment, adjustDates } from '../../../lib/deadlines/adjusted.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';

const RULE = 'ca.grv.resolve';

function clockOn(today: string, adjustments: readonly Adjustment[], decision?: string) {
  const read = readFacts({
    asOf: today,
    coverage: { program: 'commercial', regulator: 'DMHC' },
    grievance: {
      receivedOn: '2026-02-02',
      ...(decision && { decision: { letterDate: decision, outcome: 'upheld' } }),
    },
  });
  if (!read.ok) throw new Error('the facts are sound');
  const { facts } = read;
  const adjusted = adjustDates(assess(facts), adjustments, facts);
  return adjusted.deadlines.find(({ rule }) => rule === RULE);
}

let minute = 0;
const set = (kind: AdjustmentKind, dueOn: string, withdrawn = false): Adjustment => ({
  rule: RULE,
  kind,
  dueOn: localDate(dueOn),
  recordedAt: new Date(60_000 * (minute += 1)),
  withdrawnAt: withdrawn ? new Date(0) : null,
});

describe('the date that is worked to', () => {
  test.each([
    ['the rule’s own where nothing was set', [], '2026-03-04'],
    ['an earlier date set by hand', [set('by-hand', '2026-02-20')], '2026-02-20'],
    ['the rule’s own before a later date set by hand', [set('by-hand', '2026-03-20')], '2026-03-04'],
    ['a granted extension', [set('extension', '2026-03-18')], '2026-03-18'],
    [
      'the latest of two extensions',
      [set('extension', '2026-03-18'), set('pause', '2026-03-11')],
      '2026-03-11',
    ],
    [
      'the earlier of an extension and a date set by hand',
      [set('extension', '2026-03-18'), set('by-hand', '2026-03-10')],
      '2026-03-10',
    ],
    ['the rule’s own again after a withdrawal', [set('by-hand', '2026-02-20', true)], '2026-03-04'],
  ])('is %s', (_case, adjustments, dueOn) => {
    const clock = clockOn('2026-02-10', adjustments);
    expect(clock?.dueOn).toBe(dueOn);
    expect(clock?.ruleDueOn).toBe(dueOn === '2026-03-04' ? undefined : '2026-03-04');
  });
});

test('decides what is overdue, met and late', () => {
  const byHand = [set('by-hand', '2026-02-20')];
  expect(clockOn('2026-02-20', byHand)?.status).toBe('open');
  expect(clockOn('2026-02-21', byHand)?.status).toBe('overdue');
  expect(clockOn('2026-02-25', byHand, '2026-02-20')?.status).toBe('met');
  expect(clockOn('2026-02-25', byHand, '2026-02-21')?.status).toBe('late');
});
