import { expect, test } from 'vitest';
import { law } from '../../../lib/deadlines/citations.ts';
import { datedRules, openingRules, standingRules } from '../../../lib/deadlines/rules.ts';
import { leastCertain, listedRule, listRules } from '../../../lib/rule-versions/rule-list.ts';

test('lists every rule of the table once, each under its program', () => {
  const listed = listRules().flatMap(({ rules }) => rules.map(({ id }) => id));
  const all = [...datedRules, ...openingRules, ...standingRules].map(({ id }) => id);
  expect(listed.toSorted()).toEqual(all.toSorted());
});

test('says of a rule how it is counted and who may extend it', () => {
  expect(listedRule('ca.imr.decide')).toMatchObject({
    title: 'Decide the IMR',
    owedBy: 'reviewer',
    period: '30 calendar days',
    extension: 'The department may allow 3 calendar days more.',
    inForce: 'without limit of time',
  });
  expect(listedRule('fed.appeal.decide')).toMatchObject({
    period: '30 calendar days',
    counting: [
      'In special cases 72 hours or 60 calendar days.',
      'Weekends and holidays count; the first day does not.',
    ],
  });
  expect(listedRule('ca.imr.adopt')).toMatchObject({ gives: 'standing', period: '', counting: [] });
  expect(listedRule('ca.none')).toBeNull();
});

test('says of a rule what is open about it', () => {
  expect(listedRule('mc.imr.bar')?.doubt).toMatch(/asked for, presented or held/);
  expect(listedRule('ca.imr.open.emergency')?.doubt).toMatch(/may be needed after all/);
  expect(listedRule('ca.grv.resolve')?.doubt).toBe('');
});

test('calls a wording as sure as the least sure provision', () => {
  expect(leastCertain([law.resolveIn30Days])).toBe('verified');
  expect(leastCertain([law.resolveIn30Days, law.sixMonths])).toBe('verified-secondary');
  expect(leastCertain([law.sixMonths, law.experimentalPanel, law.resolveIn30Days])).toBe('from-memory');
});
