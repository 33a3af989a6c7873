import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Citation, DatedRuleId, DeadlineKind, Party, RuleId } from './rules.ts';

/** What the law makes of one case's facts at one moment. Plain JSON. */
export interface Assessment {
  /** Ordered by `dueOn`, then by rule in ASCII order. */
  readonly deadlines: readonly Deadline[];
  readonly imr: ImrStanding;
  /** What to do now, most urgent first. */
  readonly nextSteps: readonly NextStep[];
}

export const deadlineStatuses = ['open', 'met', 'late', 'overdue', 'moot'] as const;
export type DeadlineStatus = (typeof deadlineStatuses)[number];

export interface Deadline {
  readonly rule: DatedRuleId;
  readonly owedBy: Party;
  readonly kind: DeadlineKind;
  /** The headline date: never rolled over weekends or holidays, save where the rolled date is the law. */
  readonly dueOn: LocalDate;
  /** Only for rules counted in hours; `dueOn` is then its Pacific date. */
  readonly dueAt?: Instant;
  /** Information only: the next working day, where `dueOn` is none. */
  readonly rolledOn?: LocalDate;
  /** Information only: how far the period may be extended. */
  readonly latestOn?: LocalDate;
  readonly status: DeadlineStatus;
  readonly explanation: Explanation;
}

export interface Explanation {
  readonly trigger: Trigger;
  /** Each step of the arithmetic, one short sentence each. */
  readonly steps: readonly string[];
  readonly citations: readonly Citation[];
}

export interface Trigger {
  /** The fact that started the clock, as its path in `Facts`. */
  readonly event: string;
  /** The day the clock started, itself not counted. */
  readonly on: LocalDate;
  readonly text: string;
}

export const imrAvailabilities = ['available', 'not-yet', 'unavailable', 'filed', 'decided'] as const;
export const imrFilings = ['timely', 'late-but-timely-on-another-reading', 'late'] as const;
export const imrRoutes = [
  'imr-dmhc',
  'imr-cdi',
  'complaint-dmhc',
  'complaint-cdi',
  'state-hearing',
  'federal-external-review',
  'medicare-appeal',
  'ask-regulator',
] as const;

export type ImrAvailability = (typeof imrAvailabilities)[number];
export type ImrFiling = (typeof imrFilings)[number];
export type ImrRoute = (typeof imrRoutes)[number];

/** Every key is always there; null says that there is none. */
export interface ImrStanding {
  readonly availability: ImrAvailability;
  /** The day the client may first apply; may lie ahead. */
  readonly availableFrom: LocalDate | null;
  readonly openedBy: RuleId | null;
  readonly fileBy: LocalDate | null;
  readonly fileByRule: DatedRuleId | null;
  /** The later dates that other readings of the law give. */
  readonly otherReadings: readonly Reading[];
  readonly filing: ImrFiling | null;
  readonly route: ImrRoute | null;
  readonly reasons: readonly Reason[];
}

export interface Reading {
  readonly rule: DatedRuleId;
  readonly fileBy: LocalDate;
}

export interface Reason {
  /** Null where no rule of the table is at work, as for Medicare. */
  readonly rule: RuleId | null;
  readonly text: string;
  readonly citations: readonly Citation[];
}

export interface NextStep {
  readonly who: Party;
  readonly text: string;
  readonly rule: RuleId | null;
}
