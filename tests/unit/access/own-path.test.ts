import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath, stepTo } from '../../../lib/access/own-path.ts';

test.each([
  '/',
  '/cases',
  '/cases?stage=imr&who=me',
  '/cases/8a/note?x=%2F%2Fevil.example',
  '/%2F/evil.example',
])('goes on to %s', (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/cases/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'https://evil.example/',
  'https:evil.example',
  'evil.example',
  '@evil.example',
  '',
  undefined,
  null,
  ['/cases'],
  `/${'a'.repeat(3_000)}`,
])('goes home instead of to %j', (path) => {
  expect(ownPath(path)).toBe('/');
});

test.each([
  '/sign-in',
  '/sign-in?to=/cases',
  '/unlock',
  '/confirm?to=x',
  '/second-factor/set-up',
  '/api/auth/signout',
])('does not lead from a step of signing in to %s', (path) => {
  expect(ownPath(path)).toBe('/');
});

test('keeps every answer on the own site, whatever was given', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '%2f',
    '%5c',
    '\t',
    '\n',
    'evil.example',
    'https:',
    '?',
    '#',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const answer = ownPath(pieces.join(''));
      expect(answer).toMatch(/^\/(?![/\\])/);
      expect(new URL(answer, 'https://recourse.example').origin).toBe('https://recourse.example');
    }),
    { numRuns: 2_000 },
  );
});

test('a step that leads home says nothing of where', () => {
  expect(stepTo('/unlock', '/')).toBe('/unlock');
  expect(stepTo('/unlock', '/cases?x=1')).toBe('/unlock?to=%2Fcases%3Fx%3D1');
});
