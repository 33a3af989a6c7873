import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { VersionText } from '../../../lib/cases/case-record.ts';
import { versionNumberOf } from '../../../lib/rule-versions/texts-behind.ts';

const text = (id: string, rule: string, inForceFrom: string, approvedAt: string): VersionText => ({
  id,
  rule,
  source: 'A statute',
  periodCount: 20,
  periodUnit: 'calendar days',
  inForceFrom: localDate(inForceFrom),
  inForceTo: null,
  approvedAt: new Date(approvedAt),
});

test('a version keeps its number: the order of approval counts, not the days on which it is in force', () => {
  const first = text('a', 'ca.grv.resolve', '2027-01-01', '2026-06-01T17:00:00Z');
  const second = text('b', 'ca.grv.resolve', '2026-07-01', '2026-06-02T17:00:00Z');
  const other = text('c', 'ca.grv.ack', '2026-07-01', '2026-05-01T17:00:00Z');
  const all = [other, second, first];
  expect([first, second, other].map((each) => versionNumberOf(all, each))).toEqual([1, 2, 1]);
});
