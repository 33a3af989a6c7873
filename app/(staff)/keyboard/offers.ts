import type { FoundCase } from '@/lib/find/found-case.ts';
import type { Command } from './command.ts';
import { read } from './match.ts';

export type Group = 'next' | 'on' | 'case' | 'act' | 'place' | 'press';

/** One line of the palette: a command, a case, or a command for a case. */
export type Offer = {
  readonly group: Group;
  readonly command: Command | null;
  readonly found: FoundCase | null;
};

const MOST_CASES_AN_ACT = 3;

export type Asked = {
  readonly typed: string;
  readonly commands: readonly Command[];
  /** What the page itself says can be done next on its case, in its words. */
  readonly next: readonly Command[];
  /** The act whose case is looked for, when one was chosen. */
  readonly act: Command | null;
  /** Found for all that is typed, and for what names a client beside an act. */
  readonly whole: readonly FoundCase[];
  readonly beside: readonly FoundCase[];
};

/** Tells an offer from every other one, while what is listed changes around it. */
export const keyOf = ({ group, command, found }: Offer): string =>
  [group, command?.to, found?.href].join(' ');

/** Everything that fits what is typed, in the order in which it is listed. */
export function offersFor({ typed, commands, next, act, whole, beside }: Asked): Offer[] {
  if (act) return whole.map((found) => ({ group: 'on', command: act, found }));
  const { named, under, acts } = read(typed, commands);
  const isSaidThere = new Set(next.map(({ to }) => to));
  const listed = (fitting: readonly Command[]): Offer[] =>
    byKind(fitting.filter(({ to }) => !isSaidThere.has(to))).map((command) => ({
      group: command.kind,
      command,
      found: null,
    }));
  const nextHere = read(typed, next);
  const most = acts.length > 1 ? MOST_CASES_AN_ACT : beside.length;
  const forCases = acts.flatMap((command) =>
    beside.slice(0, most).map((found): Offer => ({ group: 'on', command, found })),
  );
  const cases = whole.map((found): Offer => ({ group: 'case', command: null, found }));
  return [
    ...[...nextHere.named, ...nextHere.under].map(
      (command): Offer => ({ group: 'next', command, found: null }),
    ),
    ...listed(named),
    ...(acts.length > 0 ? [...listed(under), ...forCases, ...cases] : [...cases, ...listed(under)]),
  ];
}

/** Commands of one kind together, the kind of the best one first. */
function byKind(commands: readonly Command[]): Command[] {
  const kinds = [...new Set(commands.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => commands.filter((command) => command.kind === kind));
}
