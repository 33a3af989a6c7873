import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { caseClocks, plannedReminders, type SentReminder } from '../../../lib/cases/clock-rows.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const assessed = (told: CaseBuilder, today: string) => assessCase(told.record, localDate(today));
const clocks = (told: CaseBuilder, today: string, ledger: SentReminder[] = []) =>
  caseClocks(assessed(told, today), ledger);

const grieved = aCase()
  .denied('2026-04-14')
  .grieved({ sentOn: '2026-04-27', receivedOn: '2026-05-01', acknowledgedOn: '2026-05-05' });
const late = grieved.answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });
const sent = (rung: string, state: SentReminder['state'] = 'sent'): SentReminder => ({
  rule: 'ca.imr.deadline.silence',
  dueOn: localDate('2026-11-30'),
  rung,
  state,
});

describe('the clocks of a case', () => {
  test('put the running one first, then what waits, then what became of the others', () => {
    const { live, waiting, settled } = clocks(late, '2026-11-21');
    expect(live.map(({ title, startedBy, due, left }) => [title, startedBy, due, left])).toEqual([
      ['Ask for the IMR', 'Day 30 passed, May 31', 'Mon Nov 30', '9 days'],
    ]);
    expect(waiting.map(({ title }) => title)).toEqual(['Accept or reject the IMR']);
    expect(settled.map(({ title, result }) => [title, result])).toEqual([
      ['File the grievance', 'Met, Apr 27'],
      ['Answer the grievance', '12 days late, Jun 12'],
      ['Acknowledge the grievance', 'Met, May 5'],
    ]);
  });

  test('count the last day as today and the day after as over', () => {
    expect(clocks(late, '2026-11-30').live[0]?.left).toBe('today');
    expect(clocks(late, '2026-12-01').live[0]).toMatchObject({ status: 'overdue', left: '1 day over' });
  });

  test('do not run the client’s six months while the plan still has time', () => {
    const { live, waiting } = clocks(grieved, '2026-05-31');
    expect(live.map(({ rule }) => rule)).toEqual(['ca.grv.resolve']);
    expect(waiting[0]?.text).toBe('Starts if the plan is silent, Mon Jun 1; then through Mon Nov 30.');
    expect(clocks(grieved, '2026-06-01').live.map(({ rule }) => rule)).toContain('ca.imr.deadline.silence');
  });

  test('say what the plan’s days wait for when the receipt is not known', () => {
    const mailed = aCase().denied('2026-04-14').grieved({ sentOn: '2026-04-27' });
    expect(clocks(mailed, '2026-05-10').waiting[0]?.text).toContain('which is not known yet: 30 days.');
  });

  test('follow a review to its next clocks', () => {
    const { waiting } = clocks(late.filed('2026-11-25', { receivedOn: '2026-11-25' }), '2026-11-26');
    expect(waiting.map(({ title }) => title)).toEqual(['Send the records to the reviewer', 'Decide the IMR']);
  });

  test('end with the case', () => {
    const { live, waiting, ended } = clocks(late.closed('2026-11-03', 'client-withdrew'), '2026-11-21');
    expect([live, waiting]).toEqual([[], []]);
    expect(ended.map(({ rule }) => rule)).toContain('ca.imr.deadline.silence');
  });
});

describe('the reminders of a clock', () => {
  test('are dots for what was sent and what is still to come, each rung once', () => {
    const ledger = [
      sent('T-30'),
      sent('T-14'),
      sent('T-14'),
      { ...sent('T-7'), dueOn: localDate('2026-12-12') },
    ];
    expect(clocks(late, '2026-11-21', ledger).live[0]?.reminders).toEqual({ sent: 2, ahead: 5, failed: 0 });
  });

  test('say what could not be sent', () => {
    expect(clocks(late, '2026-11-21', [sent('T-14', 'failed')]).live[0]?.reminders.failed).toBe(1);
  });

  test('come soonest first, and never for a closed case', () => {
    const planned = plannedReminders(assessed(late, '2026-11-21'), [sent('T-7')], 2);
    expect(planned.map(({ on, text }) => [on, text])).toEqual([
      ['2026-11-27', 'Ask for the IMR, 3 days before it is due: owner, client'],
      ['2026-11-29', 'Ask for the IMR, 1 day before it is due: owner, supervisors, client'],
    ]);
    const closed = assessed(late.closed('2026-11-03', 'client-withdrew'), '2026-11-21');
    expect(plannedReminders(closed, [], 5)).toEqual([]);
  });
});
