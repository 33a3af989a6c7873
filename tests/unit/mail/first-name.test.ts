import { expect, test } from 'vitest';
import { firstName } from '../../../lib/mail/first-name.ts';

test.each([
  ['Walter Abernathy', 'Walter'],
  ['  Inés  Caldera ', 'Inés'],
  ['W. A.', 'W'],
  ['Abernathy, Walter', 'Abernathy'],
  ['محمد علي', 'محمد'],
  ['王小明', '王小明'],
  ['', ''],
])('a letter calls %j %j', (name, first) => {
  expect(firstName(name)).toBe(first);
});
