import { formatLongDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { Violation } from '../errors.ts';

/** What decides whether a case may be erased. */
export type Kept = {
  readonly closedAt: Date | null;
  readonly retainUntilOn: LocalDate | null;
  readonly isHeld: boolean;
  /** Who put it forward, while that stands. */
  readonly proposedBy: string | null;
};

export const heldAlready: Violation = {
  field: null,
  message: 'This case is under a legal hold already.',
  remedy: 'Release that hold first if its reason has changed.',
};

export const notHeld: Violation = {
  field: null,
  message: 'This case is under no legal hold.',
  remedy: 'Go back to the case.',
};

/** Why a case cannot be put forward for erasure on `today`; null when it can. */
export function keepingViolation(kept: Kept, today: LocalDate): Violation | null {
  if (!kept.closedAt || !kept.retainUntilOn)
    return {
      field: null,
      message: 'This case is open, so it is kept.',
      rule: 'The time of keeping starts when a case is closed.',
      remedy: 'Close the case first.',
    };
  if (isAfter(kept.retainUntilOn, today))
    return {
      field: null,
      message: `This case has to be kept until ${formatLongDate(kept.retainUntilOn)}.`,
      rule: 'The office keeps a case for the years set in its settings, counted from the closing.',
      remedy: 'It appears in the review list on that day.',
    };
  if (kept.isHeld)
    return {
      field: null,
      message: 'This case is under a legal hold, so it is kept.',
      rule: 'A hold outlasts the time of keeping until somebody releases it.',
      remedy: 'Release the hold if its reason is gone.',
    };
  return null;
}

export const proposedAlready: Violation = {
  field: null,
  message: 'This case has been put forward for erasure already.',
  remedy: 'A second person decides on it.',
};

/** Why this person cannot erase a case that may be erased; null when they can. */
export function secondPersonViolation({ proposedBy }: Kept, personId: string): Violation | null {
  if (!proposedBy)
    return {
      field: null,
      message: 'Nobody has put this case forward for erasure.',
      rule: 'An erasure is two people’s act: one puts the case forward, another erases it.',
      remedy: 'Put it forward; a colleague then erases it.',
    };
  if (proposedBy === personId)
    return {
      field: null,
      message: 'You put this case forward yourself, so another person has to erase it.',
      rule: 'An erasure is two people’s act and cannot be undone.',
      remedy: 'Ask another supervisor or administrator.',
    };
  return null;
}
