import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import {
  answerableClock,
  answerViolations,
  lastQuietDay,
  quietUntil,
} from '../../../lib/reminder-answers/rules.ts';
import { aCase } from '../../support/case-record.ts';

const TODAY = localDate('2026-06-10');
const day = (iso: string | null) => (iso === null ? null : localDate(iso));

const said = (
  kind: 'acknowledged' | 'snoozed',
  {
    lastDay,
    untilOn = null,
    reason = 'They come on Monday.',
    isInHours = false,
  }: {
    lastDay: string;
    untilOn?: string | null;
    reason?: string;
    isInHours?: boolean;
  },
) =>
  answerViolations(
    { kind, untilOn: day(untilOn), reason },
    { lastDay: localDate(lastDay), isInHours },
    TODAY,
  ).map(({ field, message }) => [field, message]);

describe('an answer', () => {
  test.each([
    ['acknowledged', { lastDay: '2026-06-12' }],
    ['snoozed', { lastDay: '2026-06-12', untilOn: '2026-06-11' }],
    ['snoozed', { lastDay: '2026-06-12', untilOn: '2026-06-12' }],
    ['snoozed', { lastDay: '2026-06-11', untilOn: '2026-06-11' }],
  ] as const)('may be: %s, %j', (kind, setting) => {
    expect(said(kind, setting)).toEqual([]);
  });

  test.each([
    ['acknowledged', { lastDay: '2026-06-11' }, 'kind', 'Nothing is left that could stay away.'],
    ['acknowledged', { lastDay: '2026-06-10' }, 'kind', 'Nothing is left that could stay away.'],
    [
      'snoozed',
      { lastDay: '2026-06-10', untilOn: '2026-06-10' },
      'kind',
      'It is due today, so its reminders cannot be put off.',
    ],
    ['snoozed', { lastDay: '2026-06-12' }, 'untilOn', 'Say on which day the reminder is to come again.'],
    [
      'snoozed',
      { lastDay: '2026-06-12', untilOn: '2026-06-10' },
      'untilOn',
      'Wednesday, June 10, 2026 does not lie ahead.',
    ],
    [
      'snoozed',
      { lastDay: '2026-06-12', untilOn: '2026-06-13' },
      'untilOn',
      'Saturday, June 13, 2026 is after the date itself.',
    ],
    [
      'acknowledged',
      { lastDay: '2026-06-12', isInHours: true },
      'kind',
      'This clock runs in hours, so each of its reminders comes.',
    ],
    ['acknowledged', { lastDay: '2026-06-12', reason: '' }, 'reason', 'Say why the reminders can wait.'],
  ] as const)('is refused: %s, %j', (kind, setting, field, message) => {
    expect(said(kind, setting)).toEqual([[field, message]]);
  });

  test('keeps reminders away until the day before for who knows, else until the chosen day', () => {
    const lastDay = localDate('2026-06-30');
    expect(quietUntil({ kind: 'acknowledged', untilOn: null }, lastDay)).toBe('2026-06-29');
    expect(quietUntil({ kind: 'snoozed', untilOn: localDate('2026-06-20') }, lastDay)).toBe('2026-06-20');
  });
});

describe('the clock that is answered', () => {
  const late = aCase()
    .denied('2026-04-14')
    .grieved({ sentOn: '2026-04-27', receivedOn: '2026-05-01', acknowledgedOn: '2026-05-05' });
  const found = (rule: string, today: string) =>
    answerableClock(assessCase(late.record, localDate(today)), rule);

  test('runs still', () => {
    expect(found('ca.grv.resolve', '2026-05-20')).toMatchObject({ clock: { dueOn: '2026-05-31' } });
  });

  test.each([
    [
      'ca.grv.resolve',
      '2026-06-01',
      'This clock ran out on Sunday, May 31, 2026, so its reminders cannot be put off.',
    ],
    ['ca.grv.ack', '2026-05-20', 'This clock is settled: nothing reminds of it any more.'],
    ['no.such.rule', '2026-05-20', 'This case has no such clock, so nothing reminds of it.'],
  ])('is not %s on %s', (rule, today, message) => {
    expect(found(rule, today)).toMatchObject({ violation: { field: null, message } });
  });

  test('is put off to the rule’s own date while that still lies ahead of the one worked to', () => {
    const opened = found('ca.grv.resolve', '2026-05-20');
    if (!('clock' in opened)) throw new Error('no clock');
    const extended = { ...opened.clock, dueOn: localDate('2026-06-15'), ruleDueOn: localDate('2026-05-31') };
    expect(lastQuietDay(extended, localDate('2026-05-20'))).toBe('2026-05-31');
    expect(lastQuietDay(extended, localDate('2026-06-01'))).toBe('2026-06-15');
    expect(lastQuietDay(opened.clock, localDate('2026-05-20'))).toBe('2026-05-31');
  });
});
