import { describe, expect, test } from 'vitest';
import { type OfficeState, reasonsToWorry } from '../../../lib/worker-runs/rules.ts';

const now = new Date('2026-03-10T18:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const office = (more: Partial<OfficeState> = {}): OfficeState => ({
  createdAt: hoursAgo(1000),
  unsent: { waiting: 0, oldestAt: null },
  differenceCount: 0,
  ...more,
});
const runs = (sentHoursAgo: number | null, comparedHoursAgo: number | null) =>
  [
    ['send-reminders', sentHoursAgo],
    ['reconcile', comparedHoursAgo],
    ['note-lapses', 500],
  ].map(([job, ago]) => ({
    job: job as string,
    startedAt: now,
    finishedAt: ago === null ? null : hoursAgo(ago as number),
  }));

describe('the reasons to worry', () => {
  test('are none while both jobs finish within 26 hours and nothing is left over', () => {
    expect(reasonsToWorry(runs(26, 26), [office()], now)).toEqual([]);
  });

  test('name the job that has not finished for more than 26 hours, though it may have begun since', () => {
    expect(reasonsToWorry(runs(26.1, 1), [office()], now)).toEqual([
      'The worker has not finished sending reminders since 2026-03-09T15:54:00.000Z.',
    ]);
    expect(reasonsToWorry(runs(1, 27), [office()], now)).toEqual([
      'The worker has not finished comparing reminders since 2026-03-09T15:00:00.000Z.',
    ]);
  });

  test('count a job that never finished from the opening of the first office', () => {
    const young = [office({ createdAt: hoursAgo(25) })];
    expect(reasonsToWorry([], young, now)).toEqual([]);
    expect(reasonsToWorry(runs(null, null), [...young, office({ createdAt: hoursAgo(27) })], now)).toEqual([
      'The worker has not finished sending reminders at all.',
      'The worker has not finished comparing reminders at all.',
    ]);
  });

  test('add up what is unsent, with the oldest moment', () => {
    const waiting = (count: number, hours: number) =>
      office({ unsent: { waiting: count, oldestAt: hoursAgo(hours) } });
    expect(reasonsToWorry(runs(1, 1), [waiting(2, 3), office(), waiting(1, 5)], now)).toEqual([
      'What was due more than an hour ago has not gone out: 3 waiting, the oldest since Mar 10, 2026, 6:00 am, Pacific time.',
    ]);
  });

  test('add up what the last comparisons found', () => {
    const offices = [
      office({ differenceCount: 1 }),
      office({ differenceCount: null }),
      office({ differenceCount: 4 }),
    ];
    expect(reasonsToWorry(runs(1, 1), offices, now)).toEqual([
      'The last comparison found 5 differences between what should have gone out and what did.',
    ]);
  });

  test('are none where there is no office yet', () => {
    expect(reasonsToWorry([], [], now)).toEqual([]);
  });
});
