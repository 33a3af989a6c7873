import { instant, startOfPacificDay } from '../calendar/instant.ts';
import { addDays, daysBetween, isBefore, type LocalDate } from '../calendar/local-date.ts';
import { instantIn, wallTime } from '../calendar/zoned-time.ts';
import type { Clock } from './clock.ts';
import {
  isOpenAt,
  lastHoursBefore,
  nextOpeningAfter,
  openDayFrom,
  openDayUpTo,
  openingOn,
} from './office-hours.ts';
import { LAST_RUNGS, type OfficePolicy } from './policy.ts';

export type Recipient = 'owner' | 'supervisor' | 'client';

/** One step of a deadline's ladder of reminders for one kind of recipient. */
export type Rung = {
  readonly id: string;
  readonly to: Recipient;
  /** The day it is counted for. It may go earlier, where the office is closed that day. */
  readonly on: LocalDate;
  readonly at: Date;
  /** Outside office hours it waits for the office to open, where that is before this moment; null where nothing runs out. */
  readonly mustGoBy: Date | null;
  /** A message of its own, or a line of the morning digest. */
  readonly told: 'alone' | 'digest';
};

/** What somebody answered to this deadline's reminders: nudges to the staff stay away until that day. */
export type Quiet = { readonly kind: 'acknowledged' | 'snoozed'; readonly untilOn: LocalDate };

/** The ids of the rungs that are not counted down in days to the due date. */
export const LAPSED = 'lapsed';
export const OPENED = 'opened';
export const AT_ONCE = 'at-once';
const HALF_WAY = 'half-way';
const LAST_HOURS = 'last-hours';
export const AGAIN = 'again';
/** Not a rung of any ladder: takes back what an earlier message said of a date that has moved since. */
export const CORRECTED = 'corrected';
/** A date can move away, back, and away again: from the second time on its correction carries a number. */
export const isCorrection = (rungId: string): boolean => rungId.startsWith(CORRECTED);

/** Nor is what a colleague asked for, by hand: once a day for each clock. */
export const NUDGED = 'nudge-';
export const nudgeRung = (on: LocalDate): string => `${NUDGED}${on}`;
export const isNudgeByHand = (rungId: string): boolean => rungId.startsWith(NUDGED);

const HOUR = 3_600_000;
const LAST_WORKING_HOURS = 3;
const MIDNIGHT = wallTime('00:00');

/**
 * The ladder of one clock in an office, in the order of its moments. Rungs are counted down in days, or in hours where
 * the window is shorter than every cadence of the policy; the last tells that the clock has lapsed. On a day the office
 * is closed a rung goes on the last open day before, never later, and the day itself is never moved. Another reading of
 * the law (`information`) reminds nobody. Pure.
 */
