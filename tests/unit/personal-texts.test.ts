import { expect, test } from 'vitest';
import { findPersonal } from '../../scripts/personal-texts.ts';

const TEXTS = [
  { from: 'clients.name', text: 'María Villaseñor' },
  { from: 'users.email', text: 'tom@example.org' },
  { from: 'typed', text: 'Infusion of "Zolgensma"\nat home' },
];
const found = (...lines: string[]) => findPersonal(lines, TEXTS).map(({ place, from }) => [place, from]);

test.each([
  ['plainly', 'could not save María Villaseñor.'],
  ['in other letters', 'MARÍA VILLASEÑOR'],
  ['composed otherwise', 'María Villaseñor'.normalize('NFD')],
  ['in an address', '/cases?q=Mar%C3%ADa+Villase%C3%B1or&page=2'],
  ['in an address of other writing', '/cases?q=mar%c3%ada%20villase%C3%B1or'],
  ['escaped in JSON', '{"name":"Mar\\u00eda Villase\\u00f1or"}'],
])('a name is found when it is written %s', (_how, line) => {
  expect(found('nothing here', line)).toEqual([[1, 'clients.name']]);
});

test('a text with quotes and lines is found in a line of JSON', () => {
  expect(found(JSON.stringify({ note: 'Infusion of "Zolgensma"\nat home' }))).toEqual([[0, 'typed']]);
});

test('a text is found as whole words, and never repeated in what is told', () => {
  expect(found('tom@example.organization', 'xtom@example.org', '<tom@example.org>')).toEqual([
    [2, 'users.email'],
  ]);
  expect(JSON.stringify(findPersonal(['María Villaseñor'], TEXTS))).not.toContain('Mar');
});
