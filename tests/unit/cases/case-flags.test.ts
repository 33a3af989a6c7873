import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { caseFlags } from '../../../lib/cases/case-flags.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const flags = (told: CaseBuilder, today: string) =>
  caseFlags(assessCase(told.record, localDate(today))).map(({ text }) => text);

const late = aCase()
  .denied('2026-04-14')
  .grieved({ receivedOn: '2026-05-01' })
  .answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });

test('says nothing of a case that is in order', () => {
  expect(flags(aCase().denied('2026-04-14'), '2026-05-01')).toEqual([]);
});

test('names urgency, a missing owner and an unknown regulator', () => {
  expect(flags(aCase('unknown').denied('2026-04-14').urgent().unowned(), '2026-05-01')).toEqual([
    'Urgent',
    'Nobody owns this case',
    'Regulator not known',
  ]);
});

test('says once that the plan was late: in the header while the IMR is open, here afterwards', () => {
  expect(flags(late, '2026-11-21')).toEqual([]);
  expect(flags(late.filed('2026-11-25'), '2026-11-26')).toEqual(['Plan answered 12 days late']);
});

test('names the reading that makes a late filing timely, to the day', () => {
  expect(flags(late.filed('2026-11-30'), '2026-12-01')).toEqual(['Plan answered 12 days late']);
  expect(flags(late.filed('2026-12-01'), '2026-12-02')[0]).toBe(
    'IMR filed after the safe date, in time on another reading: six months from the plan’s late letter',
  );
  expect(flags(late.filed('2026-12-15'), '2026-12-16')[0]).toContain(
    'the day the client received the letter',
  );
  expect(flags(late.filed('2026-12-18'), '2026-12-19')[0]).toBe(
    'IMR filed late, with a statement that asks for an extension',
  );
});

test('says that a late filing waits for its approval until it has it', () => {
  expect(flags(late.askedForExtension(null), '2026-12-20')).toContain(
    'A late filing waits for a supervisor’s approval',
  );
  expect(flags(late.askedForExtension('somebody'), '2026-12-20')).not.toContain(
    'A late filing waits for a supervisor’s approval',
  );
});

test('says of a closed case what was late when it closed, not what would be late today', () => {
  const waiting = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
  expect(flags(waiting.closed('2026-05-31', 'client-withdrew'), '2026-07-01')).toEqual([]);
  expect(flags(waiting.closed('2026-06-01', 'client-withdrew'), '2026-07-01')).toEqual([
    'Plan never answered',
  ]);
});
