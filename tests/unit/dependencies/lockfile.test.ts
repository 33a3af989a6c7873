import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { installedProblems, lockfileProblems } from '../../../scripts/dependencies/lockfile.ts';

const HASH = `sha512-${'a'.repeat(86)}==`;
const OTHER_HASH = `sha512-${'b'.repeat(86)}==`;

type Locked = Record<string, unknown>;

const manifest = { dependencies: { good: '1.0.0' }, allowScripts: { built: true } };
const lock = (changes: Record<string, Locked | undefined> = {}) => ({
  lockfileVersion: 3,
  packages: Object.fromEntries(
    Object.entries({
      '': { dependencies: { good: '1.0.0' } },
      'node_modules/good': { version: '1.0.0', integrity: HASH, dependencies: { built: '^2', '@a/b': '^1' } },
      'node_modules/built': { version: '2.0.0', integrity: HASH, hasInstallScript: true },
      'node_modules/good/node_modules/@a/b': { version: '1.2.3', integrity: HASH },
      ...changes,
    }).filter(([, locked]) => locked !== undefined),
  ),
});
const problemsOf = (changes: Record<string, Locked | undefined>, beside: object = manifest) =>
  lockfileProblems(lock(changes), beside);

describe('a lock file', () => {
  test('is sound when every package is pinned by its content and comes from the registry', () => {
    expect(problemsOf({})).toEqual([]);
    const resolved = 'https://registry.npmjs.org/@a/b/-/b-1.2.3.tgz';
    const folder = 'node_modules/good/node_modules/@a/b';
    expect(problemsOf({ [folder]: { version: '1.2.3', integrity: HASH, resolved } })).toEqual([]);
  });

  test('of this project is sound', () => {
    const read = (name: string): unknown =>
      JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../..', name), 'utf8'));
    expect(lockfileProblems(read('package-lock.json'), read('package.json'))).toEqual([]);
  });

  test.each([
    ['none', undefined],
    ['a weaker one', 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='],
    ['one cut short', 'sha512-abc'],
    ['two', `${HASH} ${OTHER_HASH}`],
  ])('is refused when a package has for a hash %s', (_, integrity) => {
    expect(
      problemsOf({ 'node_modules/built': { version: '2.0.0', integrity, hasInstallScript: true } }),
    ).toEqual(['node_modules/built is not pinned by a sha512 of its content.']);
  });

  test.each([
    'git+ssh://git@github.com/somebody/built.git#0123456',
    'git+https://github.com/somebody/built.git',
    'https://github.com/somebody/built/archive/main.tar.gz',
    'file:../built',
    'file:built-2.0.0.tgz',
    'http://registry.npmjs.org/built/-/built-2.0.0.tgz',
    'https://registry.npmjs.org.evil.example/built/-/built-2.0.0.tgz',
    'https://registry.npmjs.org/bu1lt/-/bu1lt-2.0.0.tgz',
    'https://registry.npmjs.org/built/-/built-1.9.9.tgz',
  ])('is refused when a package comes from %s', (resolved) => {
    const changed = { version: '2.0.0', integrity: HASH, hasInstallScript: true, resolved };
    expect(problemsOf({ 'node_modules/built': changed })).toEqual([
      `node_modules/built comes from ${resolved} and not from its own place in the registry.`,
    ]);
  });

  test('is refused when a package is a link or lies outside node_modules', () => {
    expect(problemsOf({ 'packages/mine': { version: '1.0.0', integrity: HASH } })).toHaveLength(1);
    expect(
      problemsOf({ 'node_modules/mine': { version: '1.0.0', integrity: HASH, link: true } }),
    ).toHaveLength(1);
  });

  test('is refused when it was made from another package.json', () => {
    expect(problemsOf({}, { ...manifest, dependencies: { good: '1.0.1' } })).toEqual([
      'package-lock.json was not made from the dependencies in package.json: run "npm install".',
    ]);
    expect(problemsOf({}, { ...manifest, devDependencies: { extra: '1.0.0' } })).toHaveLength(1);
  });

  test('is refused when a package needs one that is not locked where it would look', () => {
    expect(
      problemsOf({
        'node_modules/good/node_modules/@a/b': undefined,
        'node_modules/built/node_modules/@a/b': { version: '1.2.3', integrity: HASH },
      }),
    ).toEqual(['node_modules/good needs @a/b, which is not locked.']);
  });

  test('is refused when nobody decided whether an install script may run', () => {
    const eager = { version: '1.0.0', integrity: HASH, hasInstallScript: true };
    expect(problemsOf({ 'node_modules/built/node_modules/eager': eager })).toEqual([
      'eager runs a script when it is installed: allow or forbid it by name in package.json (allowScripts).',
    ]);
    const forbidden = { ...manifest, allowScripts: { built: true, eager: false } };
    expect(problemsOf({ 'node_modules/eager': eager }, forbidden)).toEqual([]);
  });

  test('is refused beside a decision about a package that runs no script', () => {
    expect(problemsOf({}, { ...manifest, allowScripts: { built: true, good: true } })).toEqual([
      'allowScripts in package.json names good, which runs none.',
    ]);
  });

  test.each([undefined, null, 'x', {}, { lockfileVersion: 1, packages: {} }])(
    'is refused when it is %o',
    (file) => {
      expect(lockfileProblems(file, manifest)).toHaveLength(1);
    },
  );
});

describe('what is installed', () => {
  test('is sound when it is what is locked, less what is optional', () => {
    const optional = { version: '1.0.0', integrity: HASH, optional: true };
    expect(installedProblems(lock({ 'node_modules/other-system': optional }), lock())).toEqual([]);
  });

  test.each([
    [{ 'node_modules/built': undefined }, 'node_modules/built is locked and not installed.'],
    [
      { 'node_modules/built': { version: '2.0.1', integrity: HASH } },
      'node_modules/built is installed as 2.0.1 and locked as 2.0.0.',
    ],
    [
      { 'node_modules/built': { version: '2.0.0', integrity: OTHER_HASH } },
      'node_modules/built is installed with another content than locked.',
    ],
    [
      { 'node_modules/more': { version: '2.0.0', integrity: HASH } },
      'node_modules/more is installed and not locked.',
    ],
  ])('is refused when it differs: %o', (changes, problem) => {
    expect(installedProblems(lock(), lock(changes))).toEqual([problem]);
  });
});
