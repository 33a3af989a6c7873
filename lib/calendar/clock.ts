import { pacificDateOfSeconds } from './instant.ts';
import type { LocalDate } from './local-date.ts';

/** Where the time comes from. Everything else takes it as an argument. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The day it is in California at that moment, whatever the process's own time zone. */
export function pacificToday(now: Date): LocalDate {
  return pacificDateOfSeconds(Math.floor(now.getTime() / 1_000));
}
