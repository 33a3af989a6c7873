import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { TOUR_CLIENTS, tourStops } from '../../../lib/help/tour.ts';
import { demoStories } from '../../../scripts/seed/stories/index.ts';

const ALL = new Map([
  ['rosario', 'r'],
  ['nadia', 'n'],
  ['duc', 'd'],
] as const);

test('visits people whom the demo office has, in cases that are open', () => {
  const names = demoStories(localDate('2026-11-21')).map(({ client }) => client.name);
  for (const name of Object.values(TOUR_CLIENTS)) expect(names).toContain(name);
});

test('leads from Today through real cases to the team', () => {
  expect(tourStops(ALL, () => true).map(({ id, href }) => `${id} ${href}`)).toEqual([
    'today /',
    'rail /cases/r',
    'proof /cases/r/proof/ca.imr.deadline.silence',
    'decision /cases/n/plan-decision',
    'urgent /cases/d',
    'papers /cases/r/filing-checklist',
    'handover /cases/r/brief',
    'find /cases?who=everyone',
    'team /team',
  ]);
});

test('leaves out a case that is gone and what the person may not do', () => {
  const ids = tourStops(new Map([['rosario', 'r']]), (permission) => permission === 'case.read').map(
    ({ id }) => id,
  );
  expect(ids).toEqual(['today', 'rail', 'proof', 'papers', 'handover', 'find']);
});
