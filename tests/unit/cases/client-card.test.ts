import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { type CardDetail, clientCardOf, usualDetail } from '../../../lib/cases/client-card.ts';
import { english } from '../../../lib/words/en/index.ts';
import { spanish } from '../../../lib/words/es/index.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';
import { gradeInEnglish, gradeInSpanish } from '../../support/reading-grade.ts';

const NEEDS = ['Paper 1', 'Paper 2', 'Paper 3', 'Paper 4', 'Paper 5', 'Paper 6'];

const card = (told: CaseBuilder, today: string, detail: CardDetail = 'plain', language: 'en' | 'es' = 'en') =>
  clientCardOf(
    {
      assessed: assessCase(told.record, localDate(today)),
      needs: NEEDS,
      officeName: 'Cedar Street Legal Aid',
      officePhone: '555-0142',
    },
    language,
    detail,
  );

const silent = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
const textOf = (shown: object) => JSON.stringify(shown);

test('says where the case is, what comes next and by when', () => {
  const shown = card(silent, '2026-05-10');
  expect(shown.where).toBe('Your plan is looking at its answer again.');
  expect(shown.next).toBe('Your plan must answer our letter by Sunday, May 31, 2026.');
  expect(shown.progress).toMatchObject({ step: 2, text: 'Step 2 of 5' });
});

test('says the same in Spanish', () => {
  const shown = card(silent, '2026-05-10', 'plain', 'es');
  expect(shown.next).toBe(
    'Su plan tiene que responder a nuestra carta a más tardar el domingo, 31 de mayo de 2026.',
  );
});

test('says of a missed date what can still be done, and never that it is over', () => {
  const missed = card(aCase().denied('2025-01-14').grieved({ receivedOn: '2025-02-01' }), '2026-05-10');
  expect(missed.next).toContain('It may not be too late. Call us today.');
});

describe('a neutral card', () => {
  test.each(['en', 'es'] as const)('says nothing about health, a plan or a review (%s)', (language) => {
    for (const today of ['2026-05-10', '2026-08-10', '2027-02-01']) {
      const shown = card(silent, today, 'neutral', language);
      expect(textOf(shown)).not.toMatch(
        /health|plan|doctor|care|review|pain|denial|salud|médic|atención|revisión|dolor|estado/i,
      );
    }
  });

  test('names neither the client nor the papers', () => {
    const shown = card(silent, '2026-05-10', 'neutral');
    expect(textOf(shown)).not.toContain(silent.record.client.name);
    expect(textOf(shown)).not.toContain('Paper 1');
  });

  test('is the usual one, unless the client agreed to be told the step', () => {
    expect([usualDetail('neutral'), usualDetail('standard'), usualDetail('detailed')]).toEqual([
      'neutral',
      'neutral',
      'plain',
    ]);
  });
});

test('keeps the office’s name to itself where the client does not want it said', () => {
  const { record } = silent;
  const quiet = { ...record, client: { ...record.client, maySayWhoWeAre: false } };
  const facts = { needs: [], officeName: 'Cedar Street Legal Aid', officePhone: '555-0142' };
  const of = (told: typeof record) =>
    clientCardOf({ assessed: assessCase(told, localDate('2026-05-10')), ...facts }, 'en', 'plain').call;
  expect(of({ ...record, client: { ...record.client, maySayWhoWeAre: true } })).toContain(facts.officeName);
  expect(of(quiet)).not.toContain(facts.officeName);
});

test('never prints what a person called a date: it may say something about health', () => {
  const told = aCase().asked('reach-client', '2026-11-23');
  expect(card(told, '2026-11-21').next).toBe('We have a date to keep for you on Monday, November 23, 2026.');
});

test('asks for four papers at most and counts the rest', () => {
  expect(card(silent, '2026-05-10').needs.slice(0, 5)).toEqual([
    ...NEEDS.slice(0, 4),
    'And 2 more: ask us for the list.',
  ]);
});

test('asks for nothing once the case is closed', () => {
  const shown = card(silent.closed('2026-06-10', 'client-withdrew'), '2026-06-20');
  expect(shown.needs).toEqual(['We have all we need from you. Thank you.']);
  expect(shown.next).toBe('You can call us if something new comes up.');
});

describe('every sentence a card can say', () => {
  const sentences = (words: object): string[] =>
    Object.values(words).flatMap((said: unknown): string[] =>
      typeof said === 'string'
        ? [said]
        : typeof said === 'function'
          ? [String(said('June 5', 2))]
          : typeof said === 'object' && said !== null
            ? sentences(said)
            : [],
    );

  test('is written for a sixth-grade reader in English', () => {
    for (const said of sentences(english.clientCard))
      expect([said, gradeInEnglish(said) <= 6.9]).toEqual([said, true]);
  });

  test('is as easy in Spanish', () => {
    for (const said of sentences(spanish.clientCard))
      expect([said, gradeInSpanish(said) <= 6.9]).toEqual([said, true]);
  });
});
