import { addDays, daysBetween, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import { ANSWER_RULES } from '../cases/stage.ts';
import type { DeadlineKind, OwedBy } from '../db/vocabulary.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { isManual } from '../deadlines/clock-title.ts';

export type Recipient = 'owner' | 'supervisor' | 'client';

/** One step of a deadline's ladder of reminders: when, and who hears it. */
export type Rung = { readonly id: string; readonly on: LocalDate; readonly to: readonly Recipient[] };

export type Clock = {
  readonly owedBy: OwedBy;
  readonly kind: DeadlineKind;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  /** How this clock tells that the plan stayed silent, if it does: by lapsing, or by starting. */
  readonly silence?: 'lapses' | 'starts' | null;
  /** A date the office added by hand: it has no letter that could tell a client what it is about. */
  readonly isManual?: boolean;
};

/** The ids of the rungs that are not counted down to the due date. */
export const LAPSED = 'lapsed';
export const OPENED = 'opened';

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
  const countdown = cadence
    .map((days): Rung => {
      const to: Recipient[] = ['owner'];
      if (isOurs && days === SUPERVISOR_DAY_BEFORE) to.push('supervisor');
      if (isOurs && !clock.isManual && CLIENT_DAYS_BEFORE.has(days)) to.push('client');
      return { id: `T-${days}`, on: addDays(clock.dueOn, -days), to };
    })
    .filter(({ on }) => isBefore(clock.startsOn, on));
  return [...openingRung(clock), ...countdown, lapsedRung(clock)];
}

function openingRung({ silence, startsOn }: Clock): Rung[] {
  if (silence !== 'starts') return [];
  return [{ id: OPENED, on: addDays(startsOn, 1), to: ['owner', 'supervisor', 'client'] }];
}

/** When the plan's time to answer runs out, the client learns what that opened. */
function lapsedRung({ silence, dueOn }: Clock): Rung {
  const to: Recipient[] = ['owner', 'supervisor'];
  if (silence === 'lapses') to.push('client');
  return { id: LAPSED, on: addDays(dueOn, 1), to };
}

/** The first day after `after` on which this clock has something to say, or null when its ladder is spent. */
export function nextReminderOn(clock: Clock, after: LocalDate | null): LocalDate | null {
  return ladderOf(clock).find(({ on }) => after === null || isBefore(after, on))?.on ?? null;
}

/** Where the ladder of a clock that was recorded today begins: what it would have said before that day stays unsaid, save that it has lapsed. */
export function firstReminderOn(clock: Clock, today: LocalDate): LocalDate | null {
  return nextReminderOn(clock, addDays(today, -1)) ?? ladderOf(clock).at(-1)?.on ?? null;
}

/** A deadline as its ladder needs it. */
export function clockOf({ rule, owedBy, kind, dueOn, ruleDueOn, explanation }: AdjustedDeadline): Clock {
  const { on: startsOn, event } = explanation.trigger;
  // A date somebody set before the rule's own opens nothing when it passes, so there is no news for the client.
  const isBeforeTheRule = ruleDueOn !== undefined && isBefore(dueOn, ruleDueOn);
  return {
    owedBy,
    kind,
    startsOn,
    dueOn,
    silence: isBeforeTheRule ? null : silenceOf(rule, event),
    ...(isManual(rule) && { isManual: true }),
  };
}

/** Limits on one and the same act: several readings or grounds can each give it a last day. */
const SAME_ACT: readonly ((rule: string) => boolean)[] = [
  (rule) => rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline',
  (rule) => rule === 'mc.hearing.file' || rule === 'mc.hearing.outer',
];

/** Of several open limits on one act the earliest speaks; the others keep quiet until it is over. */
export function isSpokenFor(deadline: AdjustedDeadline, all: readonly AdjustedDeadline[]): boolean {
  const isSameAct = SAME_ACT.find((holds) => holds(deadline.rule));
  if (!isSameAct || deadline.status !== 'open') return false;
  return all.some(
    ({ rule, kind, status, dueOn }) =>
      kind === 'limit' && status === 'open' && isSameAct(rule) && isBefore(dueOn, deadline.dueOn),
  );
}

/** A reminder to act is pointless once the day is over; the rung that says so is not. */
export const isPast = (rung: Rung, clock: Clock, today: LocalDate): boolean =>
  rung.id !== LAPSED && isAfter(today, clock.dueOn);

/**
 * The Insurance Code sets no day by which the insurer must answer, so nothing lapses there: the six months that its
 * silence starts are the only clock that can tell.
 */
function silenceOf(rule: string, triggerEvent: string): Clock['silence'] {
  if (ANSWER_RULES.has(rule)) return 'lapses';
  const isCountedFromGrievance =
    triggerEvent === 'grievance.receivedOn' || triggerEvent === 'grievance.filedOn';
  return rule === 'cdi.imr.deadline' && isCountedFromGrievance ? 'starts' : null;
}

/** "7 days before it is due", for whoever asks why a message goes out. */
export function rungText(rungId: string): string {
  if (rungId === LAPSED) return 'the day after it was due';
  if (rungId === OPENED) return 'the day after the insurer’s time to answer';
  const days = Number(rungId.slice('T-'.length));
  if (days === 0) return 'the day it is due';
  return days === 1 ? '1 day before it is due' : `${days} days before it is due`;
}
