import type { Command } from './command.ts';

/** What was typed, as the palette understands it. */
export type Reading = {
  /** The commands in whose names all of it is, those that begin so first. */
  readonly named: readonly Command[];
  /** The commands that are found under it by other words. */
  readonly under: readonly Command[];
  /** Acts named beside a client, as in "decision villa", and the words that name the client. */
  readonly acts: readonly Command[];
  readonly rest: string;
};

const SHORTEST_NAME_OF_AN_ACT = 3;
const MOST_ACTS = 3;

/** Text without accents and capitals, in words: what is typed and what is offered are compared so. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const startsAny = (typed: string, words: readonly string[]): boolean =>
  words.some((word) => word.startsWith(typed));

type Fit = 'begins' | 'named' | 'under';

function fitOf(typed: readonly string[], { label, also = '' }: Command): Fit | null {
  const name = wordsOf(label);
  if (name.join(' ').startsWith(typed.join(' '))) return 'begins';
  if (typed.every((word) => startsAny(word, name))) return 'named';
  const all = [...name, ...wordsOf(also)];
  return typed.every((word) => startsAny(word, all)) ? 'under' : null;
}

/** The commands that all the words fit; with nothing typed, every one in its order. */
function fitting(typed: string, commands: readonly Command[]) {
  const words = wordsOf(typed);
  const of = (wanted: Fit) => commands.filter((command) => fitOf(words, command) === wanted);
  return { named: [...of('begins'), ...of('named')], under: of('under') };
}

/** Reads an act and a client out of one line, in either order: as many words name the act as can. */
export function read(typed: string, commands: readonly Command[]): Reading {
  const whole = fitting(typed, commands);
  const parts = typed.trim().split(/\s+/);
  const possible = commands.filter(({ kind }) => kind === 'act');
  for (let size = parts.length - 1; size > 0; size -= 1) {
    for (const start of [0, parts.length - size]) {
      const name = parts.slice(start, start + size).join(' ');
      const { named, under } = fitting(name, name.length < SHORTEST_NAME_OF_AN_ACT ? [] : possible);
      const acts = named.length > 0 ? named : under;
      if (acts.length > 0) {
        const rest = [...parts.slice(0, start), ...parts.slice(start + size)].join(' ');
        return { ...whole, acts: acts.slice(0, MOST_ACTS), rest };
      }
    }
  }
  return { ...whole, acts: [], rest: '' };
}
