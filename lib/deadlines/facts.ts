import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';

export const programs = [
  'commercial',
  'medi-cal',
  'medicare',
  'medicare-medi-cal',
  'self-funded',
  'other',
] as const;
export const regulators = ['DMHC', 'CDI', 'none', 'unknown'] as const;
export const servicePayers = ['medicare', 'medi-cal'] as const;
export const denialBases = [
  'medical-necessity',
  'experimental',
  'emergency-or-urgent',
  'not-covered',
  'other',
] as const;
export const outcomes = ['upheld', 'overturned', 'partly-overturned'] as const;

export type Program = (typeof programs)[number];
export type Regulator = (typeof regulators)[number];
export type ServicePayer = (typeof servicePayers)[number];
export type DenialBasis = (typeof denialBases)[number];
export type Outcome = (typeof outcomes)[number];

/** One case's recorded facts: all that `assess` knows. A field that is left out has not happened or is not known. */
export interface Facts {
  /** "Now" for statuses; a date means the start of that day in California. */
  readonly asOf: LocalDate | Instant;
  readonly coverage: Coverage;
  readonly denial?: DenialFacts;
  readonly grievance?: GrievanceFacts;
  readonly hearing?: HearingFacts;
  readonly imr?: ImrFacts;
  readonly complaint?: ComplaintFacts;
  readonly externalReview?: ExternalReviewFacts;
}

export interface Coverage {
  readonly program: Program;
  readonly regulator: Regulator;
  /** Medi-Cal: is the plan licensed under the Knox-Keene Act? True unless said otherwise. */
  readonly knoxKeene?: boolean;
  /** Required for medicare-medi-cal, ignored elsewhere. */
  readonly serviceCoveredBy?: ServicePayer;
}

export interface DenialFacts {
  readonly letterDate?: LocalDate;
  readonly receivedOn?: LocalDate;
  readonly basis?: readonly DenialBasis[];
  /** Medi-Cal: the intended effective date of a cut or termination; may lie ahead. */
  readonly servicesEndOn?: LocalDate;
  readonly serviceReceived?: boolean;
}

export interface GrievanceFacts {
  /** Sent to the plan. */
  readonly filedOn?: LocalDate;
  /** Received by the plan: what starts the plan's clocks. */
  readonly receivedOn?: LocalDate;
  readonly receivedAt?: Instant;
  readonly expedited?: boolean;
  readonly acknowledgedOn?: LocalDate;
  readonly statementOn?: LocalDate;
  readonly decision?: PlanDecisionFacts;
}

export interface PlanDecisionFacts {
  readonly letterDate: LocalDate;
  readonly receivedOn?: LocalDate;
  /** `upheld` means that the plan keeps its denial. */
  readonly outcome: Outcome;
}

export interface HearingFacts {
  readonly requestedOn?: LocalDate;
  readonly heldOn?: LocalDate;
}

export interface ImrFacts {
  readonly appliedOn?: LocalDate;
  readonly receivedOn?: LocalDate;
  readonly receivedAt?: Instant;
  readonly expedited?: boolean;
  readonly acceptedOn?: LocalDate;
  readonly acceptedAt?: Instant;
  readonly rejectedOn?: LocalDate;
  readonly planNotifiedOn?: LocalDate;
  readonly documentsSentOn?: LocalDate;
  readonly documentsSentAt?: Instant;
  readonly reviewerReceivedOn?: LocalDate;
  readonly decision?: ImrDecisionFacts;
  readonly implementedOn?: LocalDate;
}

export interface ImrDecisionFacts {
  readonly date: LocalDate;
  readonly outcome: Outcome;
  readonly planReceivedOn?: LocalDate;
}

export interface ComplaintFacts {
  readonly receivedOn?: LocalDate;
  readonly decidedOn?: LocalDate;
}

export interface ExternalReviewFacts {
  readonly filedOn?: LocalDate;
  readonly receivedOn?: LocalDate;
  readonly receivedAt?: Instant;
  readonly expedited?: boolean;
  readonly decidedOn?: LocalDate;
}

/** A flaw in what was given: where, and a sentence that says what is wrong and what to do. */
export interface Problem {
  /** Dotted; list positions are numbers; empty where the whole input is wrong. */
  readonly path: string;
  readonly message: string;
}
