import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { type DueClock, initialsOf, summaryOf } from '../../../lib/calendar-feeds/entry-words.ts';
import { datedRules } from '../../../lib/deadlines/rules.ts';

const today = localDate('2026-11-21');
const clock: DueClock = {
  caseId: '00000000-0000-4000-8000-000000000001',
  caseNumber: '26-0311',
  clientName: 'Walter Abernathy',
  rule: 'ca.imr.deadline.decision',
  owedBy: 'client',
  dueOn: localDate('2026-11-30'),
  ruleDueOn: null,
  dueAt: null,
  madeFor: null,
};
const said = (more: Partial<DueClock> = {}) => summaryOf({ ...clock, ...more }, today);

describe('what a calendar says of a clock', () => {
  test('is the number, the initials and the act', () => {
    expect(said()).toBe('26-0311 W. A.: ask for the IMR');
    expect(said({ rule: 'ca.grv.resolve', owedBy: 'plan' })).toBe(
      '26-0311 W. A.: the plan to answer the grievance',
    );
    expect(said({ rule: 'ca.imr.accept', owedBy: 'regulator' })).toBe(
      '26-0311 W. A.: the department to accept or reject the IMR',
    );
  });

  test('has the hour where the law counts hours', () => {
    expect(
      said({ rule: 'ca.imr.planDocs.expedited', owedBy: 'plan', dueAt: new Date('2026-11-30T23:05:00Z') }),
    ).toBe(
      '26-0311 W. A.: the plan to send the records of the urgent IMR to the reviewer, by 3:05 pm Pacific',
    );
  });

  test('keeps its date when it is overdue and says so, from the day after', () => {
    expect(said({ dueOn: localDate('2026-11-20') })).toBe('[OVERDUE] 26-0311 W. A.: ask for the IMR');
    expect(said({ dueOn: today })).not.toContain('OVERDUE');
  });

  test('is not overdue while the rule’s own date is ahead', () => {
    const earlier = { dueOn: localDate('2026-11-10') };
    expect(said({ ...earlier, ruleDueOn: localDate('2026-11-25') })).not.toContain('OVERDUE');
    expect(said({ ...earlier, ruleDueOn: localDate('2026-11-15') })).toContain('OVERDUE');
  });

  test('never says what a person called a date', () => {
    expect(said({ rule: 'manual.00000000-0000-4000-8000-000000000002' })).toBe(
      '26-0311 W. A.: date added by hand',
    );
    expect(said({ rule: 'manual.00000000-0000-4000-8000-000000000002', madeFor: 'reach-client' })).toBe(
      '26-0311 W. A.: reach the client another way',
    );
  });

  test('says nothing about health, for any rule', () => {
    const health =
      /experiment|medical|diagnos|treatment|drug|cancer|mental|surg|hospital|doctor|care\b|necess/i;
    for (const { id, owedBy } of datedRules) expect(said({ rule: id, owedBy }), id).not.toMatch(health);
  });
});

test.each([
  ['Walter Abernathy', 'W. A.'],
  ['ana maría de la cruz', 'A. M. D. L. C.'],
  ['Jean-Luc Moreau', 'J. L. M.'],
  ['O’Brien, Siobhán', 'O. S.'],
  ['Nguyễn Thị Ánh', 'N. T. Á.'],
  ['E\u0301lodie Roux', 'É. R.'],
  ['李明', '李.'],
  ['Юлия Ёлкина', 'Ю. Ё.'],
  ['محمد علي', 'م. ع.'],
  ['(“Bo”) Prueba 3', 'B. P.'],
  ['𝒜na 𠮷田', '𝒜. 𠮷.'],
  ['12345', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a name without a letter leaves the number', () => {
  expect(said({ clientName: '—' })).toBe('26-0311: ask for the IMR');
});
