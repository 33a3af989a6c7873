import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../../lib/cases/assessed-case.ts';
import { printLetter } from '../../../../lib/mail/print-letter.ts';
import { staffLetter } from '../../../../lib/reminders/letters/staff-letter.ts';
import { aCase, type CaseBuilder } from '../../../support/case-record.ts';

const denied = aCase().denied('2026-01-05', { bases: ['experimental'] });
const filed = denied
  .grieved({ sentOn: '2026-01-08', receivedOn: '2026-01-08' })
  .answered('2026-01-20', 'upheld')
  .filed('2026-01-21', { receivedOn: '2026-01-22', reviewerReceivedOn: '2026-01-28' });

/** The reminder of the day before, of every clock of the case that runs on a day. */
const lettersOf = ({ record }: CaseBuilder, today: string) => {
  const assessed = assessCase(record, localDate(today));
  return assessed.assessment.deadlines.map((deadline) =>
    staffLetter({
      assessed,
      deadline,
      rung: 'T-1',
      recipient: { name: 'Inés Caldera', why: 'the case is yours' },
      caseUrl: 'https://recourse.example/cases/1',
    }),
  );
};

describe('the subject of a reminder to the staff', () => {
  const letters = [...lettersOf(denied, '2026-01-07'), ...lettersOf(filed, '2026-01-29')];

  test('has the number, the act and the days, and nothing about the client or their health', () => {
    expect(letters.map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/^\S+ reviewer to decide the IMR, \d+ days$/),
    );
    for (const { subject, preview } of letters)
      expect(`${subject} ${preview}`).not.toMatch(/experiment|glucose|Rosario|Villaseñor|Health Net|HMO/i);
  });

  test('leaves the ground of the denial to the letter itself', async () => {
    const texts = await Promise.all(letters.map(async (letter) => (await printLetter(letter)).text));
    expect(texts.join().replace(/\s+/g, ' ')).toContain('decide the experimental IMR');
  });
});
