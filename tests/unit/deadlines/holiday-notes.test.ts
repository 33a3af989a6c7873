import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import type { HolidayNotes } from '../../../lib/deadlines/holiday-notes.ts';
import { proofOf } from '../../../lib/deadlines/proof.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

function notesOn(told: CaseBuilder, rule: string, today = '2026-12-01'): HolidayNotes | null {
  const proof = proofOf(assessCase(told.record, localDate(today)).facts, rule);
  if (!proof) throw new Error(`${rule} gives this case no date`);
  return proof.holidays;
}

const recordsAskedFor = (planNotifiedOn: string) =>
  aCase()
    .denied('2026-01-14')
    .grieved({ receivedOn: '2026-02-01' })
    .filed('2026-03-20', { receivedOn: '2026-03-20', planNotifiedOn });
const upheld = (letterOn: string) =>
  aCase().denied('2025-09-01').grieved({ receivedOn: '2025-12-01' }).answered(letterOn, 'upheld');

describe('the holidays of a proof', () => {
  test('name the closures that a count of working days leaves out', () => {
    const notes = notesOn(recordsAskedFor('2026-11-24'), 'ca.imr.planDocs');
    expect(notes?.moved).toEqual([
      'Thu, Nov 26, 2026, Thanksgiving Day, is left out.',
      'Fri, Nov 27, 2026, the day after Thanksgiving, is left out.',
    ]);
    expect(notes?.unmoved).toEqual([]);
    expect(notes?.reviewedYears).toEqual([2025, 2026, 2027, 2028]);
    expect(notes?.unreviewedYears).toEqual([]);
  });

  test.each([
    [
      '2026-06-17',
      'Fri, Jun 19, 2026, Juneteenth, is not counted as a closure, because although the courts close, state offices are open and Gov. Code 19853 does not list it.',
    ],
    [
      '2026-10-09',
      "Mon, Oct 12, 2026, Columbus Day and Indigenous Peoples' Day, is not counted as a closure, because state offices are open, Gov. Code 19853 does not list it, and it has been no court holiday since AB 855 of 2021.",
    ],
    [
      '2026-09-08',
      'Wed, Sep 9, 2026, Admission Day, is not counted as a closure, because Gov. Code 6700 calls it a holiday, but state offices are open and Gov. Code 19853 does not list it.',
    ],
    [
      '2026-04-02',
      'Fri, Apr 3, 2026, Good Friday, is not counted as a closure, because it is one from noon to three only, and Gov. Code 19853 does not list it.',
    ],
  ])('say of a count of working days from %s why a holiday is counted all the same', (from, note) => {
    expect(notesOn(recordsAskedFor(from), 'ca.imr.planDocs')?.unmoved).toEqual([note]);
  });

  test('say that a holiday on a Saturday closes no other day, save Veterans Day, which has its Friday', () => {
    expect(notesOn(recordsAskedFor('2026-07-01'), 'ca.imr.planDocs')?.unmoved).toEqual([
      'Sat, Jul 4, 2026, Independence Day, closes no other day in its place, because Gov. Code 19853 moves it only off a Sunday.',
    ]);
    const veterans = notesOn(recordsAskedFor('2028-11-08'), 'ca.imr.planDocs', '2028-12-01');
    expect(veterans?.moved).toEqual(['Fri, Nov 10, 2028, Veterans Day (observed), is left out.']);
    expect(veterans?.unmoved).toEqual([]);
  });

  test('say of a last day on Juneteenth why no later day stands beside it', () => {
    const notes = notesOn(upheld('2025-12-19'), 'ca.imr.deadline.decision');
    expect(notes?.counting).toBe('Fri, Jun 19, 2026 is a working day, so no later date stands beside it.');
    expect(notes?.unmoved).toHaveLength(1);
    expect(notes?.unmoved[0]).toContain('Juneteenth, is not counted as a closure');
  });

  test('name what lies between a last day and the next working day, and what does not push it further', () => {
    const saturday = notesOn(
      aCase().denied('2025-09-01').grieved({ receivedOn: '2026-03-20' }).answered('2026-04-10', 'upheld'),
      'ca.imr.deadline.decision',
    );
    expect(saturday?.moved).toEqual(['Sat, Oct 10, 2026 and Sun, Oct 11, 2026: the weekend.']);
    expect(saturday?.unmoved[0]).toContain("Mon, Oct 12, 2026, Columbus Day and Indigenous Peoples' Day");
    const thanksgiving = notesOn(
      aCase().denied('2026-04-01').grieved({ receivedOn: '2026-05-06' }).answered('2026-05-26', 'upheld'),
      'ca.imr.deadline.decision',
    );
    expect(thanksgiving?.moved).toEqual([
      'Thu, Nov 26, 2026, Thanksgiving Day, is no working day.',
      'Fri, Nov 27, 2026, the day after Thanksgiving, is no working day.',
      'Sat, Nov 28, 2026 and Sun, Nov 29, 2026: the weekend.',
    ]);
  });

  test('say when a date rests on a year that nobody has reviewed', () => {
    const notes = notesOn(recordsAskedFor('2029-01-11'), 'ca.imr.planDocs', '2029-02-01');
    expect(notes?.unreviewedYears).toEqual([2029]);
  });

  test('are told of calendar days only where the last one is a day off, which does not move it', () => {
    const may = aCase().denied('2026-04-01').grieved({ receivedOn: '2026-05-19' });
    expect(notesOn(may, 'ca.grv.ack')?.unmoved).toEqual([
      'Sun, May 24, 2026 is a Sunday. No rule moves the end of this count, so it stays.',
    ]);
    expect(
      notesOn(aCase().denied('2026-04-01').grieved({ receivedOn: '2026-05-13' }), 'ca.grv.ack'),
    ).toBeNull();
  });

  test('say of a federal date what moved it, and that a closure of state offices does not', () => {
    const facts = (receivedOn: string, letterDate: string) =>
      ({
        asOf: localDate('2026-03-04'),
        coverage: { program: 'self-funded', regulator: 'none' },
        grievance: {
          decision: {
            letterDate: localDate(letterDate),
            outcome: 'upheld',
            receivedOn: localDate(receivedOn),
          },
        },
      }) as const;
    const july = proofOf(facts('2026-03-04', '2026-03-02'), 'fed.ext.file');
    expect(july?.deadline.dueOn).toBe('2026-07-06');
    expect(july?.holidays?.moved).toEqual([
      'Sat, Jul 4, 2026, Independence Day, moves the last day.',
      'Sun, Jul 5, 2026: the weekend.',
    ]);
    const thanksgiving = proofOf(facts('2025-07-28', '2025-07-26'), 'fed.ext.file');
    expect(thanksgiving?.deadline.dueOn).toBe('2025-11-28');
    expect(thanksgiving?.holidays?.unmoved).toEqual([
      'Fri, Nov 28, 2025, the day after Thanksgiving, is not counted as a holiday, because only the federal holidays of 5 U.S.C. 6103(a) move this date.',
    ]);
  });

  test('speak of months where months are counted, and of days where days are', () => {
    const late = aCase()
      .denied('2025-09-01')
      .grieved({ receivedOn: '2026-03-01' })
      .answered('2026-04-17', 'upheld');
    expect(notesOn(late, 'ca.imr.deadline.lateLetter')?.counting).toMatch(/^Calendar months: /);
    expect(
      notesOn(aCase().denied('2026-01-14').grieved({ receivedOn: '2026-02-12' }), 'ca.grv.resolve')?.counting,
    ).toMatch(/^Calendar days: /);
  });
});
