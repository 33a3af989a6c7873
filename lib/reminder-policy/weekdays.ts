import type { Weekday } from '../calendar/local-date.ts';

export const WEEKDAYS: readonly { readonly value: Weekday; readonly name: string }[] = [
  { value: 1, name: 'Monday' },
  { value: 2, name: 'Tuesday' },
  { value: 3, name: 'Wednesday' },
  { value: 4, name: 'Thursday' },
  { value: 5, name: 'Friday' },
  { value: 6, name: 'Saturday' },
  { value: 0, name: 'Sunday' },
];

export const weekdayWord = (day: Weekday): string => WEEKDAYS.find(({ value }) => value === day)?.name ?? '';
