import type { ClockStanding, ReviewedClock } from './queries.ts';

export const STANDING_WORDS: Readonly<Record<ClockStanding, string>> = {
  met: 'Met',
  late: 'Met late',
  past: 'Past, not met',
  running: 'Running',
  ended: 'Ended without counting',
};

/** "Met on day 25 of 30", in days of this clock. */
export function standingSentence({ standing, startsOnDay, dueOnDay, metOnDay }: ReviewedClock): string {
  const allowed = dueOnDay - startsOnDay;
  const days = `${allowed.toLocaleString('en-US')} ${allowed === 1 ? 'day' : 'days'}`;
  if (metOnDay === null) return `${STANDING_WORDS[standing]}, of ${days}`;
  return `${STANDING_WORDS[standing]} after ${(metOnDay - startsOnDay).toLocaleString('en-US')} of ${days}`;
}
