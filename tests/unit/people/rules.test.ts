import { expect, test } from 'vitest';
import { personInput } from '../../../lib/people/input.ts';
import {
  deactivationViolations,
  invitationViolations,
  lastLeaderViolations,
  reactivationViolations,
  roleViolations,
} from '../../../lib/people/rules.ts';

const actor = { userId: 'me' };
const you = { id: 'you', role: 'caseworker', deactivatedAt: null, openCaseCount: 0 } as const;
const gone = new Date(0);
const messages = (person: Parameters<typeof deactivationViolations>[0], others: number) =>
  deactivationViolations(person, actor, others).map(({ message }) => message);

test('lets a colleague go', () => {
  expect(messages(you, 0)).toEqual([]);
  expect(messages({ ...you, role: 'administrator' }, 1)).toEqual([]);
});

test('keeps oneself, the last administrator and who is gone already', () => {
  expect(messages({ ...you, id: 'me', role: 'administrator' }, 3)).toHaveLength(1);
  expect(messages({ ...you, role: 'administrator' }, 0)).toEqual([
    'This is the office’s last administrator.',
  ]);
  expect(messages({ ...you, deactivatedAt: gone }, 2)).toEqual([
    'This person can no longer sign in already.',
  ]);
});

test('takes back who is gone and nobody else', () => {
  expect(reactivationViolations({ ...you, deactivatedAt: gone })).toEqual([]);
  expect(reactivationViolations(you)).toHaveLength(1);
});

test.each([
  ['a colleague', you, 'supervisor', 0, null],
  ['oneself', { ...you, id: 'me' }, 'supervisor', 1, 'Nobody changes their own role.'],
  [
    'a former colleague',
    { ...you, deactivatedAt: gone },
    'supervisor',
    1,
    'This person can no longer sign in.',
  ],
  ['to the role they have', you, 'caseworker', 1, 'This is their role already.'],
  ['an administrator beside another', { ...you, role: 'administrator' }, 'caseworker', 1, null],
  [
    'the last administrator',
    { ...you, role: 'administrator' },
    'supervisor',
    0,
    'This is the office’s last administrator.',
  ],
  ['an owner to reviewer', { ...you, openCaseCount: 1 }, 'reviewer', 1, 'They still own open cases.'],
  ['an owner to supervisor', { ...you, openCaseCount: 1 }, 'supervisor', 1, null],
] as const)('changes the role of %s or says why not', (_, person, role, others, message) => {
  expect(roleViolations(person, role, actor, others)[0]?.message ?? null).toBe(message);
});

test('leaves no restricted case without somebody to hand it over', () => {
  expect(lastLeaderViolations({ role: 'supervisor' }, null, 0)).toEqual([]);
  expect(lastLeaderViolations({ role: 'supervisor' }, 'administrator', 2)).toEqual([]);
  expect(lastLeaderViolations({ role: 'caseworker' }, null, 2)).toEqual([]);
  expect(lastLeaderViolations({ role: 'supervisor' }, null, 1)[0]?.message).toBe(
    'A restricted case relies on this person alone.',
  );
  expect(lastLeaderViolations({ role: 'administrator' }, 'caseworker', 2)[0]?.message).toBe(
    'A restricted case relies on this person alone.',
  );
});

test('invites who has no password yet', () => {
  expect(invitationViolations({ ...you, hasPassword: false })).toEqual([]);
  expect(invitationViolations({ ...you, hasPassword: true })).toHaveLength(1);
  expect(invitationViolations({ ...you, hasPassword: false, deactivatedAt: gone })).toHaveLength(1);
});

test.each(['', 'ana', 'ana@', 'ana@example', 'ana @example.org', 'ana@example .org'])(
  'asks for an address again instead of %j',
  (email) => {
    const read = personInput().safeParse({ name: 'Ana', email, role: 'caseworker' });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['email']);
  },
);
