import { Refused } from './answer.ts';
import { MOST_PAGES } from './refusals.ts';

/** More than any line of a page and any page of lines can take, so that only what is surely too long is refused. */
const LONGEST_LINE = 120;
const MOST_LINES = 60;
const WITHOUT_A_BREAK = /[!-~]{40}/g;
const ZERO_WIDTH_SPACE = '\u200b';

/** Refuses a text of surely too many pages before minutes are spent on setting it. Throws Refused. */
export function requireFewPages(text: string): void {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / LONGEST_LINE));
  if (lines > MOST_LINES * MOST_PAGES) throw new Refused('too-many-pages');
}

/** Lets a line end within what has no place to end it, such as a long address, which would run off the page. */
export const withBreaks = (text: string): string => text.replaceAll(WITHOUT_A_BREAK, `$&${ZERO_WIDTH_SPACE}`);
