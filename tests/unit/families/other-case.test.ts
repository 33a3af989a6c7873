import { expect, test } from 'vitest';
import { type FoundCase, otherCaseOf } from '../../../lib/families/rules.ts';
import { wordsIn } from '../../../lib/words/words.ts';

const words = wordsIn('en').family;
const found = (number: string, clientName: string, foundIn: FoundCase['foundIn'] = 'case'): FoundCase => ({
  caseId: `id of ${number}`,
  number,
  clientName,
  foundIn,
});
const meant = (typed: string, ...cases: FoundCase[]) => {
  const result = otherCaseOf(cases, typed, 'id of 2026-000001', words);
  return 'other' in result ? result.other.number : result.violation.message;
};

test.each([
  ['Núñez', 'Ana Nunez'],
  ['obrien', 'Maeve O’Brien'],
  ['o brien', 'Maeve O’Brien'],
  ['maeve o’br', 'Maeve O’Brien'],
  ['nwosu bello', 'Amara Nwosu-Bello'],
])('takes the only case whose client’s name starts with what was typed: %s', (typed, name) => {
  expect(meant(typed, found('2026-000002', name))).toBe('2026-000002');
});

test('takes a number as it stands, though others are like it', () => {
  expect(meant('2026-000002', found('2026-000002', 'Ana Nunez'), found('2026-000003', 'Ana Nunes'))).toBe(
    '2026-000002',
  );
});

test.each(['Ana Nunes', 'Nunez Lopez', 'Blue Shield', '2'])(
  'only tells what is found under anything else: %s',
  (typed) => {
    expect(meant(typed, found('2026-000002', 'Ana Nunez'))).toBe(words.nearly('2026-000002, Ana Nunez'));
  },
);

test('tells nothing of this case itself, and of none that only a note speaks of', () => {
  expect(meant('Nunes', found('2026-000001', 'Ana Nunez'), found('2026-000002', 'Bo Li', 'note'))).toBe(
    words.noSuchCase,
  );
  expect(meant('Ana', found('2026-000001', 'Ana Nunez'))).toBe(words.sameCase);
});
