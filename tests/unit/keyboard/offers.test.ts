import { describe, expect, test } from 'vitest';
import type { Command } from '../../../app/(staff)/keyboard/command.ts';
import { type Asked, keyOf, offersFor } from '../../../app/(staff)/keyboard/offers.ts';
import type { FoundCase } from '../../../lib/find/found-case.ts';

const CALL: Command = { kind: 'act', label: 'Log a call', to: 'note?kind=call' };
const DECISION: Command = { kind: 'act', label: 'Log a plan decision', to: 'plan-decision' };
const PLANS: Command = { kind: 'place', label: 'Plans', to: '/plans' };
const LOCK: Command = { kind: 'press', label: 'Lock the screen', to: '[data-command=lock]' };

const found = (clientName: string): FoundCase => ({
  href: `/cases/${clientName}`,
  number: '26-0001',
  clientName,
  planName: null,
  ownerName: null,
  dueText: null,
  isClosed: false,
  foundIn: 'case',
});

const offered = (asked: Partial<Asked>) =>
  offersFor({
    typed: '',
    commands: [CALL, DECISION, PLANS, LOCK],
    next: [],
    act: null,
    whole: [],
    beside: [],
    ...asked,
  });

const said = (asked: Partial<Asked>) =>
  offered(asked).map(({ group, command, found: hit }) =>
    [group, command?.label, hit?.clientName].filter(Boolean).join(': '),
  );

describe('the palette', () => {
  test('offers everything while nothing is typed, what the case’s page says comes next first and once', () => {
    const next = { ...DECISION, label: 'Log decision' };
    expect(said({ next: [next] })).toEqual([
      'next: Log decision',
      'act: Log a call',
      'place: Plans',
      'press: Lock the screen',
    ]);
  });

  test('lists the kind of the best match first, and the cases after it', () => {
    expect(said({ typed: 'plan', whole: [found('Planck')] })).toEqual([
      'place: Plans',
      'act: Log a plan decision',
      'case: Planck',
    ]);
  });

  test('offers an act for each case that the rest of the line names', () => {
    expect(said({ typed: 'decision villa', beside: [found('Villa'), found('Villanueva')] })).toEqual([
      'on: Log a plan decision: Villa',
      'on: Log a plan decision: Villanueva',
    ]);
  });

  test('keeps what fits the whole line before what fits its parts', () => {
    const [first] = said({ typed: 'log call', beside: [found('Callan')] });
    expect(first).toBe('act: Log a call');
  });

  test('lists nothing but cases once an act has been chosen', () => {
    expect(said({ typed: 'plan', act: CALL, whole: [found('Mai')] })).toEqual(['on: Log a call: Mai']);
  });

  test('tells every offer from every other', () => {
    const all = offered({
      typed: 'log villa',
      next: [CALL],
      whole: [found('Villa')],
      beside: [found('Villa'), found('Vila')],
    });
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });
});
