import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  federalHolidayName,
  federalRoll,
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../../lib/calendar/business-days.ts';
import {
  formatLongDate,
  formatMediumDate,
  formatShortDate,
  readTypedDate,
} from '../../../lib/calendar/format-date.ts';
import {
  addHours,
  epochSecondsOf,
  formatPacificInstant,
  pacificDateOf,
  startOfPacificDay,
} from '../../../lib/calendar/instant.ts';
import {
  addDays,
  addFederalMonths,
  addMonths,
  compareDates,
  dateOfEpochDay,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  epochDay,
  isAfter,
  type LocalDate,
  localDate,
  monthOf,
  parseLocalDate,
  yearOf,
} from '../../../lib/calendar/local-date.ts';

const dates = fc
  .integer({ min: epochDay(1990, 1, 1), max: epochDay(2100, 12, 31) })
  .map((days): LocalDate => dateOfEpochDay(days));
const monthCounts = fc.integer({ min: 0, max: 60 });

/** Instants anywhere, and many within two days of a change of the clock. */
const instants = fc.oneof(
  fc.integer({ min: 631_180_800, max: 4_133_980_800 }),
  fc
    .tuple(
      fc.constantFrom('2026-03-08', '2026-11-01', '2006-04-02', '2006-10-29'),
      fc.integer({ min: -172_800, max: 172_800 }),
    )
    .map(([day, seconds]) => epochSecondsOf(startOfPacificDay(localDate(day))) + seconds),
);

describe('civil dates', () => {
  it('are read back as they are written, and add up', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        expect(parseLocalDate(date)).toBe(date);
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
      }),
    );
  });

  it('a month later keep the day or end the month, never beyond it', () => {
    fc.assert(
      fc.property(dates, monthCounts, (date, months) => {
        const end = addMonths(date, months);
        expect(yearOf(end) * 12 + monthOf(end)).toBe(yearOf(date) * 12 + monthOf(date) + months);
        expect(dayOfMonth(end)).toBe(Math.min(dayOfMonth(date), daysInMonth(yearOf(end), monthOf(end))));
      }),
    );
  });

  it('six months later never fall on a day that no month keeps', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(addMonths(date, 6).slice(5)).not.toMatch(/^(03-31|05-31|08-3[01]|10-31|12-31)$/);
      }),
    );
  });

  it('a federal month later keep the day or are the first of the next month, the day after the clamped date', () => {
    fc.assert(
      fc.property(dates, monthCounts, (date, months) => {
        const end = addFederalMonths(date, months);
        const clamped = addMonths(date, months);
        expect([clamped, addDays(clamped, 1)]).toContain(end);
        expect([dayOfMonth(date), 1]).toContain(dayOfMonth(end));
      }),
    );
  });

  it('never come earlier from a later start', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 40 }), monthCounts, (date, gap, months) => {
        const later = addDays(date, gap);
        expect(compareDates(addMonths(later, months), addMonths(date, months))).toBeGreaterThanOrEqual(0);
        expect(
          compareDates(addFederalMonths(later, months), addFederalMonths(date, months)),
        ).toBeGreaterThanOrEqual(0);
        expect(compareDates(addWorkingDays(later, 5), addWorkingDays(date, 5))).toBeGreaterThanOrEqual(0);
        expect(compareDates(federalRoll(later), federalRoll(date))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('working days', () => {
  it('end periods, and as many lie between as were added', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (date, count) => {
        const end = addWorkingDays(date, count);
        expect(isWorkingDay(end)).toBe(true);
        expect(workingDaysBetween(date, end)).toBe(count);
      }),
    );
  });

  it('are never more than five days away', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const next = nextWorkingDay(date);
        expect(isWorkingDay(next)).toBe(true);
        expect(daysBetween(date, next)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(date, next)).toBeLessThanOrEqual(5);
        expect(nextWorkingDay(next)).toBe(next);
      }),
    );
  });

  it('of federal law are no weekend and no holiday', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const rolled = federalRoll(date);
        expect(isWeekend(rolled) || federalHolidayName(rolled) !== null).toBe(false);
        expect(isAfter(date, rolled)).toBe(false);
      }),
    );
  });
});

describe('instants', () => {
  it('are read back as they are written in Pacific time', () => {
    fc.assert(
      fc.property(instants, (seconds) => {
        expect(epochSecondsOf(formatPacificInstant(seconds))).toBe(seconds);
      }),
    );
  });

  it('lie within the Pacific day they fall on', () => {
    fc.assert(
      fc.property(instants, (seconds) => {
        const day = pacificDateOf(formatPacificInstant(seconds));
        expect(epochSecondsOf(startOfPacificDay(day))).toBeLessThanOrEqual(seconds);
        expect(epochSecondsOf(startOfPacificDay(addDays(day, 1)))).toBeGreaterThan(seconds);
      }),
    );
  });

  it('are hours apart to the second, whatever the clock did', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(24, 48, 72), (seconds, hours) => {
        expect(epochSecondsOf(addHours(formatPacificInstant(seconds), hours)) - seconds).toBe(hours * 3_600);
      }),
    );
  });
});

describe('typed dates', () => {
  it('are read back from every form they are shown in', () => {
    fc.assert(
      fc.property(dates, fc.nat({ max: 3_650 }), (date, gap) => {
        const today = addDays(date, gap);
        expect(readTypedDate(formatLongDate(date), today)).toBe(date);
        expect(readTypedDate(formatMediumDate(date), today)).toBe(date);
        expect(readTypedDate(formatShortDate(date, today), today)).toBe(date);
        expect(readTypedDate(date, today)).toBe(date);
      }),
    );
  });

  it('are never a crash, and without a year never in the future', () => {
    fc.assert(
      fc.property(fc.string(), dates, (typed, today) => {
        const read = readTypedDate(typed, today);
        const hasYear = /\d{2}\D*$/.test(typed);
        expect(read !== null && !hasYear && isAfter(read, today)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
