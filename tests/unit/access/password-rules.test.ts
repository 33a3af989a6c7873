import { describe, expect, test, vi } from 'vitest';
import { COMMON_PASSWORDS } from '../../../lib/access/common-passwords.ts';
import { hashPassword, passwordMatches } from '../../../lib/access/password.ts';
import {
  LONGEST_PASSWORD,
  normalizedPassword,
  passwordViolations,
  SHORTEST_PASSWORD,
} from '../../../lib/access/password-rules.ts';
import { newPassphrase } from '../../../scripts/seed/passphrase.ts';

const owner = {
  name: 'Ana Ruiz',
  email: 'aruiz@clinic.example',
  officeName: 'Golden Valley Health Advocates',
};
const messageOf = (password: string) => passwordViolations(password, owner)[0]?.message ?? 'taken';

describe('the length of a password', () => {
  const words = 'kd83jfk20slw9xqv ';
  test.each([SHORTEST_PASSWORD, SHORTEST_PASSWORD + 1, LONGEST_PASSWORD])('takes %i characters', (length) => {
    const letters = Array.from({ length }, (_, index) => words[(index * 7 + (index >> 3)) % words.length]);
    expect(messageOf(letters.join(''))).toBe('taken');
  });

  test('refuses one character less and one more', () => {
    expect(messageOf('kd83jfk20slw9x')).toBe('The password has 14 of the 15 characters it needs.');
    expect(messageOf('')).toBe('The password is missing.');
    expect(messageOf(`${'ab c'.repeat(50)}d`)).toBe('The password has more than 200 characters.');
  });

  test('counts characters as a person does, spaces included', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(messageOf(`${family} lemon kite`)).toContain('12 of the 15');
    expect(messageOf(`${family} lemon kite pan`)).toBe('taken');
    expect(messageOf(' kd83 fk20 lw9 ')).toBe('taken');
  });

  test('is not counted through when it is far too long', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    expect(messageOf('a'.repeat(1_000_000))).toContain('more than 200');
    expect(segment).not.toHaveBeenCalled();
    segment.mockRestore();
  });

  test('is bounded for characters piled up of many code points', () => {
    expect(messageOf(`${'a'}${'\u0301'.repeat(5_000)}bcdefghijklmnopq`)).toContain('more than 200');
  });

  test('asks for no kinds of characters', () => {
    for (const password of ['lowercase kites sing tonight', '839204717364501', 'ана любит чай с лимоном'])
      expect(messageOf(password)).toBe('taken');
  });
});

describe('what is guessed first', () => {
  test('every listed password that is long enough is refused', () => {
    const long = [...COMMON_PASSWORDS].filter((entry) => Array.from(entry).length >= SHORTEST_PASSWORD);
    expect(long.length).toBeGreaterThan(30);
    expect(long.filter((entry) => messageOf(entry) === 'taken')).toEqual([]);
  });

  test.each(['butterfly princess', 'P@ssw0rd12345678!', 'password-summer-2026!', 'iloveyou iloveyou2 123'])(
    '%s: two known passwords and what is put around them are refused',
    (password) => {
      expect(messageOf(password)).toContain('known to everybody who guesses');
    },
  );

  test.each(['passwordpassword', 'oak oak oak oak oak', 'kd83jf kd83jf kd83jf', '🔑'.repeat(16)])(
    '%s: a repetition counts once',
    (password) => {
      expect(messageOf(password)).toContain('over and over');
    },
  );

  test.each(['abcdefghijklmnopq', '1234567890123456789', 'qwertyuiopasdfghjkl', 'zyxwvutsrqponmlk'])(
    '%s: a row of neighbors is refused',
    (password) => {
      expect(messageOf(password)).toMatch(/row of neighbors|over and over/);
    },
  );

  test.each([
    'Ana Ruiz Ana Ruiz 2026',
    'aruiz@clinic.example',
    'Recourse1234567!',
    'goldenvalleyhealth2026',
    'recourse password!',
  ])('%s: the person, the office and this program are refused', (password) => {
    expect(messageOf(password)).toContain('connect with you');
  });

  test.each([
    'tiger banana coffee',
    'correct horse battery staple',
    'x;}9!#@)(*&^%$~',
    'Ana hums under violet rain',
  ])('%s: three unrelated words or random characters are taken', (password) => {
    expect(messageOf(password)).toBe('taken');
  });

  test('takes the passphrases that the seed makes', () => {
    for (let count = 0; count < 200; count += 1) expect(messageOf(newPassphrase())).toBe('taken');
  });

  test('says one thing at a time, with what to do about it', () => {
    const [violation, ...others] = passwordViolations('short', owner);
    expect(violation).toMatchObject({ field: 'password', remedy: expect.stringContaining('words') });
    expect(others).toEqual([]);
  });
});

describe('the same password from two keyboards', () => {
  const composed = 'caf\u00e9 \u00fcber jardin z\u00fcrich';
  const decomposed = composed.normalize('NFD');

  test('is one, whether its accents are composed, apart or of another width', async () => {
    expect(decomposed).not.toBe(composed);
    const stored = await hashPassword(decomposed);
    expect(await passwordMatches(stored, composed)).toBe(true);
    expect(normalizedPassword('ＬＥＭＯＮ ﬁelds')).toBe('LEMON fields');
  });

  test('keeps case and spaces', async () => {
    const stored = await hashPassword(composed);
    expect(await passwordMatches(stored, composed.toUpperCase())).toBe(false);
    expect(await passwordMatches(stored, composed.replace(' ', ''))).toBe(false);
    expect(await passwordMatches(stored, `${composed} `)).toBe(false);
  });

  test('cannot be found in the list only by another width', () => {
    expect(messageOf('ｑｗｅｒｔｙ１２３４５６７８９')).not.toBe('taken');
  });
});
