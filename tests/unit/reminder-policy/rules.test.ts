import { describe, expect, test } from 'vitest';
import { reminderPolicyInput } from '../../../lib/reminder-policy/input.ts';
import { ladderTables } from '../../../lib/reminder-policy/ladder-table.ts';
import { policyValues } from '../../../lib/reminder-policy/policy-values.ts';
import { officeHoursText, teamDigestText } from '../../../lib/reminder-policy/policy-words.ts';
import { policyViolations } from '../../../lib/reminder-policy/rules.ts';
import { DEFAULT_POLICY, type OfficePolicy } from '../../../lib/reminders/policy.ts';
import { storedPolicy } from '../../../lib/reminders/policy-schema.ts';

const violationsOf = (more: Record<string, unknown>) =>
  policyViolations(reminderPolicyInput().parse({ ...policyValues(DEFAULT_POLICY), ...more }));
const said = (more: Record<string, unknown>) =>
  violationsOf(more).map(({ field, message }) => `${field}: ${message}`);

describe('a policy', () => {
  test('is one as every office begins with it', () => {
    expect(violationsOf({})).toEqual([]);
  });

  test.each([
    [{ longDays: '90, 60, 30, 14, 7, 3, 0' }, 'longDays: The day before (1) cannot be left out.'],
    [{ shortDays: '14, 7, 3, 1' }, 'shortDays: The day itself (0) cannot be left out.'],
    [{ ownerAloneDays: '' }, 'ownerAloneDays: The day before (1) and the day itself (0) cannot be left out.'],
    [{ supervisorDays: '3' }, 'supervisorDays: The day before (1) cannot be left out.'],
    [{ clientDays: '10, 1' }, 'clientDays: 10 is in no countdown, so nothing would go then.'],
    [
      { ownerAloneDays: '5, 4, 1, 0' },
      'ownerAloneDays: 5 and 4 are in no countdown, so nothing would go then.',
    ],
    [{ workingDays: [] }, 'workingDays: The office works on at least one day.'],
    [{ teamDigestDay: '0' }, 'teamDigestDay: The office does not work on that day.'],
    [{ opens: '1:01 pm' }, 'closes: The office is open for at least 4 hours in a row.'],
    [{ opens: '5 pm', closes: '8 am' }, 'closes: The office is open for at least 4 hours in a row.'],
  ])('is none with %j', (more, sentence) => {
    expect(said(more)).toEqual([sentence]);
    expect(violationsOf(more)[0]?.remedy).toBeTruthy();
  });

  test('takes office hours of just four, and a client who hears nothing ahead', () => {
    expect(violationsOf({ opens: '1 pm', clientDays: '' })).toEqual([]);
  });
});

describe('what is stored of a policy', () => {
  const changedAt = new Date('2026-03-02T18:00:00Z');
  const zone = 'America/New_York';

  test('holds since it was changed', () => {
    const stored = { ...DEFAULT_POLICY, mostAloneADay: 12 };
    expect(storedPolicy(zone, { policy: stored, changedAt })).toEqual({
      policy: { ...stored, timeZone: zone, since: changedAt },
      isReadable: true,
    });
  });

  test('is what every office begins with where nothing is', () => {
    expect(storedPolicy(zone, null)).toEqual({
      policy: { ...DEFAULT_POLICY, timeZone: zone, since: null },
      isReadable: true,
    });
  });

  test.each([
    ['is no policy at all', 'nonsense'],
    ['leaves out the day itself', { ...DEFAULT_POLICY, ownerAloneDaysBefore: [3, 1] }],
    ['has no working day', { ...DEFAULT_POLICY, workingDays: [] }],
    ['has no countdown', { ...DEFAULT_POLICY, cadences: [] }],
    ['has an hour that is none', { ...DEFAULT_POLICY, opensAt: '26:00' }],
  ])('gives way where it %s, and says so', (_case, policy) => {
    expect(storedPolicy(zone, { policy, changedAt })).toEqual({
      policy: { ...DEFAULT_POLICY, timeZone: zone, since: null },
      isReadable: false,
    });
  });

  test('gives way where the time zone is none', () => {
    const { policy, isReadable } = storedPolicy('Mars/Olympus', null);
    expect([policy.timeZone, isReadable]).toEqual(['America/Los_Angeles', false]);
  });
});

describe('the policy in words', () => {
  const policy: OfficePolicy = { ...DEFAULT_POLICY, timeZone: 'America/Los_Angeles', since: null };

  test('runs the days of the week together', () => {
    expect(officeHoursText(policy)).toBe('Monday to Friday, 8:00 am to 5:00 pm');
    expect(officeHoursText({ ...policy, workingDays: [0, 1, 3, 4, 5] })).toBe(
      'Monday, Wednesday to Friday, Sunday, 8:00 am to 5:00 pm',
    );
    expect(teamDigestText(policy)).toBe('Mondays at 6:00 am');
  });

  test('says who hears what at each step of each window', () => {
    const tables = ladderTables(policy);
    expect(tables.map(({ title }) => title)).toEqual([
      '60 days or more to act',
      '4 to 59 days to act',
      'Less than 4 days, or hours',
    ]);
    expect(tables.map(({ lines }) => lines.map(({ when }) => when))).toEqual([
      [
        ...[90, 60, 30, 14, 7, 3].map((days) => `${days} days before`),
        '1 day before',
        'The day it is due',
        'After it lapsed',
      ],
      [
        '14 days before',
        '7 days before',
        '3 days before',
        '1 day before',
        'The day it is due',
        'After it lapsed',
      ],
      ['At once', 'Half way', 'In the last working hours', 'After it lapsed'],
    ]);
    const dayBefore = tables[0]?.lines.find(({ id }) => id === 'T-1');
    expect(dayBefore).toMatchObject({ owner: 'alone', supervisors: true, client: true });
    const monthBefore = tables[0]?.lines.find(({ id }) => id === 'T-30');
    expect(monthBefore).toMatchObject({ owner: 'digest', supervisors: false, client: true });
  });
});
