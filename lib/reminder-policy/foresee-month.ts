import { addDays, daysBetween, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { dateIn } from '../calendar/zoned-time.ts';
import { type Clock } from '../reminders/clock.ts';
import {
  heldUntil,
  isQuieted,
  ladderOf,
  type Quiet,
  type Recipient,
  type Rung,
} from '../reminders/ladder.ts';
import type { OfficePolicy } from '../reminders/policy.ts';

/** Clocks that are alike in all that a ladder knows, with how many of them each owner has. */
export type ForeseenClocks = {
  readonly clock: Clock;
  readonly quiet: Quiet | null;
  /** Through this day an earlier limit on the same act speaks for these. */
  readonly spokenForThrough: LocalDate | null;
  /** Of them, those whose client may be written to. */
  readonly reachableCount: number;
  readonly owners: readonly { readonly ownerId: string | null; readonly count: number }[];
};

/** Messages of one day: alone to owners, lines of their digests, to supervisors, to clients. */
export type ForeseenDay = {
  readonly on: LocalDate;
  readonly alone: number;
  readonly digest: number;
  readonly supervisors: number;
  readonly clients: number;
};

export type ForeseenMonth = {
  readonly days: readonly ForeseenDay[];
  /** Owners who would get more messages on a day than the policy's most: what can wait then comes with the digest. */
  readonly crowded: readonly {
    readonly ownerId: string;
    readonly on: LocalDate;
    readonly count: number;
  }[];
};

export const FORESEEN_DAYS = 30;
/** A rung can go some days from the day it is counted for: the longest stretch on which an office is closed. */
export const CLOSED_DAYS = 14;

type Column = keyof Omit<ForeseenDay, 'on'>;

/**
 * What goes to whom on each of the 30 days after `today`, if nothing is recorded in between: exactly what the ladders of
 * these clocks say. A supervisor's message counts once for each of `supervisorCount`. Pure.
 */
export function foreseeMonth(
  clocks: readonly ForeseenClocks[],
  policy: OfficePolicy,
  { today, supervisorCount }: { readonly today: LocalDate; readonly supervisorCount: number },
): ForeseenMonth {
  const days = Array.from({ length: FORESEEN_DAYS }, (_, index) => ({
    on: addDays(today, index + 1),
    alone: 0,
    digest: 0,
    supervisors: 0,
    clients: 0,
  }));
  const aloneByOwner = new Map<string, { ownerId: string; on: LocalDate; count: number }>();
  for (const alike of clocks) {
    const perMessage = messagesEach(alike, supervisorCount);
    for (const { rung, on } of rungsAhead(alike, policy, today)) {
      const day = days[daysBetween(today, on) - 1];
      if (!day) continue;
      const column = columnOf(rung);
      day[column] += perMessage[column];
      if (column === 'alone') countAlone(aloneByOwner, alike, on);
    }
  }
  const crowded = [...aloneByOwner.values()].filter(({ count }) => count > policy.mostAloneADay);
  return { days, crowded: crowded.toSorted((a, b) => b.count - a.count) };
}

const columnOf = ({ to, told }: Rung): Column =>
  to === 'owner' ? told : to === 'supervisor' ? 'supervisors' : 'clients';

function messagesEach(
  { owners, reachableCount }: ForeseenClocks,
  supervisorCount: number,
): Readonly<Record<Column, number>> {
  const count = owners.reduce((sum, each) => sum + each.count, 0);
  return { alone: count, digest: count, supervisors: count * supervisorCount, clients: reachableCount };
}

/** Each rung with the day it goes. Of two that go at one moment to one person only the newer does. */
function rungsAhead(
  { clock, quiet, spokenForThrough }: ForeseenClocks,
  policy: OfficePolicy,
  today: LocalDate,
) {
  const going = new Map<string, { rung: Rung; on: LocalDate }>();
  for (const rung of ladderOf(clock, policy, quiet)) {
    if (isFarFrom(today, rung.on)) continue;
    const at = goesAt(rung, policy);
    const on = dateIn(policy.timeZone, at);
    if (spokenForThrough && !isAfter(on, spokenForThrough)) continue;
    going.set(keyOf(rung.to, at), { rung, on });
  }
  return [...going.values()].filter(({ rung }) => !isQuieted(rung, quiet));
}

/** Across the longest stretch of closed days a rung that far away does not go in these. */
const isFarFrom = (today: LocalDate, on: LocalDate): boolean => {
  const days = daysBetween(today, on);
  return days < -CLOSED_DAYS || days > FORESEEN_DAYS + CLOSED_DAYS;
};

const keyOf = (to: Recipient, at: Date): string => `${to} ${at.getTime()}`;

const goesAt = (rung: Rung, policy: OfficePolicy): Date =>
  (rung.told === 'digest' ? null : heldUntil(rung, rung.at, policy)) ?? rung.at;

function countAlone(
  counted: Map<string, { ownerId: string; on: LocalDate; count: number }>,
  { owners }: ForeseenClocks,
  on: LocalDate,
): void {
  for (const { ownerId, count } of owners) {
    if (ownerId === null) continue;
    const key = `${ownerId} ${on}`;
    const former = counted.get(key);
    counted.set(key, { ownerId, on, count: (former?.count ?? 0) + count });
  }
}
