import { nextWorkingDay } from '../calendar/business-days.ts';
import { addMonths, compareDates, isAfter, type LocalDate, latest } from '../calendar/local-date.ts';
import type { Deadline, ImrAvailability, ImrFiling, ImrRoute, Reading } from './assessment.ts';
import type { CaseReading } from './case-reading.ts';
import { isInForce } from './in-force.ts';
import {
  type DatedRuleId,
  insuranceQualifyingEvents,
  type OpeningRule,
  type OpeningRuleId,
  openingRules,
} from './rules.ts';

/** Why the IMR is or is not there: the line of the table that decided. */
type AvailabilityGround =
  | 'decided'
  | 'rejected'
  | 'filed'
  | 'plan-overturned-itself'
  | 'not-on-this-track'
  | 'unlicensed-plan'
  | 'hearing-held'
  | 'no-imr-basis'
  | 'open'
  | 'nothing-opened-it-yet';

export interface Availability {
  readonly ground: AvailabilityGround;
  readonly availability: ImrAvailability;
  readonly route: ImrRoute | null;
}

export interface Opening {
  readonly rule: OpeningRuleId;
  readonly on: LocalDate;
}

export interface FilingWindow {
  readonly fileBy: LocalDate | null;
  readonly fileByRule: DatedRuleId | null;
  readonly otherReadings: readonly Reading[];
}

/** Every rule that opens the IMR or will, earliest first, a tie in ASCII order. */
export function openingsOf(c: CaseReading, rules: readonly OpeningRule[] = openingRules): readonly Opening[] {
  if (!c.hasImrBasis) return [];
  const openings: Opening[] = [];
  for (const rule of rules) {
    const on = rule.opensOn(c);
    if (on !== null && isInForce(rule, on)) openings.push({ rule: rule.id, on });
  }
  return openings.toSorted((a, b) => compareDates(a.on, b.on) || compareAscii(a.rule, b.rule));
}

/** Whether an IMR can be asked for now, and where the case goes: the first ground that holds decides. */
export function availabilityOf(c: CaseReading, opening: Opening | undefined): Availability {
  const { home, away } = routesOf(c);
  if (c.hasImr && c.imrDecided !== null) return { ground: 'decided', availability: 'decided', route: home };
  if (c.hasImr && c.imrRejected !== null) {
    return { ground: 'rejected', availability: 'unavailable', route: away };
  }
  if (c.hasImr && (c.applied !== null || c.hasImrStep)) {
    return { ground: 'filed', availability: 'filed', route: home };
  }
  if (c.isOverturned) {
    return { ground: 'plan-overturned-itself', availability: 'unavailable', route: null };
  }
  if (c.track === 'self-funded' || c.track === 'medicare' || c.track === 'none') {
    return { ground: 'not-on-this-track', availability: 'unavailable', route: away };
  }
  if (!c.hasImr) return { ground: 'unlicensed-plan', availability: 'unavailable', route: away };
  if (c.track === 'medi-cal' && c.hearingHeld !== null) {
    return { ground: 'hearing-held', availability: 'unavailable', route: away };
  }
  if (!c.hasImrBasis) return { ground: 'no-imr-basis', availability: 'unavailable', route: away };
  if (opening !== undefined && !isAfter(opening.on, c.asOf.on)) {
    return { ground: 'open', availability: 'available', route: home };
  }
  return { ground: 'nothing-opened-it-yet', availability: 'not-yet', route: home };
}

/** The client's last safe day to ask for the IMR, and the later days that other readings of the law give. */
export function filingWindowOf(c: CaseReading, deadlines: readonly Deadline[]): FilingWindow {
  const live = deadlines
    .filter((deadline) => isImrDeadline(deadline.rule) && deadline.status !== 'moot')
    .toSorted((a, b) => compareDates(a.dueOn, b.dueOn) || compareAscii(a.rule, b.rule));
  const first = live.find((deadline) => deadline.kind === 'limit');
  if (first === undefined) return { fileBy: null, fileByRule: null, otherReadings: [] };
  const others =
    c.track === 'cdi'
      ? insuranceReadings(c)
      : live.map((deadline) => ({ rule: deadline.rule, fileBy: deadline.dueOn }));
  return {
    fileBy: first.dueOn,
    fileByRule: first.rule,
    otherReadings: others.filter((reading) => isAfter(reading.fileBy, first.dueOn)),
  };
}

/** The last day on any reading of the law, moved to a working day; null where there is no limit. */
export function lastReadingOf({ fileBy, otherReadings }: FilingWindow): LocalDate | null {
  if (fileBy === null) return null;
  return nextWorkingDay(latest(fileBy, ...otherReadings.map((reading) => reading.fileBy)));
}

/**
 * The day through which a later reading of the law runs, as the readings are listed: moved to a working day only once
 * the day itself is over, or where no reading but the moved safe date is left. Null where there is no limit.
 */
export function openReadingOf(window: FilingWindow, today: LocalDate): LocalDate | null {
  if (window.fileBy === null) return null;
  const listed = latest(window.fileBy, ...window.otherReadings.map((reading) => reading.fileBy));
  const isAhead = isAfter(listed, window.fileBy) && !isAfter(today, listed);
  return isAhead ? listed : lastReadingOf(window);
}

/** Whether the six months are over on every reading of the law; no limit is never over. */
export function isPastEveryReading(window: FilingWindow, today: LocalDate): boolean {
  const last = lastReadingOf(window);
  return last !== null && isAfter(today, last);
}

/** Whether the application came in time; null until both its day and the last safe day are known. */
export function filingOf(c: CaseReading, window: FilingWindow): ImrFiling | null {
  const lastReading = lastReadingOf(window);
  if (c.applied === null || window.fileBy === null || lastReading === null) return null;
  if (!isAfter(c.applied.on, window.fileBy)) return 'timely';
  return isAfter(c.applied.on, lastReading) ? 'late' : 'late-but-timely-on-another-reading';
}

/** Compares rule ids by their ASCII codes. */
export function compareAscii(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isImrDeadline(rule: DatedRuleId): boolean {
  return rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';
}

// The Insurance Code's readings all carry one rule id, so each later date is told once.
function insuranceReadings(c: CaseReading): Reading[] {
  const events = [...insuranceQualifyingEvents(c)];
  if (c.isSilent && c.isAdverse && c.letter !== null) events.push(c.letter);
  const dates = new Set(events.map((event) => addMonths(event.on, 6)));
  return [...dates].toSorted(compareDates).map((fileBy) => ({ rule: 'cdi.imr.deadline', fileBy }));
}

function routesOf(c: CaseReading): { home: ImrRoute; away: ImrRoute } {
  if (c.isRegulatorUnknown) return { home: 'ask-regulator', away: 'ask-regulator' };
  switch (c.track) {
    case 'dmhc':
      return { home: 'imr-dmhc', away: 'complaint-dmhc' };
    case 'cdi':
      return { home: 'imr-cdi', away: 'complaint-cdi' };
    case 'medi-cal':
      return { home: 'imr-dmhc', away: 'state-hearing' };
    case 'self-funded':
      return { home: 'federal-external-review', away: 'federal-external-review' };
    case 'medicare':
      return { home: 'medicare-appeal', away: 'medicare-appeal' };
    case 'none':
      return { home: 'ask-regulator', away: 'ask-regulator' };
  }
}
