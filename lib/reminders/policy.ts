import { addDays, daysBetween, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { DeadlineKind, OwedBy } from '../db/vocabulary.ts';

export type Recipient = 'owner' | 'supervisor' | 'client';

/** One step of a deadline's ladder of reminders: when, and who hears it. */
export type Rung = { readonly id: string; readonly on: LocalDate; readonly to: readonly Recipient[] };

export type Clock = {
  readonly owedBy: OwedBy;
  readonly kind: DeadlineKind;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
};

/** The cadence scales with the window: a daily mail for six months is a mail nobody reads. */
const CADENCE: readonly { readonly windowOfDays: number; readonly daysBefore: readonly number[] }[] = [
  { windowOfDays: 60, daysBefore: [90, 60, 30, 14, 7, 3, 1, 0] },
  { windowOfDays: 8, daysBefore: [14, 7, 3, 1, 0] },
  { windowOfDays: 0, daysBefore: [3, 1, 0] },
];

/** Clients hear only of what they themselves must do, and less often. */
const CLIENT_DAYS_BEFORE: ReadonlySet<number> = new Set([30, 14, 7, 3, 1]);
const SUPERVISOR_DAY_BEFORE = 1;

/**
 * The ladder of one clock, earliest rung first. Every rung lies after the clock's start; the last comes the day after
 * the due date, when the clock has lapsed. Another reading of the law (`information`) reminds nobody.
 */
export function ladderOf(clock: Clock): Rung[] {
  if (clock.kind === 'information') return [];
  const window = daysBetween(clock.startsOn, clock.dueOn);
  const cadence = CADENCE.find(({ windowOfDays }) => window >= windowOfDays)?.daysBefore ?? [0];
  const isOurs = clock.owedBy === 'client';
  const rungs = cadence
    .map((days): Rung => {
      const to: Recipient[] = ['owner'];
      if (isOurs && days === SUPERVISOR_DAY_BEFORE) to.push('supervisor');
      if (isOurs && CLIENT_DAYS_BEFORE.has(days)) to.push('client');
      return { id: `T-${days}`, on: addDays(clock.dueOn, -days), to };
    })
    .filter(({ on }) => isBefore(clock.startsOn, on));
  const lapsed: Recipient[] = ['owner', 'supervisor'];
  // When the plan's time runs out, the client learns what that opened.
  if (clock.owedBy === 'plan') lapsed.push('client');
  return [...rungs, { id: 'lapsed', on: addDays(clock.dueOn, 1), to: lapsed }];
}

/** The first day after `after` on which this clock has something to say, or null when its ladder is spent. */
export function nextReminderOn(clock: Clock, after: LocalDate | null): LocalDate | null {
  return ladderOf(clock).find(({ on }) => after === null || isBefore(after, on))?.on ?? null;
}
