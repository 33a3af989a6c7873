import { formatMediumDate } from '../../calendar/format-date.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Likeness } from '../../duplicates/alike.ts';

const WHY: Readonly<Record<Likeness, string>> = {
  member: 'same member number',
  phone: 'same phone',
  birth: 'same birth date',
  name: 'same name',
  'nearly-name': 'name nearly the same',
};

const sentence = (parts: readonly string[]) => {
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Under a client's name, while it is typed. */
export const duplicates = {
  question: 'Could this be the same person?',
  born: (on: LocalDate | null): string => (on ? `born ${formatMediumDate(on).slice(5)}` : 'no birth date'),
  closed: (year: number): string => `closed ${year}`,
  why: (alike: readonly Likeness[]): string => sentence(alike.map((each) => WHY[each])),
  open: 'Open',
  inNewTab: 'case {number} in a new tab',
  notTheSame: 'Not the same',
};
