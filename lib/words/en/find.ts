import { formatDayCount } from '../../calendar/format-date.ts';

/** What a search tells of a case's next deadline. */
export const find = {
  left: (days: number): string => (days === 0 ? 'today' : formatDayCount(days)),
  over: (days: number): string => `${formatDayCount(days)} over`,
  late: (days: number): string => `${formatDayCount(days)} late`,
};
