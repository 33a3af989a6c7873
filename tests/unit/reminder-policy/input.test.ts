import { expect, test } from 'vitest';
import { formatWallTime, readTypedWallTime } from '../../../lib/calendar/wall-time-words.ts';
import { wallTime } from '../../../lib/calendar/zoned-time.ts';
import { reminderPolicyInput } from '../../../lib/reminder-policy/input.ts';
import { policyValues } from '../../../lib/reminder-policy/policy-values.ts';
import { DEFAULT_POLICY } from '../../../lib/reminders/policy.ts';

const typed = policyValues(DEFAULT_POLICY);
const read = (more: Record<string, unknown>) => reminderPolicyInput().safeParse({ ...typed, ...more });
const messagesOf = (more: Record<string, unknown>) => read(more).error?.issues.map(({ message }) => message);

test('reads lists of days typed in any order and with anything between them, each day once', () => {
  expect(read({ longDays: ' 1 0; 14,7,7   3' }).data?.longDays).toEqual([14, 7, 3, 1, 0]);
});

test.each([
  [
    { longDays: '7, tomorrow' },
    'Countdown of long windows: “tomorrow” is not a number of days from 0 to 365.',
  ],
  [{ shortDays: '366' }, 'Countdown of short windows: “366” is not a number of days from 0 to 365.'],
  [{ ownerAloneDays: '-1' }, 'Single messages to the owner: “-1” is not a number of days from 0 to 365.'],
  [{ clientDays: '1.5' }, 'Messages to the client: “1.5” is not a number of days from 0 to 365.'],
  [{ longWindow: '14' }, 'The long window must be a whole number from 15 to 180.'],
  [{ shortWindow: '3' }, 'The short window must be a whole number from 4 to 14.'],
  [{ shortWindow: '15' }, 'The short window must be a whole number from 4 to 14.'],
  [{ mostAloneADay: '4' }, 'The most messages in a day must be a whole number from 5 to 200.'],
  [{ mostAloneADay: '201' }, 'The most messages in a day must be a whole number from 5 to 200.'],
  [{ opens: '25:00' }, 'The office opens: “25:00” is not a time of day.'],
  [{ closes: 'late' }, 'The office closes: “late” is not a time of day.'],
  [{ digestHour: '' }, 'The morning digest: “” is not a time of day.'],
  [{ workingDays: ['7'] }, 'Choose among the days of the week.'],
  [{ teamDigestDay: '' }, 'Choose the day of the supervisors’ digest.'],
])('refuses %j', (more, message) => {
  expect(messagesOf(more)).toEqual([message]);
});

test.each([
  ['8', '08:00'],
  ['8 am', '08:00'],
  ['8:05AM', '08:05'],
  ['12 am', '00:00'],
  ['12 pm', '12:00'],
  ['4:30 p.m.', '16:30'],
  ['16:30', '16:30'],
  ['13 pm', null],
  ['0 am', null],
  ['24:00', null],
  ['8:60', null],
  ['', null],
])('reads the hour “%s”', (text, at) => {
  expect(readTypedWallTime(text)).toBe(at);
});

test.each([
  ['00:00', '12:00 am'],
  ['08:00', '8:00 am'],
  ['12:05', '12:05 pm'],
  ['23:59', '11:59 pm'],
])('writes %s as a person does', (at, text) => {
  expect(formatWallTime(wallTime(at))).toBe(text);
});
