import { expect, test } from 'vitest';
import { personInput } from '../../../lib/people/input.ts';
import { deactivationViolations } from '../../../lib/people/rules.ts';

const actor = { userId: 'me' };
const messages = (person: Parameters<typeof deactivationViolations>[0], others: number) =>
  deactivationViolations(person, actor, others).map(({ message }) => message);

test('lets a colleague go', () => {
  expect(messages({ id: 'you', role: 'caseworker', deactivatedAt: null }, 0)).toEqual([]);
  expect(messages({ id: 'you', role: 'administrator', deactivatedAt: null }, 1)).toEqual([]);
});

test('keeps oneself, the last administrator and who is gone already', () => {
  expect(messages({ id: 'me', role: 'administrator', deactivatedAt: null }, 3)).toHaveLength(1);
  expect(messages({ id: 'you', role: 'administrator', deactivatedAt: null }, 0)).toEqual([
    'This is the office’s last administrator.',
  ]);
  expect(messages({ id: 'you', role: 'caseworker', deactivatedAt: new Date(0) }, 2)).toEqual([
    'This person can no longer sign in already.',
  ]);
});

test.each([
  ['elevenchars', false],
  ['twelve chars', true],
  ['  spaces count ', true],
  ['🔑🔑🔑🔑🔑🔑', false],
  ['x'.repeat(201), false],
])('takes %j as a first password: %s', (password, isTaken) => {
  const typed = { name: 'Ana', email: 'ana@example.org', role: 'caseworker', password };
  const read = personInput().safeParse(typed);
  expect(read.success).toBe(isTaken);
  expect(read.data?.password).toBe(isTaken ? password : undefined);
});
