import { describe, expect, test } from 'vitest';
import { readMentions } from '../../../lib/notes/mentions.ts';
import { isContact, mentionViolations } from '../../../lib/notes/rules.ts';
import { wordsIn } from '../../../lib/words/words.ts';

const INES = { id: 'ines', name: 'Inés Caldera' };
const TOM = { id: 'tom', name: 'Tom Bradshaw' };
const JOYCE = { id: 'joyce', name: 'Joyce Abara' };
const JOYCE_LEE = { id: 'joyce-lee', name: 'Joyce Lee' };
const JOYCE_LEE_ORTEGA = { id: 'joyce-lee-ortega', name: 'Joyce Lee Ortega' };
const PEOPLE = [INES, TOM, JOYCE, JOYCE_LEE];
const idsIn = (text: string) => readMentions(text, PEOPLE).ids;

describe('who a note names', () => {
  test.each([
    ['a whole name', '@Joyce Abara, please look.', ['joyce']],
    ['a first name that one colleague has', 'Asked @Tom to call.', ['tom']],
    ['a name without its accent', 'For @ines.', ['ines']],
    ['a name whose accent is a letter of its own', 'For @Ine\u0301s.', ['ines']],
    ['capitals', '@TOM BRADSHAW', ['tom']],
    ['several, each once', '@Tom and @Inés Caldera and @tom', ['tom', 'ines']],
    ['a possessive', '@Tom’s client', ['tom']],
    ['a name in brackets', '(@Tom)', ['tom']],
  ])('is read from %s', (_what, text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  test.each([
    ['an e-mail address', 'Wrote to appeals@tom.example'],
    ['an @ on its own', 'Meet @ 3 pm'],
    ['a number', '@3 pm'],
    ['a longer word', 'Tommy'],
  ])('is nobody in %s', (_what, text) => {
    expect(readMentions(text, PEOPLE)).toEqual({ ids: [], unknown: [], shared: [] });
  });

  test('takes the longest whole name', () => {
    const people = [...PEOPLE, JOYCE_LEE_ORTEGA];
    expect(readMentions('@Joyce Lee Ortega', people).ids).toEqual(['joyce-lee-ortega']);
    expect(readMentions('@Joyce Lee said', people).ids).toEqual(['joyce-lee']);
  });

  test('tells a name that nobody has from one that several have', () => {
    expect(readMentions('@Tommy and @Joyce', PEOPLE)).toEqual({
      ids: [],
      unknown: ['Tommy'],
      shared: [{ typed: 'Joyce', names: ['Joyce Abara', 'Joyce Lee'] }],
    });
  });

  test('is everybody of the very same name', () => {
    const twin = { id: 'tom-2', name: 'Tom Bradshaw' };
    expect(readMentions('@Tom Bradshaw', [...PEOPLE, twin]).ids).toEqual(['tom', 'tom-2']);
  });
});

test('refuses a name that nobody or more than one has, in both languages', () => {
  const mentions = readMentions('@Tommy and @Joyce', PEOPLE);
  for (const language of ['en', 'es'] as const) {
    const violations = mentionViolations(mentions, ['Tom Bradshaw'], wordsIn(language).notes);
    expect(violations.map(({ field }) => field)).toEqual(['body', 'body', 'body']);
    expect(violations[0]?.message).toContain('“Tommy”');
    expect(violations[1]?.message).toContain('Joyce Abara, Joyce Lee');
    expect(violations[2]?.message).toContain('Tom Bradshaw');
  }
});

test.each([
  ['client', null, true],
  ['client', 'spoke', true],
  ['client', 'voicemail', false],
  ['client', 'no-answer', false],
  ['plan', 'spoke', false],
  [null, null, false],
])('with whom %s, result %s: contact %s', (withWhom, callResult, expected) => {
  expect(isContact({ withWhom, callResult })).toBe(expected);
});
