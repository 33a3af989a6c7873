import { describe, expect, it } from 'vitest';
import { englishDates, spanishDates } from '../../../lib/calculator/dates.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';

const today = localDate('2026-11-21');
const day = localDate('2027-03-10');

describe('days in Spanish', () => {
  it('are written as people write them', () => {
    expect(spanishDates.long(day)).toBe('miércoles, 10 de marzo de 2027');
    expect(spanishDates.medium(day)).toBe('miércoles 10 mar 2027');
    expect(spanishDates.short(day, today)).toBe('mié 10 mar 2027');
    expect(spanishDates.short(today, today)).toBe('sáb 21 nov');
    expect(spanishDates.monthDay(day, day)).toBe('10 mar');
    expect(spanishDates.monthYear(day)).toBe('marzo de 2027');
    expect([spanishDates.count(1), spanishDates.count(2)]).toEqual(['1 día', '2 días']);
    expect(englishDates.monthYear(day)).toBe('March 2027');
  });

  it.each([
    ['5 de junio de 2026', '2026-06-05'],
    ['junio 5, 2026', '2026-06-05'],
    ['el 5 de junio', '2026-06-05'],
    ['viernes, 5 de junio de 2026', '2026-06-05'],
    ['vie 5 jun 2026', '2026-06-05'],
    ['Miércoles 10 de Junio de 2026', '2026-06-10'],
    ['sábado 21 nov', '2026-11-21'],
    ['1º de enero de 2026', '2026-01-01'],
    ['1ro de agosto', '2026-08-01'],
    ['15 dic 2025', '2025-12-15'],
    ['5 mar 2026', '2026-03-05'],
    ['mar 5 may 2026', '2026-05-05'],
    ['martes 5 de mayo de 2026', '2026-05-05'],
    ['setiembre 1', '2026-09-01'],
    ['hoy', '2026-11-21'],
    ['ayer', '2026-11-20'],
    ['6/5/26', '2026-06-05'],
    ['2026-06-05', '2026-06-05'],
  ])('are read from “%s”', (typed, date) => {
    expect(spanishDates.read(typed, today)).toBe(date);
  });

  it.each(['31 de febrero de 2026', 'lunes 5 de junio de 2026', 'pronto', '5 de', '25/12/2025', ''])(
    'are not read from “%s”',
    (typed) => {
      expect(spanishDates.read(typed, today)).toBeNull();
    },
  );

  it('come back from their own words', () => {
    for (let month = 1; month <= 12; month += 1) {
      const date = localDate(`2026-${String(month).padStart(2, '0')}-28`);
      for (const words of [spanishDates, englishDates]) {
        expect(words.read(words.long(date), today)).toBe(date);
        expect(words.read(words.medium(date), today)).toBe(date);
      }
    }
  });
});
