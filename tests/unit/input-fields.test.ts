import { describe, expect, test } from 'vitest';
import { localDate } from '../../lib/calendar/local-date.ts';
import {
  checkbox,
  choices,
  isEmailAddress,
  line,
  optionalDate,
  readAhead,
  readTypedTime,
  requiredDate,
} from '../../lib/input-fields.ts';

const today = localDate('2026-11-21');

describe('a date field', () => {
  test('reads what people type, and an empty one as not known', () => {
    expect(optionalDate('Date', today).parse('11/5')).toBe('2026-11-05');
    expect(optionalDate('Date', today).parse(' ')).toBeNull();
    expect(optionalDate('Date', today).parse(undefined)).toBeNull();
  });

  test('says what it could not read and how to type it', () => {
    const read = optionalDate('Date on the letter', today).safeParse('13/45/26');
    expect(read.error?.issues[0]).toMatchObject({
      message: 'Date on the letter: “13/45/26” is not a date that can be read.',
      params: { remedy: expect.stringContaining('6/5/26') },
    });
  });

  test('is missing when it is required and empty', () => {
    expect(requiredDate('Date on the letter', today).safeParse('').error?.issues[0]?.message).toBe(
      'Date on the letter is missing.',
    );
  });

  test('reads the coming day where a date may lie ahead', () => {
    expect(readAhead('Services end', today).parse('12/15')).toBe('2026-12-15');
  });
});

describe('a time of day in California', () => {
  test.each([
    ['4:05 pm', '2026-07-01', '2026-07-01T23:05:00.000Z'],
    ['16:05', '2026-01-05', '2026-01-06T00:05:00.000Z'],
    ['9am', '2026-03-08', '2026-03-08T16:00:00.000Z'],
    ['1:30 am', '2026-03-08', '2026-03-08T09:30:00.000Z'],
    ['12 am', '2026-07-01', '2026-07-01T07:00:00.000Z'],
  ])('reads %s on %s', (typed, date, expected) => {
    expect(new Date(readTypedTime(typed, localDate(date)) ?? '').toISOString()).toBe(expected);
  });

  test.each(['2:30 am', '25:00', '13 pm', '4:75', 'noon'])(
    'refuses %s on the day clocks spring forward',
    (typed) => {
      expect(readTypedTime(typed, localDate('2026-03-08'))).toBeNull();
    },
  );
});

test('reads checkboxes one by one and together', () => {
  expect(checkbox.parse('on')).toBe(true);
  expect(checkbox.parse(undefined)).toBe(false);
  const several = choices(['a', 'b'], 'Choose.');
  expect(several.parse(['a', 'b'])).toEqual(['a', 'b']);
  expect(several.parse('a')).toEqual(['a']);
  expect(several.parse('')).toEqual([]);
  expect(several.safeParse('c').success).toBe(false);
});

describe('a line', () => {
  test.each([
    ['Ana\r\nBcc: all@example.org', 'Ana Bcc: all@example.org'],
    ['Ana\u202eMaría\u202c', 'Ana María'],
    ['Ana\0\u2028', 'Ana'],
    ['محمد علي', 'محمد علي'],
    ['\u200fمحمد, Zoë 👩‍⚕️', '\u200fمحمد, Zoë 👩‍⚕️'],
  ])('%j is one line that reads as it was typed', (typed, kept) => {
    expect(line('Name').parse(typed)).toBe(kept);
  });
});

test.each([
  ['ana@example.org', true],
  ['Ana.María+case@Sub.Example.org', true],
  ['josé@correo.españa.es', true],
  ['ana@example.org, ben@example.org', false],
  ['ana@example.org,ben', false],
  ['ben,ana@example.org', false],
  ['ana@example.org;', false],
  ['Ana<ana@example.org>', false],
  ['"ana"@example.org', false],
  ['ana@example', false],
])('%j is one address: %s', (text, is) => {
  expect(isEmailAddress(text)).toBe(is);
});
