import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { ladderOf, type Recipient, rungText } from '../reminders/ladder.ts';
import type { OfficePolicy } from '../reminders/policy.ts';

export type LadderLine = {
  readonly id: string;
  /** "7 days before", "The day it is due" */
  readonly when: string;
  readonly owner: 'alone' | 'digest' | null;
  readonly supervisors: boolean;
  readonly client: boolean;
};

/** The ladder of one length of window, for a limit of the client's, which has every kind of recipient. */
export type LadderTable = { readonly title: string; readonly lines: readonly LadderLine[] };

/** A Monday with no holiday near: the day of the week is of no consequence for who hears what. */
const SOME_DAY = '2027-04-05' as LocalDate;
const HOURS_WINDOW = 3;

/** Who hears what at each step, by the length of the window: read off the ladders themselves. Pure. */
export function ladderTables(policy: OfficePolicy): LadderTable[] {
  const counted = policy.cadences.map(({ windowOfDays, daysBefore }, index): LadderTable => {
    const next = policy.cadences[index - 1];
    const window = next ? next.windowOfDays - 1 : Math.max(windowOfDays, ...daysBefore) + 1;
    return {
      title: next
        ? `${windowOfDays} to ${next.windowOfDays - 1} days to act`
        : `${windowOfDays} days or more to act`,
      lines: linesOf(policy, window),
    };
  });
  const shortest = policy.cadences.at(-1)?.windowOfDays ?? 0;
  const hours = { title: `Less than ${shortest} days, or hours`, lines: linesOf(policy, HOURS_WINDOW) };
  return [...counted, hours];
}

function linesOf(policy: OfficePolicy, window: number): LadderLine[] {
  const clock = { owedBy: 'client', kind: 'limit', startsOn: SOME_DAY } as const;
  const rungs = ladderOf({ ...clock, dueOn: addDays(SOME_DAY, window) }, policy);
  const ids = [...new Set(rungs.map(({ id }) => id))];
  return ids.map((id) => {
    const to = (recipient: Recipient) => rungs.find((rung) => rung.id === id && rung.to === recipient);
    return {
      id,
      when: shortText(id),
      owner: to('owner')?.told ?? null,
      supervisors: to('supervisor') !== undefined,
      client: to('client') !== undefined,
    };
  });
}

/** The heading says what it is before. */
function shortText(rungId: string): string {
  const text = rungText(rungId).replace(/ before it is due$/, ' before');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
