import type { RailWords } from './words.ts';

export type RailSide = 'client' | 'plan' | 'department';

/** Something that arrived, was sent or happened on a day. */
export type RailLetter = {
  on: string;
  /** Who sent it: its color. */
  side: RailSide;
  /** The edge of the clock it starts or stops; the client's under the tape, others' above it, unless said. */
  edge?: 'above' | 'below';
  /** "Grievance received" */
  label: string;
  /** "May 1" */
  when: string;
  /** Promised, or its date is not known. */
  hollow?: boolean;
  /** The lower, the sooner it gets its label; without one it is only a dot. */
  priority?: number;
};

export type RailBarState = 'running' | 'met' | 'late' | 'overdue' | 'not-started';

/** One clock. It runs from the start of `startsOn` through the end of `dueOn`. */
export type RailBar = {
  id: string;
  side: RailSide;
  label: string;
  /** For the narrow drawings. */
  shortLabel?: string;
  startsOn: string;
  dueOn: string;
  /** The act that ended it. */
  endedOn?: string;
  state: RailBarState;
  /** Gives way to every other bar where there is no room for all. */
  isAside?: boolean;
  /** The last day if it is extended. */
  latestOn?: string;
  /** Last days on other readings of the law. */
  otherReadings?: readonly string[];
};

export type RailLastDays = {
  /** Today. */
  from: string;
  to: string;
  owner: RailSide;
  /** "9 days left" */
  leftText: string;
  /** "4 of them working days" */
  detailText: string;
  /** Up to three, the most important first. */
  notes: readonly { on: string; text: string }[];
};

/** What the rail draws: civil dates as ISO days, and words. Nothing in it is guessed. */
export type RailModel = {
  today: string;
  /** The denial, or the earliest fact that is known. Without it: the earliest date here. */
  from?: string;
  /** The last day anyone must act. Without it: the latest date here. */
  to?: string;
  letters: readonly RailLetter[];
  bars: readonly RailBar[];
  /** Why the left end is torn: "since Apr 14", "denial date not known". */
  tornLeft?: string;
  /** Days that offices are closed. */
  closures: readonly string[];
  lastDays?: RailLastDays;
  /** Right of the tape, on the side it speaks of. */
  endNote?: { side: RailSide; text: string; detail: string };
  laneNames?: { above: string; below: string };
  /** Left out: English. */
  words?: RailWords;
  /** Today's flag on the wide drawings; left out: the day in English. */
  todayText?: string;
  title: string;
  /** The same in order of time, in sentences. */
  description: string;
  table: readonly { on: string; date: string; what: string; whose: string; result: string }[];
};
