import { expect, test } from 'vitest';
import type { AdjustedAssessment } from '../../../../lib/deadlines/adjusted.ts';
import { datedRules } from '../../../../lib/deadlines/rules.ts';
import { actOpened, clientActOf } from '../../../../lib/reminders/letters/client-acts.ts';

test('has words for every clock that is the client’s', () => {
  const acts = datedRules
    .filter(({ owedBy }) => owedBy === 'client')
    .map(({ id }) => [id, clientActOf(id)] as const);
  expect(acts.filter(([, act]) => act === 'other')).toEqual([]);
  expect(Object.fromEntries(acts)).toMatchObject({
    'ca.grv.file': 'appeal',
    'ca.imr.deadline.silence': 'review-request',
    'cdi.imr.deadline': 'review-request',
    'mc.appeal.app': 'appeal',
    'mc.hearing.file': 'hearing',
    'mc.hearing.app': 'hearing',
    'fed.ext.file': 'review-request',
  });
});

test('a date added by hand, or somebody else’s, has none', () => {
  expect(clientActOf('manual.1f6c1f7e')).toBe('other');
  expect(clientActOf('ca.grv.resolve')).toBe('other');
});

test('names only what silence surely opened', () => {
  const assessment = (availability: string, hearing: string | null) =>
    ({
      imr: { availability },
      deadlines: hearing ? [{ rule: 'mc.hearing.file', status: hearing }] : [],
    }) as unknown as AdjustedAssessment;
  expect(actOpened(assessment('available', 'open'))).toBe('review-request');
  expect(actOpened(assessment('not-available', 'open'))).toBe('hearing');
  expect(actOpened(assessment('not-available', 'overdue'))).toBe('other');
  expect(actOpened(assessment('not-yet', null))).toBe('other');
});
