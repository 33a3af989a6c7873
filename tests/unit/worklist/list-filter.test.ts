import { describe, expect, test } from 'vitest';
import {
  homeOf,
  isNarrowed,
  LAST_PAGE,
  type ListFilter,
  listHref,
  parseListFilter,
  returnHref,
  sayNarrowing,
  sayWhose,
  searchedFor,
  withFilter,
} from '../../../lib/worklist/list-filter.ts';

const plain = parseListFilter({}, 'mine');
const NAMES = { person: null, plan: null };
const ID = '3f8c1f6e-58a6-4a54-9a5e-0f6b6f0f6a11';

describe('a list’s address', () => {
  test('is bare for the list a person lands on', () => {
    expect(listHref(plain, 'mine')).toBe('/cases');
    expect(plain).toMatchObject({ who: 'mine', sort: 'due', page: 1, query: '' });
    expect(parseListFilter({}, 'everyone').who).toBe('everyone');
  });

  test('looks everywhere when something is searched for', () => {
    const search = { query: 'tran', sealedQuery: 'sealed' };
    expect(parseListFilter({}, 'mine', search).who).toBe('everyone');
    expect(parseListFilter({ who: 'mine' }, 'mine', search).who).toBe('mine');
  });

  test.each([
    { q: 'tran' },
    { page: '0' },
    { page: '-3' },
    { page: String(LAST_PAGE + 1) },
    { page: '1e9' },
    { page: '2.5' },
    { stage: 'lost' },
    { who: 'everybody' },
    { plan: '1; drop table cases' },
    { language: 'xx', regulator: 'FBI', due: 'never', side: 'both', sort: 'random', order: 'up' },
    { urgent: 'yes', closed: 'true' },
    { __proto__: 'x' } as Record<string, string>,
  ])('is read as if it were not there when it makes no sense: %j', (given) => {
    expect(parseListFilter(given, 'mine')).toEqual(plain);
  });

  test('takes the first of repeated parameters and shortens what is too long', () => {
    expect(parseListFilter({ stage: ['imr-open', 'closed'] }, 'mine').stage).toBe('imr-open');
    expect(searchedFor(`  x   y ${'x'.repeat(5_000)}`)).toMatch(/^x y x{96}$/);
  });

  test('holds a search sealed and never in words', () => {
    const searching = { ...plain, who: 'everyone', query: 'tran', sealedQuery: 'v1.sealed' };
    expect(listHref(searching, 'mine')).toBe('/cases?find=v1.sealed');
    expect(listHref(withFilter(searching, { query: '', who: 'mine' }), 'mine')).toBe('/cases');
  });

  test('starts from the first page when the filter changes', () => {
    expect(withFilter({ ...plain, page: 4 }, { urgent: true })).toMatchObject({ page: 1, urgent: true });
  });
});

describe('a list in words', () => {
  const narrowed: ListFilter = {
    ...plain,
    query: 'tran',
    planId: ID,
    language: 'es',
    due: 'past',
    side: 'ours',
    urgent: true,
    stage: 'imr-open',
    regulator: 'DMHC',
  };

  test('says whose cases it holds', () => {
    expect(sayWhose(plain, NAMES)).toBe('My open cases');
    expect(sayWhose({ ...plain, who: 'everyone' }, NAMES)).toBe('Open cases');
    expect(sayWhose({ ...plain, who: 'everyone', closed: true }, NAMES)).toBe('Closed cases');
    expect(sayWhose({ ...plain, who: 'unassigned' }, NAMES)).toBe('Open cases without an owner');
    expect(sayWhose({ ...plain, who: ID }, { ...NAMES, person: 'Hana Sato' })).toBe('Hana Sato’s open cases');
  });

  test('says everything that narrows it, and nothing when nothing does', () => {
    expect(sayNarrowing(narrowed, { person: null, plan: 'Aetna' })).toBe(
      'found under “tran”, with Aetna, regulator: Department of Managed Health Care, stage: IMR open, in Spanish, past their date, next clock ours to file, urgent',
    );
    expect(sayNarrowing(plain, NAMES)).toBe('');
    expect(isNarrowed(narrowed)).toBe(true);
    expect(isNarrowed({ ...plain, who: 'everyone', closed: true })).toBe(false);
  });
});

test('lands a reviewer, who has no cases, on everyone’s', () => {
  expect([homeOf('caseworker'), homeOf('supervisor'), homeOf('administrator'), homeOf('reviewer')]).toEqual([
    'mine',
    'mine',
    'mine',
    'everyone',
  ]);
});

describe('the way back from a form', () => {
  test.each([
    ['/cases', '/cases?moved=2'],
    ['/cases?who=everyone&due=past', '/cases?who=everyone&due=past&moved=2'],
    ['/team', '/team?moved=2'],
  ])('leads from %s to %s', (from, target) => {
    expect(returnHref(from, { moved: '2' })).toBe(target);
  });

  test.each([
    '',
    'https://elsewhere.example',
    '//elsewhere.example/cases',
    '/cases/../people',
    '/cases\\..\\people',
    '/people',
    'javascript:alert(1)',
    '/cases?x=1\r\nSet-Cookie: a=b',
  ])('never leads out of the lists: %j', (from) => {
    expect(returnHref(from, { moved: '2' })).toBe('/cases?moved=2');
  });
});
