import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { availableRecords, verbForStep } from '../../../lib/cases/available-records.ts';
import { caseClocks } from '../../../lib/cases/clock-rows.ts';
import { nextClockSentence, sentenceText } from '../../../lib/cases/next-clock-sentence.ts';
import { clockTitle, isManual, manualClockId, recordOfManual } from '../../../lib/deadlines/clock-title.ts';
import { lapseOf, lapseText } from '../../../lib/deadlines/lapse.ts';
import { clockOf } from '../../../lib/reminders/clock.ts';
import { ladderOf } from '../../../lib/reminders/ladder.ts';
import { aCase } from '../../support/case-record.ts';
import { PACIFIC_POLICY } from '../../support/office-policy.ts';

const ID = '0b9dd6a1-1111-4000-8000-000000000001';
const clock = manualClockId(ID);

type Date = Partial<{
  owedBy: 'client' | 'plan';
  dueOn: string;
  doneOn: string;
  canceled: boolean;
  madeFor: 'reach-client';
}>;

function withDate(
  { owedBy = 'client', dueOn = '2026-02-20', doneOn, canceled, madeFor }: Date,
  today: string,
) {
  const { record } = aCase();
  const date = {
    id: ID,
    officeId: record.officeId,
    caseId: record.id,
    title: 'Call back',
    owedBy,
    dueOn: localDate(dueOn),
    note: '',
    createdBy: madeFor ? null : ID,
    createdAt: new Date(0),
    createdOn: localDate('2026-02-10'),
    madeFor: madeFor ?? null,
    doneOn: doneOn ? localDate(doneOn) : null,
    canceledAt: canceled ? new Date(0) : null,
  };
  return assessCase({ ...record, manualDeadlines: [date] }, localDate(today));
}

const clockIn = (assessed: ReturnType<typeof withDate>) =>
  assessed.assessment.deadlines.find(({ rule }) => rule === clock);

describe('a date that no rule sets', () => {
  test.each([
    ['open through its day', {}, '2026-02-20', 'open'],
    ['overdue the day after', {}, '2026-02-21', 'overdue'],
    ['met on its day', { doneOn: '2026-02-20' }, '2026-02-25', 'met'],
    ['late the day after', { doneOn: '2026-02-21' }, '2026-02-25', 'late'],
    ['moot once it is canceled', { canceled: true }, '2026-02-25', 'moot'],
  ] as const)('is %s', (_case, date, today, status) => {
    expect(clockIn(withDate(date, today))?.status).toBe(status);
  });

  test('is a limit where it is ours and a duty where it is owed', () => {
    expect(clockIn(withDate({}, '2026-02-10'))?.kind).toBe('limit');
    expect(clockIn(withDate({ owedBy: 'plan' }, '2026-02-10'))?.kind).toBe('duty');
  });

  test('is a row of the clocks, a step to do and the sentence where nothing else runs', () => {
    const assessed = withDate({}, '2026-02-17');
    expect(caseClocks(assessed, null).live[0]).toMatchObject({
      title: 'Call back',
      startedBy: 'Added by hand, Feb 10',
      left: '3 days',
    });
    expect(sentenceText(nextClockSentence(assessed))).toContain('Call back: by Fri Feb 20, 3 days');
    const reader = { role: 'caseworker' } as const;
    const step = assessed.assessment.nextSteps.find(({ rule }) => rule === clock);
    if (!step) throw new Error('it is not to be done');
    const verbs = availableRecords(assessed, reader);
    expect(verbForStep(step, assessed, verbs, reader)).toMatchObject({
      label: 'Mark done',
      href: `/cases/${assessed.record.id}/deadline?id=${ID}`,
    });
    expect(verbForStep(step, assessed, [], { role: 'reviewer' })).toBeNull();
  });

  test('says that it is Recourse’s own where nobody added it', () => {
    const task = withDate({ madeFor: 'reach-client' }, '2026-02-17');
    expect(caseClocks(task, null).live[0]?.startedBy).toBe('Added by Recourse, Feb 10');
    expect(clockIn(task)?.explanation.trigger.text).toBe(
      'This task was added by Recourse on Tue, Feb 10, 2026.',
    );
    expect(clockIn(withDate({}, '2026-02-17'))?.explanation.trigger.text).toBe(
      'This date was added by hand on Tue, Feb 10, 2026.',
    );
  });

  test('reminds the office alone', () => {
    const deadline = clockIn(withDate({}, '2026-02-10'));
    if (!deadline) throw new Error('it has no clock');
    const told = ladderOf(clockOf(deadline), PACIFIC_POLICY).map(({ to }) => to);
    expect(told).toContain('owner');
    expect(told).not.toContain('client');
  });

  test('lapses in its own words', () => {
    const assessed = withDate({}, '2026-02-21');
    const deadline = clockIn(assessed);
    if (!deadline) throw new Error('it has no clock');
    expect(lapseText(lapseOf(deadline, assessed.facts, assessed.assessment))).toBe(
      'Call back: it was due Fri, Feb 20, 2026 and is not done.',
    );
  });
});

test('a clock is called by its rule, by its own name, or by neither where that may not be told', () => {
  expect(clockTitle({ rule: 'ca.grv.resolve' })).toBe('Answer the grievance');
  expect(clockTitle({ rule: clock, title: 'Call back' })).toBe('Call back');
  expect(clockTitle({ rule: clock })).toBe('A date added by hand');
  expect(isManual(clock)).toBe(true);
  expect(recordOfManual(clock)).toBe(ID);
});
