import { describe, expect, test } from 'vitest';
import type { Command } from '../../../app/(staff)/keyboard/command.ts';
import { read } from '../../../app/(staff)/keyboard/match.ts';

const act = (label: string, also: string, to: string): Command => ({ kind: 'act', label, also, to });
const COMMANDS: readonly Command[] = [
  act('Log a call', 'phone note', 'note?kind=call'),
  act('Log a plan decision', 'answer upheld overturned', 'plan-decision'),
  act('Log a grievance', 'appeal', 'grievance'),
  { kind: 'place', label: 'Plans', to: '/plans' },
  { kind: 'place', label: 'Añadir un plan', to: '/plans/new' },
];

const labels = (commands: readonly Command[]) => commands.map(({ label }) => label);

describe('what is typed into the palette', () => {
  test('fits a command by the start of any of its words, those whose name begins so first', () => {
    expect(labels(read('plan', COMMANDS).named)).toEqual(['Plans', 'Log a plan decision', 'Añadir un plan']);
    expect(labels(read('decision plan', COMMANDS).named)).toEqual(['Log a plan decision']);
  });

  test('fits other words that a command is found under, after its name', () => {
    const { named, under } = read('upheld', COMMANDS);
    expect(named).toEqual([]);
    expect(labels(under)).toEqual(['Log a plan decision']);
  });

  test('fits whatever the accents and capitals', () => {
    expect(labels(read('ANADIR', COMMANDS).named)).toEqual(['Añadir un plan']);
  });

  test('names an act and a client in either order', () => {
    for (const typed of ['decision villa', 'villa decision']) {
      const { acts, rest } = read(typed, COMMANDS);
      expect(labels(acts)).toEqual(['Log a plan decision']);
      expect(rest).toBe('villa');
    }
  });

  test('takes as many words for the act as can name one, and leaves a client’s name as it was typed', () => {
    const { acts, rest } = read('plan decision María-José Núñez', COMMANDS);
    expect(labels(acts)).toEqual(['Log a plan decision']);
    expect(rest).toBe('María-José Núñez');
  });

  test('offers every act that the words fit', () => {
    expect(labels(read('log villa', COMMANDS).acts)).toEqual([
      'Log a call',
      'Log a plan decision',
      'Log a grievance',
    ]);
  });

  test('takes a name alone for a name, and two letters for no act', () => {
    expect(read('villa', COMMANDS)).toEqual({ named: [], under: [], acts: [], rest: '' });
    expect(read('ca ng', COMMANDS).acts).toEqual([]);
  });

  test('offers everything in its order while nothing is typed', () => {
    expect(read('', COMMANDS).named).toEqual(COMMANDS);
  });
});
