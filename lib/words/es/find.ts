import { spanishDates } from '../../calculator/dates.ts';
import type { Words } from '../words.ts';

const { count } = spanishDates;

export const find: Words['find'] = {
  left: (days) => (days === 0 ? 'hoy' : count(days)),
  over: (days) => `vencido hace ${count(days)}`,
  late: (days) => `${count(days)} de retraso`,
};
