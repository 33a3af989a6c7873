import { isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';

/** The days on which a clock may start under one text of a rule; null is open-ended. */
export interface InForce {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

export const always: InForce = { from: null, to: null };

/** Whether a clock that starts on that day runs under this text. */
export function isInForce(text: { readonly inForce: InForce }, startsOn: LocalDate): boolean {
  const { from, to } = text.inForce;
  return (from === null || !isBefore(startsOn, from)) && (to === null || !isAfter(startsOn, to));
}
