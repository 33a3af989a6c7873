import { expect, test } from 'vitest';
import { seriesOf } from '../../../../lib/reminders/letters/series.ts';

const rungs = (days: readonly number[], closed: readonly number[] = []) =>
  days.map((day) => ({
    id: `T-${day}`,
    at: new Date(Date.UTC(2026, 5, 30 - (closed.includes(day) ? day + 2 : day), 15)),
  }));
const place = (sent: string[], rung: string, ladder = rungs([30, 14, 7, 3, 1])) => {
  const { ordinal, total } = seriesOf(ladder, new Set(sent), rung);
  return `${ordinal} of ${total}`;
};

test('counts what was sent, this message and what lies ahead', () => {
  expect(place([], 'T-30')).toBe('1 of 5');
  expect(place(['T-30', 'T-14'], 'T-7')).toBe('3 of 5');
  expect(place(['T-30', 'T-14', 'T-7', 'T-3'], 'T-1')).toBe('5 of 5');
});

test('begins with the first that is sent, whatever the ladder had before', () => {
  expect(place([], 'T-7')).toBe('1 of 3');
  expect(place(['T-7'], 'T-1')).toBe('2 of 2');
});

test('counts a message that is sent again as itself', () => {
  expect(place(['T-30', 'T-14'], 'T-14')).toBe('2 of 5');
});

test('leaves out what another message of the same moment speaks for', () => {
  const beforeAWeekend = rungs([30, 14, 7, 3, 1], [1]);
  expect(place([], 'T-30', beforeAWeekend)).toBe('1 of 4');
  expect(place(['T-30', 'T-14', 'T-7'], 'T-1', beforeAWeekend)).toBe('4 of 4');
});

test('leaves out the news of what the silence opened', () => {
  expect(place(['opened'], 'T-30')).toBe('1 of 5');
});
