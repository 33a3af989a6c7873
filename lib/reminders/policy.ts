import type { Weekday } from '../calendar/local-date.ts';
import { type WallTime, wallTime } from '../calendar/zoned-time.ts';

/** Clocks whose window is at least so many days are counted down on these days before the due date. */
export type Cadence = { readonly windowOfDays: number; readonly daysBefore: readonly number[] };

/** When an office's reminders go and to whom: data, which its administrators change. */
export type ReminderPolicy = {
  /** The longest windows first. Windows shorter than all of them are counted in hours. */
  readonly cadences: readonly Cadence[];
  /** The days before on which the owner gets a message for one deadline alone; the morning digest tells the others. */
  readonly ownerAloneDaysBefore: readonly number[];
  readonly clientDaysBefore: readonly number[];
  /** For a client's limit on which no act is recorded. */
  readonly supervisorDaysBefore: readonly number[];
  readonly workingDays: readonly Weekday[];
  readonly opensAt: WallTime;
  readonly closesAt: WallTime;
  readonly digestAt: WallTime;
  readonly teamDigestOn: Weekday;
  /** More messages than that to one of the staff in a day wait for the digest, unless the day itself is near. */
  readonly mostAloneADay: number;
};

/** The policy as it holds in an office: with its clock, and since when. */
export type OfficePolicy = ReminderPolicy & {
  readonly timeZone: string;
  /** When it was last changed: a rung it added counts from then on. Null for what the office came with. */
  readonly since: Date | null;
};

/** What every office begins with. The cadence scales with the window: a daily mail for six months is one nobody reads. */
export const DEFAULT_POLICY: ReminderPolicy = {
  cadences: [
    { windowOfDays: 60, daysBefore: [90, 60, 30, 14, 7, 3, 1, 0] },
    { windowOfDays: 4, daysBefore: [14, 7, 3, 1, 0] },
  ],
  ownerAloneDaysBefore: [3, 1, 0],
  clientDaysBefore: [30, 14, 7, 3, 1],
  supervisorDaysBefore: [1],
  workingDays: [1, 2, 3, 4, 5],
  opensAt: wallTime('08:00'),
  closesAt: wallTime('17:00'),
  digestAt: wallTime('06:00'),
  teamDigestOn: 1,
  mostAloneADay: 30,
};

/** The rungs that no policy leaves out: the day before and the day itself. */
export const LAST_RUNGS: readonly number[] = [1, 0];
