/** The words that the rail writes by itself, for drawings in another language. */
export type RailWords = {
  /** Twelve, January first. */
  months: readonly string[];
  /** Seven short names, Sunday first. */
  weekdays: readonly string[];
  today: string;
  /** Joins the names of two letters that share a dot. */
  and: string;
  left: string;
  used: string;
  readings: string;
  letters: string;
  notDrawn: string;
  asText: string;
  columns: { date: string; what: string; whose: string; result: string };
};

export const ENGLISH_WORDS: RailWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  today: 'Today',
  and: 'and',
  left: 'time left',
  used: 'time used',
  readings: 'other readings',
  letters: 'letters',
  notDrawn: 'Not drawn',
  asText: 'Read the rail as text',
  columns: { date: 'Date', what: 'What', whose: 'Whose', result: 'Result' },
};
