import { describe, expect, test } from 'vitest';
import { readSourceFiles, type SourceFile } from './source-files.ts';

const lib = readSourceFiles('lib');
const app = readSourceFiles('app');
const components = readSourceFiles('components');

const offences = (files: readonly SourceFile[], forbidden: (imported: string, file: string) => boolean) =>
  files.flatMap(({ path, imports }) =>
    imports.filter((imported) => forbidden(imported, path)).map((imported) => `${path} imports ${imported}`),
  );

const isPackage = (imported: string, name: string) => imported === name || imported.startsWith(`${name}/`);
const isDrizzle = (imported: string) => isPackage(imported, 'drizzle-orm');

describe('who may import whom', () => {
  test('lib never imports app or components', () => {
    expect(offences(lib, (imported) => /^(app|components)\//.test(imported))).toEqual([]);
  });

  test('components import React, icons and each other only', () => {
    const allowed = (imported: string) =>
      imported.startsWith('components/') ||
      ['react', 'react-dom', 'lucide-react'].some((name) => isPackage(imported, name));
    expect(offences(components, (imported) => !allowed(imported))).toEqual([]);
  });

  test('Next.js stays in app, lib/actions and the session', () => {
    const isHome = (file: string) => file.startsWith('lib/actions/') || file === 'lib/access/session.ts';
    expect(offences(lib, (imported, file) => isPackage(imported, 'next') && !isHome(file))).toEqual([]);
  });

  test('next-auth is known to the session alone', () => {
    const isHome = (file: string) => file === 'lib/access/session.ts';
    expect(
      offences([...lib, ...app], (imported, file) => isPackage(imported, 'next-auth') && !isHome(file)),
    ).toEqual([]);
  });

  test('SQL stays in lib/db and the files that are named for reading and storing', () => {
    const homes =
      /^lib\/(db\/|access\/sign-in\.ts|offices\/open-office\.ts)|\/(repository|queries|form-queries|load-case|sync|ledger)\.ts$/;
    expect(
      offences(
        [...lib, ...app],
        (imported, file) => isDrizzle(imported) && !homes.test(file) && file !== 'app/api/health/route.ts',
      ),
    ).toEqual([]);
  });

  test('client components load no database, environment or log', () => {
    const clients = [...app, ...components].filter(({ text }) => /^['"]use client['"]/.test(text));
    expect(
      offences(clients, (imported) =>
        /^lib\/(db\/(client|app-database|unit-of-work|schema)|env|log|mail\/)/.test(imported),
      ),
    ).toEqual([]);
  });

  test('client components are given their words, and load no catalog', () => {
    const loads = /import (?!type\b)[^;]*lib\/words\//;
    const clients = [...app, ...components].filter(({ text }) => /^['"]use client['"]/.test(text));
    expect(clients.filter(({ text }) => loads.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

/** Pure: the law and the calendar, the same wherever and whenever they run. */
const PURE = [
  /^lib\/calendar\//,
  /^lib\/deadlines\/(?!(queries|sync|preview|note-lapses|check-stored)\.ts)/,
  /^lib\/access\/(policy|password-rules|common-passwords|own-path|provider-claims|session-state)\.ts$/,
  /^lib\/retention\/(schedule|statistics)\.ts$/,
  /^lib\/reminders\/(policy|office-hours|clock|ladder|plan)\.ts$/,
  /^lib\/reminders\/letters\/(languages\/|client-)/,
  /^lib\/date-documents\/shown-dates\.ts$/,
  /^lib\/filing-checklist\/(?!(answer-item|withdraw-answer|queries|repository)\.ts)/,
  /^lib\/imr\/(application-fields|application-rows|extension-approval|proof-of-filing|prove-by|unproved-steps|after-filing|call-scripts|filing-state)\.ts$/,
  /^lib\/reconciliation\/(compare|corrections|difference)\.ts$/,
  /^lib\/flight-recorder\/(?!(queries|export-reminders)\.ts)/,
  /^lib\/mail\/(letter|first-name|tel-href)\.ts$/,
  /^lib\/[a-z-]+\/rules\.ts$/,
  /^lib\/cases\/(stage|search-terms|case-record|assessed-case|next-clock-sentence)\.ts$/,
  /^lib\/documents\/page-numbers\.ts$/,
  /^lib\/db\/vocabulary\.ts$/,
  /^lib\/errors\.ts$/,
  /^lib\/input-fields\.ts$/,
  /^lib\/[a-z-]+\/input\.ts$/,
  /^lib\/audit\/(events|sentences)\.ts$/,
  /^lib\/labels\.ts$/,
  /^lib\/calculator\//,
  /^lib\/plans\/regulators\.ts$/,
];
const isPure = (file: string) => PURE.some((pattern) => pattern.test(file));

describe('pure files', () => {
  const pure = lib.filter(({ path }) => isPure(path));

  test('exist', () => {
    expect(pure.length).toBeGreaterThan(25);
  });

  test('import pure files, zod and the time zones only', () => {
    const found = pure.flatMap(({ path, text, imports }) => {
      // A type is erased before anything runs.
      const typeOnly = new Set(
        [...text.matchAll(/^import type [^;]*?from '([^']+)'/gms)].map((match) =>
          match[1]?.split('/').at(-1),
        ),
      );
      return imports
        .filter(
          (imported) =>
            !['zod', '@date-fns/tz'].includes(imported) &&
            !isPure(imported) &&
            !typeOnly.has(imported.split('/').at(-1)),
        )
        .map((imported) => `${path} imports ${imported}`);
    });
    expect(found).toEqual([]);
  });

  test('read no clock, environment or randomness', () => {
    const impure = /\bnew Date\(\)|\bDate\.now\(|process\.env|Math\.random|randomUUID|\bfetch\(/;
    expect(
      pure
        .filter(({ path, text }) => path !== 'lib/calendar/clock.ts' && impure.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('one place for one thing', () => {
  test('the clock is read in lib/calendar/clock.ts alone', () => {
    const readsClock = /\bnew Date\(\)|\bDate\.now\(/;
    const found = [...lib, ...app, ...components].filter(
      ({ path, text }) => path !== 'lib/calendar/clock.ts' && readsClock.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('no civil date is parsed as an instant', () => {
    const found = [...lib, ...app].filter(({ text }) => /new Date\(['"`]\d{4}-\d{2}-\d{2}['"`]\)/.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('the environment is read in lib/env.ts alone', () => {
    const found = [...lib, ...app, ...components].filter(
      ({ path, text }) => path !== 'lib/env.ts' && /process\.env/.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('every server action is made by defineAction, or by its twin for one’s own account', () => {
    // Signing in and out happen before there is an actor to ask; the calculator asks for none and writes nothing; a search
    // and a choice of cases only lead to an address.
    const exceptions = new Set([
      'app/(auth)/sign-in/action.ts',
      'app/(auth)/reset/action.ts',
      'app/(auth)/choose-password/action.ts',
      'app/(staff)/sign-out.ts',
      'app/(staff)/cases/search.ts',
      'app/(staff)/cases/message/choose.ts',
      'app/(public)/calculator/action.ts',
    ]);
    const found = app
      .filter(({ path, text }) => /^['"]use server['"]/m.test(text) && !exceptions.has(path))
      .filter(
        ({ text }) => [...text.matchAll(/^export (?!const \w+Action = define(Own)?Action[(<])/gm)].length > 0,
      )
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });
});
