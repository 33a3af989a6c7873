import { formatLongDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { Violation } from '../errors.ts';
import type { Words } from '../words/words.ts';
import type { Mentions } from './mentions.ts';

/** The record holds what has happened. */
export function notYetViolation(happenedOn: LocalDate, today: LocalDate): Violation | null {
  if (!isAfter(happenedOn, today)) return null;
  return {
    field: 'happenedOn',
    message: `${formatLongDate(happenedOn)} has not come yet.`,
    rule: 'The record holds what has happened.',
    remedy: 'Type the day it happened, today or earlier.',
  };
}

/** An @ that reaches nobody, or somebody else than was meant, would be missed in silence. */
export function mentionViolations(
  { unknown, shared }: Mentions,
  unnamed: readonly string[],
  words: Words['notes'],
): Violation[] {
  const said = (message: string, remedy: string): Violation => ({ field: 'body', message, remedy });
  return [
    ...unknown.map((typed) => said(words.nobodyCalled(typed), words.nobodyRemedy)),
    ...shared.map(({ typed, names }) => said(words.manyCalled(typed, names.join(', ')), words.manyRemedy)),
    ...unnamed.map((name) => said(words.mayNotKnow(name), words.mayNotKnowRemedy)),
  ];
}

/** Whether the client was reached: a call that nobody took, or a message left, is no contact. */
export const isContact = (note: {
  readonly withWhom: string | null;
  readonly callResult: string | null;
}): boolean => note.withWhom === 'client' && (note.callResult === null || note.callResult === 'spoke');
