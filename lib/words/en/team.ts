import type { StaysBecause } from '../../cases/move-cases.ts';

const cases = (count: number) => (count === 1 ? '1 case' : `${count.toLocaleString('en-US')} cases`);

/** The team's page: who has how much, what is late, and work that goes from one colleague to another. */
export const team = {
  /** Why a case stays where it is while others of the same move go. */
  staysBecause: {
    closed: 'closed',
    'already-theirs': 'already theirs',
    'moved-since': 'belongs to somebody else by now',
    'not-named': 'restricted, and the colleague is not named on it',
    'would-lead-alone': 'restricted, and the colleague is the only supervisor named on it',
  } satisfies Readonly<Record<StaysBecause, string>>,

  moved: (count: number, to: string | null) =>
    to === null
      ? `Moved ${cases(count)}, with the reminders.`
      : `Moved ${cases(count)} to ${to}, with the reminders.`,
  undo: 'Undo',
  undoUntil: 'Can be undone until the end of the day.',
  undone: (count: number, keptCount: number) =>
    keptCount === 0
      ? `Put ${cases(count)} back.`
      : `Put ${cases(count)} back. ${cases(keptCount)} stayed: moved or closed since, or not to be taken back.`,
  notUndone: 'Not put back.',
};
