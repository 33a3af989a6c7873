import type { Violation } from '../errors.ts';

/** As many bytes as one request may bring: a dropped connection costs no more than these. */
export const LARGEST_CHUNK = 2 * 1024 * 1024;
export const MOST_UNFINISHED = 40;
/** An upload that was begun so long ago counts no more: its tab may be gone, and nobody can cancel it. */
export const COUNTS_HOURS = 2;
/** How long an upload that is not whole waits to go on. */
export const WAITS_DAYS = 3;

export function sizeViolation(byteCount: number, limitMegabytes: number): Violation | null {
  if (byteCount <= 0)
    return {
      field: null,
      message: 'This file is empty.',
      remedy:
        'Look at it on your device. If it is a photo, take it again; if it was sent to you, ask for it again.',
    };
  if (byteCount <= limitMegabytes * 1024 * 1024) return null;
  return {
    field: null,
    message: `This file is larger than a document may be (${limitMegabytes} MB), so none of it was sent.`,
    remedy: 'Save it in parts, or scan it again in black and white at 200 dots per inch.',
  };
}

export const TOO_MANY_UNFINISHED: Violation = {
  field: null,
  message: `You have begun ${MOST_UNFINISHED} uploads in the last hours that are not finished, so this one was not begun.`,
  remedy: 'Let those that run finish, or cancel them, and add this file then.',
};

export const alreadyHere = (title: string): Violation => ({
  field: null,
  message: `This file is already on this case, as “${title}”.`,
  remedy: 'Open that document; it need not be added again.',
});

/** A violation as one line of text, for a program that shows what it is told. */
export const inOneLine = ({ message, rule, remedy }: Omit<Violation, 'field'>): string =>
  [message, rule, remedy].filter(Boolean).join(' ');
