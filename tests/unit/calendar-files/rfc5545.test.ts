import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { serializeCalendar } from '../../../lib/calendar-files/serialize-calendar.ts';
import { faultsOf } from '../../support/rfc5545.ts';

const file = serializeCalendar(
  [
    {
      uid: 'a@recourse',
      on: localDate('2027-04-09'),
      summary: 'One, two; three \\ four',
      description: 'a\nb',
    },
    { uid: 'b@recourse', on: localDate('2028-02-29'), summary: '李. 明. '.repeat(30), description: '' },
  ],
  new Date('2026-11-21T20:05:09Z'),
);

/** Each rule of the validator is broken once, so that none of them passes everything. */
const BREAKS: readonly (readonly [fault: RegExp, from: RegExp | string, to: string])[] = [
  [/^3\.1 a line does not end/, 'VERSION:2.0\r\n', 'VERSION:2.0\n'],
  [/^3\.1 the last line/, /\r\n$/, ''],
  [/^3\.1 more than 75/, 'SUMMARY:', `SUMMARY:${'x'.repeat(80)}`],
  [/^3\.1 a control/, 'SUMMARY:', 'SUMMARY:\u0007'],
  [/^3\.1 not a content line/, 'VERSION:2.0', 'VERSION 2.0'],
  [/^3\.1\.4 half/, 'SUMMARY:', 'SUMMARY:\ud83d'],
  [/^3\.3\.11 SUMMARY/, 'SUMMARY:One\\,', 'SUMMARY:One,'],
  [/^3\.4 not one calendar/, /$/, 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
  [/^3\.6 VCALENDAR not ended/, 'END:VCALENDAR\r\n', ''],
  [
    /^3\.6\.1 DTSTAMP stands twice/,
    'DTSTAMP:20261121T200509Z',
    'DTSTAMP:20261121T200509Z\r\nDTSTAMP:20261121T200509Z',
  ],
  [/^3\.6\.1 DTEND is not after/, 'DTEND;VALUE=DATE:20270410', 'DTEND;VALUE=DATE:20270409'],
  [/^3\.7\.3/, /PRODID:.*/, 'PRODID:x'],
  [/^3\.7\.4/, 'VERSION:2.0', 'VERSION:1.0'],
  [/^3\.8\.2\.4/, 'DTSTART;VALUE=DATE:20280229', 'DTSTART;VALUE=DATE:20270229'],
  [/^3\.8\.2\.4/, 'DTSTART;VALUE=DATE:', 'DTSTART:'],
  [/^3\.8\.4\.7 no UID/, 'UID:a@recourse\r\n', ''],
  [/^3\.8\.4\.7 a UID/, 'UID:a@', 'UID:b@'],
  [/^3\.8\.7\.2/, 'DTSTAMP:20261121T200509Z', 'DTSTAMP:20261121T200509'],
  [/^3\.8\.7\.4/, 'SEQUENCE:0', 'SEQUENCE:one'],
];

describe('the validator of calendar files', () => {
  test('finds nothing in a right file', () => {
    expect(faultsOf(file)).toEqual([]);
  });

  test.each(BREAKS)('finds %s', (fault, from, to) => {
    const broken = file.replace(from, to);
    expect(broken).not.toBe(file);
    expect(faultsOf(broken)).toContainEqual(expect.stringMatching(fault));
  });
});
