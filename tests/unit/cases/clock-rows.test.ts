import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { caseClocks, type Said, type SentReminder } from '../../../lib/cases/clock-rows.ts';
import { plannedReminders } from '../../../lib/cases/planned-reminders.ts';
import type { StandingAnswer } from '../../../lib/reminder-answers/queries.ts';
import { DEFAULT_POLICY, type OfficePolicy } from '../../../lib/reminders/policy.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const POLICY: OfficePolicy = { ...DEFAULT_POLICY, timeZone: 'America/Los_Angeles', since: null };
const said = (ledger: SentReminder[] = [], answers: StandingAnswer[] = []): Said => ({
  policy: POLICY,
  ledger,
  answers,
});
const assessed = (told: CaseBuilder, today: string) => assessCase(told.record, localDate(today));
const clocks = (told: CaseBuilder, today: string, ledger: SentReminder[] = []) =>
  caseClocks(assessed(told, today), said(ledger));

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
    expect(clocks(late, '2026-11-21', ledger).live[0]?.reminders).toEqual({
      sent: 2,
      ahead: 5,
      failed: 0,
      isClientUnreached: false,
    });
  });

  test('say what could not be sent', () => {
    expect(clocks(late, '2026-11-21', [sent('T-14', 'failed')]).live[0]?.reminders.failed).toBe(1);
  });

  test('say that the client was not reached, until a later message is', () => {
    const toClient = (rung: string, day: string, isLost: boolean) => ({
      ...sent(rung),
      toClient: { at: new Date(`${day}T16:00:00Z`), isLost },
    });
    const unreached = (...ledger: SentReminder[]) =>
      clocks(late, '2026-11-21', ledger).live[0]?.reminders.isClientUnreached;
    const lost = toClient('T-30', '2026-10-30', true);
    expect(unreached(toClient('T-30', '2026-10-30', false))).toBe(false);
    expect(unreached(lost, sent('T-14'))).toBe(true);
    expect(unreached({ ...lost, dueOn: localDate('2026-12-01') })).toBe(true);
    expect(unreached(toClient('T-14', '2026-11-16', false), lost)).toBe(false);
    expect(unreached({ ...lost, rule: 'ca.grv.resolve' })).toBe(false);
  });

  test('come soonest first, before a long weekend the newer of two, and never for a closed case', () => {
    const planned = plannedReminders(assessed(late, '2026-11-21'), said([sent('T-7')]), 2);
    expect(planned.map(({ on, text }) => [on, text])).toEqual([
      ['2026-11-25', 'Ask for the IMR, 1 day before it is due: owner, supervisors, client, 8:00 am'],
      ['2026-11-30', 'Ask for the IMR, the day it is due: owner, 8:00 am'],
    ]);
    const closed = assessed(late.closed('2026-11-03', 'client-withdrew'), '2026-11-21');
    expect(plannedReminders(closed, said(), 5)).toEqual([]);
  });
});

describe('an answer to the reminders of a clock', () => {
  const answer: StandingAnswer = {
    id: 'a',
    rule: 'ca.imr.deadline.silence',
    dueOn: localDate('2026-11-30'),
    kind: 'acknowledged',
    untilOn: localDate('2026-11-29'),
    byName: 'Ana Ruiz',
    reason: 'The records come on Monday.',
    at: new Date('2026-11-20T17:00:00Z'),
  };
  const rowWith = (answers: StandingAnswer[], today = '2026-11-21') =>
    caseClocks(assessed(late, today), said([], answers)).live[0];

  test('is said in the clock’s row with who answered and why, as long as it keeps anything away', () => {
    expect(rowWith([answer])?.quiet).toBe('Quiet until Sun Nov 29: Ana Ruiz, “The records come on Monday.”');
    expect(rowWith([answer], '2026-11-29')?.quiet).toBe('');
  });

  test('leaves out of the dots what nobody hears meanwhile', () => {
    const own = aCase().denied('2026-04-14').grieved({ sentOn: '2026-04-27', receivedOn: '2026-05-01' });
    const of = (answers: StandingAnswer[]) =>
      caseClocks(assessed(own, '2026-05-10'), said([], answers)).live.find(
        ({ rule }) => rule === 'ca.grv.resolve',
      )?.reminders.ahead;
    const resolve = { ...answer, rule: 'ca.grv.resolve', dueOn: localDate('2026-05-31') };
    expect([of([]), of([{ ...resolve, untilOn: localDate('2026-05-30') }])]).toEqual([6, 3]);
  });

  test('is not said of a date that has moved since', () => {
    expect(rowWith([{ ...answer, dueOn: localDate('2026-11-20') }])?.quiet).toBe('');
  });

  test('takes what it keeps away from the reminders that come next', () => {
    const next = plannedReminders(assessed(late, '2026-11-21'), said([], [answer]), 9);
    expect(next.map(({ text }) => text).filter((text) => /[37] days/.test(text))).toEqual([
      'Ask for the IMR, 7 days before it is due: client, 8:00 am',
    ]);
  });

  test('can be given until two days before', () => {
    expect(rowWith([], '2026-11-28')?.canBeQuieted).toBe(true);
    expect(rowWith([], '2026-11-29')?.canBeQuieted).toBe(false);
  });
});
