import { spanishDates } from '../../calculator/dates.ts';
import { daysBetween } from '../../calendar/local-date.ts';
import type { Words } from '../words.ts';

const OWED_BY = { client: 'cliente', plan: 'plan', regulator: 'departamento', reviewer: 'revisor' } as const;

export const find: Words['find'] = {
  due: (on, today, owedBy) => {
    const left = daysBetween(today, on);
    const past = owedBy === 'client' ? 'pasados' : 'de retraso';
    const days = left === 0 ? 'hoy' : `${spanishDates.count(Math.abs(left))}${left < 0 ? ` ${past}` : ''}`;
    return [spanishDates.short(on, today), days, OWED_BY[owedBy]].join(', ');
  },
};
