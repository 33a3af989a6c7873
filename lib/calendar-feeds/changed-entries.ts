import { compareDates, type LocalDate } from '../calendar/local-date.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { summaryOnceCanceled } from './entry-words.ts';

/** What a feed says of one clock. */
export type Saying = {
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly summary: string;
};

/** The same with how it came to be said: a new sequence number for every change. */
export type Entry = Saying & {
  readonly sequence: number;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly canceledAt: Date | null;
};

const CANCELED_LISTED_MS = 90 * 86_400_000;

/**
 * The entries that differ, at `now`, from what the feed has told: new ones, changed ones, those whose clock is gone
 * (canceled) and those whose clock is back. Pure.
 */
export function changedEntries(told: readonly Entry[], due: readonly Saying[], now: Date): Entry[] {
  const former = new Map(told.map((entry) => [keyOf(entry), entry]));
  const standing = new Set(due.map(keyOf));
  const said = due.flatMap((saying): Entry[] => {
    const entry = former.get(keyOf(saying));
    if (!entry) return [{ ...saying, sequence: 0, createdAt: now, modifiedAt: now, canceledAt: null }];
    return isSaid(entry, saying) ? [] : [{ ...entry, ...saying, ...nextOf(entry, now), canceledAt: null }];
  });
  const gone = told
    .filter((entry) => entry.canceledAt === null && !standing.has(keyOf(entry)))
    .map((entry) => ({
      ...entry,
      ...nextOf(entry, now),
      summary: summaryOnceCanceled(entry.summary),
      canceledAt: now,
    }));
  return [...said, ...gone];
}

/** The entries a feed lists at `now`, in the order of their days: a canceled one for 90 days more. Pure. */
export function listedEntries(entries: readonly Entry[], now: Date): Entry[] {
  return entries
    .filter(({ canceledAt }) => !canceledAt || now.getTime() - canceledAt.getTime() <= CANCELED_LISTED_MS)
    .toSorted((a, b) => compareDates(a.dueOn, b.dueOn) || (keyOf(a) < keyOf(b) ? -1 : 1));
}

export const keyOf = ({ caseId, rule }: Pick<Saying, 'caseId' | 'rule'>): string => `${caseId} ${rule}`;

const isSaid = (entry: Entry, { dueOn, summary }: Saying): boolean =>
  entry.canceledAt === null && entry.dueOn === dueOn && entry.summary === summary;

const nextOf = ({ sequence }: Entry, now: Date) => ({ sequence: sequence + 1, modifiedAt: now });
