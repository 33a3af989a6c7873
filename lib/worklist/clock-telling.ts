import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { RecordNoun } from '../cases/available-records.ts';
import type { OwedBy, Program, Stage } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';

/** One pending clock with what a sentence about it needs to know of its case. */
export type WorklistClock = {
  readonly rule: ClockId;
  /** Only for a date that no rule sets. */
  readonly title: string;
  readonly owedBy: OwedBy;
  readonly startsOn: LocalDate;
  /** The date that is worked to; `ruleDueOn` is the rule's own, where a recorded date moved it. */
  readonly dueOn: LocalDate;
  readonly ruleDueOn: LocalDate | null;
  readonly dueAt: Instant | null;
  readonly latestOn: LocalDate | null;
  readonly clientName: string;
  readonly planName: string | null;
  readonly program: Program | null;
  readonly stage: Stage;
  /** Not a matter of coverage alone, and not with a plan without a Knox-Keene license: the dispute can go to an IMR. */
  readonly mayGoToImr: boolean;
  /** The last day on which any reading of the law still lets the client apply. */
  readonly lastReadingOn: LocalDate | null;
};

/** A line of the worklist: a sentence around the client's name, why, and the one verb that records what it asks for. */
export type AgendaSentence = {
  readonly lead: string;
  readonly who: string;
  readonly rest: string;
  readonly detail: string;
  readonly isUrgent: boolean;
  /** What is recorded, by its place under the case; null opens the case itself. */
  readonly verb: { readonly label: string; readonly noun: RecordNoun | null; readonly id?: string };
};

/** The parts of a sentence that a clock's own words fill in. */
type Telling = {
  readonly lead: string;
  readonly rest: string;
  readonly detail: string;
  readonly verb: AgendaSentence['verb'];
};
export type Teller = (clock: WorklistClock, say: Saying) => Telling;

/** What every clock is told with. */
export type Saying = {
  readonly today: LocalDate;
  /** Past the date worked to, and past the rule's own as well where that one is later. */
  readonly isLate: boolean;
  /** The last day by the rule, from which the law counts on whatever date is worked to. */
  readonly lastDay: LocalDate;
  /** The plan's name, or the plan; with a capital where it opens a sentence. */
  readonly plan: string;
  readonly Plan: string;
  readonly date: (on: LocalDate) => string;
};