export function ladderOf(clock: Clock, policy: OfficePolicy, quiet: Quiet | null = null): Rung[] {
  if (clock.kind === 'information') return [];
  const window = daysBetween(clock.startsOn, clock.dueOn);
  const cadence = policy.cadences.find(({ windowOfDays }) => window >= windowOfDays);
  const rungs =
    cadence || clock.isManual
      ? [
          ...openingRungs(clock, policy),
          ...countdown(clock, cadence?.daysBefore ?? [1, 0], policy),
          ...lapsedRungs(clock, policy),
        ]
      : hourly(clock, policy);
  const again = quiet?.kind === 'snoozed' ? [againRung(clock, quiet, policy)] : [];
  return [...rungs, ...again].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function countdown(clock: Clock, daysBefore: readonly number[], policy: OfficePolicy): Rung[] {
  // Two that a holiday moves to one day stay in their order: the later is the newest.
  const farthestFirst = [...new Set(daysBefore)].toSorted((a, b) => b - a);
  return farthestFirst.flatMap((days): Rung[] => {
    const on = addDays(clock.dueOn, -days);
    if (days === 0 ? isBefore(on, clock.startsOn) : !isBefore(clock.startsOn, on)) return [];
    const goesOn = days === 0 ? on : openDayUpTo(on, policy);
    // The day before is told on that day rather than not at all; what lies further ahead has rungs that follow.
    const isTooEarly = !isBefore(clock.startsOn, goesOn);
    if (isTooEarly && days > 1) return [];
    const day = isTooEarly ? on : goesOn;
    const mustGoBy = days === 0 ? endOfDay(clock.dueOn) : startOfDay(clock.dueOn);
    return recipientsOn(clock, days, policy).map((to): Rung => {
      const told = to === 'owner' && !policy.ownerAloneDaysBefore.includes(days) ? 'digest' : 'alone';
      const at = told === 'digest' ? instantIn(policy.timeZone, day, MIDNIGHT) : openingOn(day, policy);
      return { id: `T-${days}`, to, on, at, mustGoBy, told };
    });
  });
}

/** Clients hear only of what they themselves must do; the supervisor of a limit of theirs that is about to be missed. */
function recipientsOn({ owedBy, isManual: byHand }: Clock, days: number, policy: OfficePolicy): Recipient[] {
  const to: Recipient[] = ['owner'];
  if (owedBy !== 'client') return to;
  if (policy.supervisorDaysBefore.includes(days)) to.push('supervisor');
  if (!byHand && policy.clientDaysBefore.includes(days)) to.push('client');
  return to;
}

/** Where the insurer's silence starts a clock, that is the news. */
function openingRungs({ silence, startsOn }: Clock, policy: OfficePolicy): Rung[] {
  if (silence !== 'starts') return [];
  const on = addDays(startsOn, 1);
  const at = openingOn(openDayFrom(on, policy), policy);
  return (['owner', 'supervisor', 'client'] as const).map((to) => alone(OPENED, to, on, at, null));
}

/** When the plan's time to answer runs out, the client learns what that opened. */
function lapsedRungs({ silence, dueOn }: Clock, policy: OfficePolicy): Rung[] {
  const on = addDays(dueOn, 1);
  const at = openingOn(openDayFrom(on, policy), policy);
  return lapseRecipients(silence).map((to) => alone(LAPSED, to, on, at, null));
}

const lapseRecipients = (silence: Clock['silence']): readonly Recipient[] =>
  silence === 'lapses' ? ['owner', 'supervisor', 'client'] : ['owner', 'supervisor'];

/** At once, half way, in the last working hours, and the hour after. Nobody waits for the office to open but half way. */
function hourly(clock: Clock, policy: OfficePolicy): Rung[] {
  const startsAt = startOfDay(clock.startsOn);
  const endsAt = clock.dueAt ?? endOfDay(clock.dueOn);
  const halfWay = new Date((startsAt.getTime() + endsAt.getTime()) / 2);
  const hours = lastHoursBefore(endsAt, policy);
  const lastFrom = new Date(Math.max(hours.from.getTime(), hours.to.getTime() - LAST_WORKING_HOURS * HOUR));
  const lastHours = lastFrom > halfWay ? lastFrom : halfWay;
  const isOurs = clock.owedBy === 'client';
  const owner = [
    alone(AT_ONCE, 'owner', clock.startsOn, startsAt, startsAt),
    alone(HALF_WAY, 'owner', clock.dueOn, halfWay, lastHours),
    alone(LAST_HOURS, 'owner', clock.dueOn, lastHours, lastHours),
  ];
  const others = isOurs
    ? [
        alone(AT_ONCE, 'client', clock.startsOn, startsAt, lastHours),
        alone(LAST_HOURS, 'supervisor', clock.dueOn, lastHours, lastHours),
      ]
    : [];
  const lapsedAt = new Date(endsAt.getTime() + HOUR);
  const lapsed = lapseRecipients(clock.silence).map((to) =>
    alone(LAPSED, to, addDays(clock.dueOn, clock.dueAt ? 0 : 1), lapsedAt, to === 'client' ? null : lapsedAt),
  );
  return [...owner, ...others, ...openingRungs(clock, policy), ...lapsed];
}

const againRung = ({ dueOn }: Clock, { untilOn }: Quiet, policy: OfficePolicy): Rung => {
  const at = openingOn(untilOn, policy);
  return alone(`${AGAIN}-${untilOn}`, 'owner', untilOn, at, endOfDay(dueOn));
};

const alone = (id: string, to: Recipient, on: LocalDate, at: Date, mustGoBy: Date | null): Rung => ({
  id,
  to,
  on,
  at,
  mustGoBy,
  told: 'alone',
});

/** A correction waits for the office to open, save where the day that holds now would begin first. */
export const correctionRung = (plannedAt: Date, dueOn: LocalDate | null): Pick<Rung, 'at' | 'mustGoBy'> => ({
  at: plannedAt,
  mustGoBy: dueOn && startOfDay(dueOn),
});

// A statutory day is California's, wherever the office's clock hangs.
const startOfDay = (on: LocalDate): Date => new Date(instant(startOfPacificDay(on)));
const endOfDay = (on: LocalDate): Date => startOfDay(addDays(on, 1));

/** The moment this clock runs out. */
export const endOf = ({ dueAt, dueOn }: Clock): Date => dueAt ?? endOfDay(dueOn);

/**
 * Until when a message of this rung waits at `now`, or null where it goes now: in office hours, or where the office
 * does not open before it must go. The window gives way, the deadline does not; and a message that has waited for one
 * opening does not wait for a second, since whoever sends may never be at work in office hours.
 */
export function heldUntil(
  { at, mustGoBy }: Pick<Rung, 'at' | 'mustGoBy'>,
  now: Date,
  policy: OfficePolicy,
  readySince: Date = at,
): Date | null {
  if (isOpenAt(now, policy)) return null;
  const opening = nextOpeningAfter(now, policy);
  if (opening > nextOpeningAfter(readySince, policy)) return null;
  return mustGoBy === null || opening < mustGoBy ? opening : null;
}

/** Each rung of a ladder once, whoever hears it. */
export const oncePerRung = (ladder: readonly Rung[]): Rung[] =>
  ladder.filter(({ id }, index) => ladder.findIndex((each) => each.id === id) === index);

/** Rungs that are due whenever the clock came to be recorded: the others begin with the day it was. */
export const isDueWheneverRecorded = ({ id }: Rung): boolean => id === AT_ONCE || id === LAPSED;

export const isHalfWay = ({ id }: Rung): boolean => id === HALF_WAY;

/** The first moment after `after` at which this ladder has something to say, or null when it is spent. */
export const nextMoment = (ladder: readonly Rung[], after: Date): Date | null =>
  ladder.find(({ at }) => at > after)?.at ?? null;

/** Whether it counts the days to the due date. */
export const isCountdown = ({ id }: Pick<Rung, 'id'>): boolean => id.startsWith('T-');

/**
 * Whether an answer of the staff keeps this rung away: a nudge to the owner counted for a day before they want it again.
 * The day before the due date and the day itself always come.
 */
export const isQuieted = ({ to, id, on }: Pick<Rung, 'to' | 'id' | 'on'>, quiet: Quiet | null): boolean =>
  quiet !== null &&
  to === 'owner' &&
  isCountdown({ id }) &&
  !LAST_RUNGS.some((days) => id === `T-${days}`) &&
  isBefore(on, quiet.untilOn);

/** A reminder to act is pointless once the time is over; the rung that says so is not. */
export const isPast = (rung: Rung, clock: Clock, now: Date): boolean =>
  rung.id !== LAPSED && now >= endOf(clock);

const RUNG_TEXTS: Readonly<Record<string, string>> = {
  [LAPSED]: 'after it lapsed',
  [OPENED]: 'the day after the insurer’s time to answer',
  [AT_ONCE]: 'at once',
  [HALF_WAY]: 'half way',
  [LAST_HOURS]: 'in the last working hours',
  [CORRECTED]: 'when the date moved',
};

/** "7 days before it is due", for whoever asks why a message goes out. */
export function rungText(rungId: string): string {
  if (rungId.startsWith(`${AGAIN}-`)) return 'on the day it was to come again';
  if (isNudgeByHand(rungId)) return 'because a colleague asked about it';
  const text = RUNG_TEXTS[isCorrection(rungId) ? CORRECTED : rungId];
  if (text) return text;
  const days = Number(rungId.slice('T-'.length));
  if (days === 0) return 'the day it is due';
  return days === 1 ? '1 day before it is due' : `${days} days before it is due`;
}
