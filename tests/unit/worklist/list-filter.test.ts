import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../../lib/words/words.ts';
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
  viewFilter,
  viewParams,
  withFilter,
} from '../../../lib/worklist/list-filter.ts';

const plain = parseListFilter({}, 'mine');
const words = wordsIn('en');
const NAMES = { person: null, plan: null };
const ID = '3f8c1f6e-58a6-4a54-9a5e-0f6b6f0f6a11';

describe('a list’s address', () => {
  test('says whose list it is even where a person lands on it: the bare address is the list they looked at last', () => {
    expect(listHref(plain, 'mine')).toBe('/cases?who=mine');
    expect(listHref(parseListFilter({}, 'everyone'), 'everyone')).toBe('/cases?who=everyone');
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
    expect(listHref(withFilter(searching, { query: '', who: 'mine' }), 'mine')).toBe('/cases?who=mine');
  });

  test('is kept as a view without what was searched for and without the page', () => {
    const found = {
      ...plain,
      who: 'everyone',
      query: 'tran',
      sealedQuery: 'v1.sealed',
      due: 'week',
      page: 3,
    } as const;
    expect(viewParams(found, 'mine')).toBe('who=everyone&due=week');
    expect(viewParams(plain, 'mine')).toBe('who=mine');
    expect(viewFilter('who=everyone&due=week&find=v1.sealed&page=9', 'mine')).toMatchObject({
      who: 'everyone',
      due: 'week',
      query: '',
    });
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
    stuck: true,
    unreached: true,
  };

  test('says whose cases it holds', () => {
    expect(sayWhose(plain, NAMES, words)).toBe('My open cases');
    expect(sayWhose({ ...plain, who: 'everyone' }, NAMES, words)).toBe('Open cases');
    expect(sayWhose({ ...plain, who: 'everyone', closed: true }, NAMES, words)).toBe('Closed cases');
    expect(sayWhose({ ...plain, who: 'unassigned' }, NAMES, words)).toBe('Open cases without an owner');
    expect(sayWhose({ ...plain, who: ID }, { ...NAMES, person: 'Hana Sato' }, words)).toBe(
      'Hana Sato’s open cases',
    );
  });

  test('says everything that narrows it, and nothing when nothing does', () => {
    expect(sayNarrowing(narrowed, { person: null, plan: 'Aetna' }, words)).toBe(
      'found under “tran”, with Aetna, regulator: Department of Managed Health Care, stage: IMR open, in Spanish, past their date, next clock ours to file, urgent, with no next step, client not reached',
    );
    expect(sayNarrowing(plain, NAMES, words)).toBe('');
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

  test('is the list itself where nothing is to be said', () => {
    expect(returnHref('/cases?who=mine', {})).toBe('/cases?who=mine');
    expect(returnHref('/people', {})).toBe('/cases');
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
