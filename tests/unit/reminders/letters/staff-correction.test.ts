import { expect, test } from 'vitest';
import { localDate } from '../../../../lib/calendar/local-date.ts';
import { printLetter } from '../../../../lib/mail/print-letter.ts';
import { type StaffCorrection, staffCorrection } from '../../../../lib/reminders/letters/staff-correction.ts';

const correction = (more: Partial<StaffCorrection> = {}) =>
  printLetter(
    staffCorrection({
      record: { number: '26-0311', client: { name: 'Walter Adams' } },
      rule: 'ca.imr.deadline.silence',
      formerDate: localDate('2026-11-24'),
      dueOn: localDate('2026-11-30'),
      recipient: { name: 'Inés Caldera', why: 'the case is yours' },
      caseUrl: 'https://recourse.example/cases/1',
      ...more,
    }),
  );
const flat = (text: string) => text.replace(/\s+/g, ' ');

test('says from which day to which a date moved, and keeps the client out of the subject', async () => {
  const { subject, text } = await correction();
  expect(subject).toMatch(/^26-0311 .+: now Monday, November 30, 2026$/);
  expect(subject).not.toContain('Walter');
  expect(flat(text)).toContain('moved from Tuesday, November 24, 2026 to Monday, November 30, 2026.');
  expect(text).toContain('Case 26-0311: Walter A.');
});

test('says that a date no longer stands', async () => {
  const { subject, text } = await correction({ dueOn: null });
  expect(subject).toContain('the date no longer stands');
  expect(flat(text)).toContain('Tuesday, November 24, 2026, no longer stands.');
});

test('does not say what a date added by hand is about', async () => {
  const { subject, text } = await correction({ rule: 'manual.1f6c1f7e' });
  expect(subject).toBe('26-0311 date added by hand: now Monday, November 30, 2026');
  expect(flat(text)).toContain('A date that was added by hand moved from');
});

test('keeps the ground of the denial out of the subject', async () => {
  const { subject, text } = await correction({ rule: 'ca.imr.decide.exp' });
  expect(subject).toBe('26-0311 decide the IMR: now Monday, November 30, 2026');
  expect(flat(text)).toContain('The date to decide the experimental IMR moved');
});
