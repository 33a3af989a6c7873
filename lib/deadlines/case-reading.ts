import { type Instant, pacificDateOf, startOfPacificDay } from '../calendar/instant.ts';
import { addDays, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import { type AnswerDuty, type AnswerPeriod, answerPeriods } from './answer-periods.ts';
import type { Coverage, Facts, Outcome } from './facts.ts';
import { isInForce } from './in-force.ts';

/** Which body of law the case falls under. */
export type Track = 'dmhc' | 'cdi' | 'medi-cal' | 'self-funded' | 'medicare' | 'none';

/** Something that happened, or a day that was reached. */
export interface Moment {
  /** Its path in `Facts`, always the `xOn` form. */
  readonly event: string;
  readonly on: LocalDate;
  /** Where the hour is known. */
  readonly at?: Instant;
  /** Where the day was reached by counting from the event: the plan's days to answer. */
  readonly counted?: { readonly from: LocalDate; readonly days: number };
}

/** One case's facts in the words of the law. */
export interface CaseReading {
  readonly asOf: { readonly on: LocalDate; readonly at: Instant };
  readonly track: Track;
  readonly isRegulatorUnknown: boolean;
  /** Under the Knox-Keene Act: DMHC plans and licensed Medi-Cal plans. */
  readonly isKnoxKeene: boolean;
  /** A California IMR exists on this track. */
  readonly hasImr: boolean;
  /** The basis of denial is unknown, or at least one of its grounds can go to an IMR. */
  readonly hasImrBasis: boolean;
  readonly isExperimental: boolean;
  readonly isEmergency: boolean;
  readonly isPaymentDispute: boolean;

  readonly denialLetter: Moment | null;
  readonly denialReceived: Moment | null;
  readonly servicesEnd: Moment | null;

  readonly isExpedited: boolean;
  /** Sent to the plan; where unknown, its receipt by the plan. */
  readonly filed: Moment | null;
  readonly received: Moment | null;
  readonly acknowledged: Moment | null;
  readonly statement: Moment | null;
  /** The plan's decision letter, whatever it says. */
  readonly letter: Moment | null;
  readonly letterReceived: Moment | null;
  /** The decision leaves a dispute: upheld or partly overturned. */
  readonly isAdverse: boolean;
  readonly isOverturned: boolean;
  /** The last day of the plan's time to answer, never rolled: today day 30, or day 3 if expedited. */
  readonly silenceDay: Moment | null;
  /** No letter is dated on or before the silence day; `asOf` plays no part. */
  readonly isSilent: boolean;

  readonly hearingRequested: Moment | null;
  readonly hearingHeld: Moment | null;

  readonly isImrExpedited: boolean;
  /** Sent to the regulator; where unknown, its receipt there. */
  readonly applied: Moment | null;
  readonly imrReceived: Moment | null;
  readonly imrAccepted: Moment | null;
  readonly imrRejected: Moment | null;
  readonly planNotified: Moment | null;
  readonly documentsSent: Moment | null;
  readonly reviewerReceived: Moment | null;
  readonly imrDecided: Moment | null;
  readonly imrOutcome: Outcome | null;
  readonly determinationReceived: Moment | null;
  readonly implemented: Moment | null;
  /** Something happened that only an application can have caused. */
  readonly hasImrStep: boolean;

  readonly complaintReceived: Moment | null;
  readonly complaintDecided: Moment | null;

  readonly isExternalExpedited: boolean;
  readonly externalFiled: Moment | null;
  readonly externalReceived: Moment | null;
  readonly externalDecided: Moment | null;
}

/** Reads a case's facts in the words the rules use; facts its track has no use for are simply not asked for. */
export function readCase(facts: Facts, answers: readonly AnswerPeriod[] = answerPeriods): CaseReading {
  const { coverage, denial, grievance, hearing, imr, complaint, externalReview } = facts;
  const track = trackOf(coverage);
  const isKnoxKeene = track === 'dmhc' || (track === 'medi-cal' && coverage.knoxKeene !== false);
  const basis = denial?.basis;
  const outcome = grievance?.decision?.outcome ?? null;

  const isExpedited = grievance?.expedited === true;
  const received = moment('grievance.receivedOn', grievance?.receivedOn, grievance?.receivedAt);
  const filed = moment('grievance.filedOn', grievance?.filedOn) ?? received;
  const letter = moment('grievance.decision.letterDate', grievance?.decision?.letterDate);
  const silenceDay = silenceDayAfter(
    track === 'cdi' ? filed : received,
    answers.filter(
      (answer) => answer.isExpedited === isExpedited && answer.duty === answerDutyOf(track, isExpedited),
    ),
  );

  const imrAccepted = moment('imr.acceptedOn', imr?.acceptedOn, imr?.acceptedAt);
  const imrRejected = moment('imr.rejectedOn', imr?.rejectedOn);
  const planNotified = moment('imr.planNotifiedOn', imr?.planNotifiedOn);
  const documentsSent = moment('imr.documentsSentOn', imr?.documentsSentOn, imr?.documentsSentAt);
  const reviewerReceived = moment('imr.reviewerReceivedOn', imr?.reviewerReceivedOn);
  const imrDecided = moment('imr.decision.date', imr?.decision?.date);
  const implemented = moment('imr.implementedOn', imr?.implementedOn);
  const imrReceived = moment('imr.receivedOn', imr?.receivedOn, imr?.receivedAt);

  return {
    asOf: readAsOf(facts.asOf),
    track,
    isRegulatorUnknown: track === 'dmhc' && coverage.regulator === 'unknown',
    isKnoxKeene,
    hasImr: isKnoxKeene || track === 'cdi',
    hasImrBasis:
      basis === undefined || basis.some((ground) => ground !== 'not-covered' && ground !== 'other'),
    isExperimental: basis?.includes('experimental') ?? false,
    isEmergency: basis?.includes('emergency-or-urgent') ?? false,
    isPaymentDispute: denial?.serviceReceived === true,

    denialLetter: moment('denial.letterDate', denial?.letterDate),
    denialReceived: moment('denial.receivedOn', denial?.receivedOn),
    servicesEnd: moment('denial.servicesEndOn', denial?.servicesEndOn),

    isExpedited,
    filed,
    received,
    acknowledged: moment('grievance.acknowledgedOn', grievance?.acknowledgedOn),
    statement: moment('grievance.statementOn', grievance?.statementOn),
    letter,
    letterReceived: moment('grievance.decision.receivedOn', grievance?.decision?.receivedOn),
    isAdverse: outcome === 'upheld' || outcome === 'partly-overturned',
    isOverturned: outcome === 'overturned',
    silenceDay,
    isSilent: silenceDay !== null && (letter === null || isAfter(letter.on, silenceDay.on)),

    hearingRequested: moment('hearing.requestedOn', hearing?.requestedOn),
    hearingHeld: moment('hearing.heldOn', hearing?.heldOn),

    isImrExpedited: imr?.expedited === true,
    applied: moment('imr.appliedOn', imr?.appliedOn) ?? imrReceived,
    imrReceived,
    imrAccepted,
    imrRejected,
    planNotified,
    documentsSent,
    reviewerReceived,
    imrDecided,
    imrOutcome: imr?.decision?.outcome ?? null,
    determinationReceived: moment('imr.decision.planReceivedOn', imr?.decision?.planReceivedOn),
    implemented,
    hasImrStep: [
      imrAccepted,
      imrRejected,
      planNotified,
      documentsSent,
      reviewerReceived,
      imrDecided,
      implemented,
    ].some((step) => step !== null),

    complaintReceived: moment('complaint.receivedOn', complaint?.receivedOn),
    complaintDecided: moment('complaint.decidedOn', complaint?.decidedOn),

    isExternalExpedited: externalReview?.expedited === true,
    externalFiled: moment('externalReview.filedOn', externalReview?.filedOn),
    externalReceived: moment(
      'externalReview.receivedOn',
      externalReview?.receivedOn,
      externalReview?.receivedAt,
    ),
    externalDecided: moment('externalReview.decidedOn', externalReview?.decidedOn),
  };
}

/** The earlier of two moments that may be unknown. */
export function earlierOf(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return isBefore(b.on, a.on) ? b : a;
}

function trackOf({ program, regulator, serviceCoveredBy }: Coverage): Track {
  switch (program) {
    case 'self-funded':
    case 'medi-cal':
    case 'medicare':
      return program;
    case 'medicare-medi-cal':
      return serviceCoveredBy === 'medi-cal' ? 'medi-cal' : 'medicare';
    case 'commercial':
    case 'other':
      if (regulator === 'DMHC') return 'dmhc';
      if (regulator === 'CDI') return 'cdi';
      // Only where a Knox-Keene plan or a policy is likely: computed as DMHC, and sent to find out.
      return program === 'commercial' && regulator === 'unknown' ? 'dmhc' : 'none';
  }
}

function readAsOf(asOf: Facts['asOf']): CaseReading['asOf'] {
  if (isInstant(asOf)) return { on: pacificDateOf(asOf), at: asOf };
  return { on: asOf, at: startOfPacificDay(asOf) };
}

function isInstant(asOf: Facts['asOf']): asOf is Instant {
  return asOf.includes('T');
}

function moment(event: string, on: LocalDate | undefined, at?: Instant): Moment | null {
  if (at !== undefined) return { event, on: on ?? pacificDateOf(at), at };
  return on === undefined ? null : { event, on };
}

function answerDutyOf(track: Track, isExpedited: boolean): AnswerDuty | null {
  if (track === 'dmhc') return isExpedited ? 'ca.grv.expedited.statement' : 'ca.grv.resolve';
  if (track === 'medi-cal') return isExpedited ? 'mc.appeal.decide.expedited' : 'mc.appeal.decide';
  return null;
}

function silenceDayAfter(start: Moment | null, answers: readonly AnswerPeriod[]): Moment | null {
  const answer = start === null ? undefined : answers.find((each) => isInForce(each, start.on));
  if (start === null || answer === undefined) return null;
  const { days } = answer;
  return { event: start.event, on: addDays(start.on, days), counted: { from: start.on, days } };
}
