import { addDays, compareDates, type LocalDate } from '../calendar/local-date.ts';
import { type AnswerPeriod, answerPeriods } from './answer-periods.ts';
import { type CaseReading, earlierOf, type Moment } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import { always, type InForce } from './in-force.ts';
import type { DeadlineKind, Party } from './parties.ts';

export type { Certainty, Citation } from './citations.ts';
export { type DeadlineKind, deadlineKinds, type Party, parties } from './parties.ts';

/** Rules with a date of their own: the only ones that appear among an assessment's deadlines. */
export type DatedRuleId =
  | 'ca.complaint.decide'
  | 'ca.grv.ack'
  | 'ca.grv.expedited.statement'
  | 'ca.grv.file'
  | 'ca.grv.resolve'
  | 'ca.imr.accept'
  | 'ca.imr.accept.expedited'
  | 'ca.imr.deadline.decision'
  | 'ca.imr.deadline.experimental'
  | 'ca.imr.deadline.lateLetter'
  | 'ca.imr.deadline.receipt'
  | 'ca.imr.deadline.silence'
  | 'ca.imr.decide'
  | 'ca.imr.decide.exp'
  | 'ca.imr.decide.exp.fast'
  | 'ca.imr.decide.expedited'
  | 'ca.imr.implement'
  | 'ca.imr.planDocs'
  | 'ca.imr.planDocs.expedited'
  | 'cdi.imr.deadline'
  | 'fed.appeal.decide'
  | 'fed.appeal.file'
  | 'fed.ext.decide'
  | 'fed.ext.file'
  | 'mc.appeal.app'
  | 'mc.appeal.decide'
  | 'mc.appeal.decide.expedited'
  | 'mc.appeal.file'
  | 'mc.hearing.app'
  | 'mc.hearing.file'
  | 'mc.hearing.outer';

/** Rules that open the IMR on a certain day. */
export type OpeningRuleId =
  | 'ca.imr.open.emergency'
  | 'ca.imr.open.experimental'
  | 'ca.imr.open.silence'
  | 'ca.imr.open.upheld'
  | 'ca.imr.open.urgent'
  | 'cdi.appeal.silence';

/** Rules that waive a step, bar the way or turn one thing into another, at no date of their own. */
export type StandingRuleId =
  | 'ca.grv.urgent.notice'
  | 'ca.imr.adopt'
  | 'ca.imr.extension'
  | 'ca.imr.reject.convert'
  | 'ca.imr.waiver.compelling'
  | 'mc.imr.bar';

export type RuleId = DatedRuleId | OpeningRuleId | StandingRuleId;

export interface Period {
  readonly count: number;
  readonly unit: 'calendar days' | 'working days' | 'months' | 'federal months' | 'hours';
}

export interface Rule<Id extends RuleId = RuleId> {
  readonly id: Id;
  /** A short plain label, such as "Answer the grievance". */
  readonly title: string;
  readonly owedBy: Party;
  readonly citations: readonly Citation[];
  /** On the CDI track, where the Insurance Code says the same in its own section. */
  readonly insuranceCitations?: readonly Citation[];
  /** What no text that was read settles, and which way is taken meanwhile, in a sentence or two. */
  readonly doubt?: string;
  /** The text for clocks that start on these days (an opening: that open on them). A changed law is a second row. */
  readonly inForce: InForce;
}

/** One way a rule's time runs: from what, for how long. */
interface RuleClock {
  /** Left out: always. */
  readonly when?: (c: CaseReading) => boolean;
  readonly from: (c: CaseReading) => Moment | null;
  readonly period: Period;
  /** The due date is this day if it is the later; unknown, there is no due date. */
  readonly notBefore?: (c: CaseReading) => Moment | null;
}

export interface DatedRule extends Rule<DatedRuleId> {
  readonly kind: DeadlineKind;
  readonly appliesTo: (c: CaseReading) => boolean;
  /** The first whose condition holds runs. */
  readonly clocks: readonly RuleClock[];
  /** What meets the deadline. */
  readonly act: (c: CaseReading) => Moment | null;
  /** What makes it pointless while the act is not known, beside the end of the dispute. */
  readonly mootWhen?: (c: CaseReading) => boolean;
  /** It still binds when the dispute is decided. */
  readonly outlivesDispute?: true;
  /** A due date that is no working day: `information` shows the next one beside it, `law` moves it (federal days). */
  readonly rollover?: 'information' | 'law';
  /** Who may grant more time, and by how much where the law sets a measure. */
  readonly extension?: { readonly by: Party; readonly period?: Period };
}

export interface OpeningRule extends Rule<OpeningRuleId> {
  /** The first day on which the client may apply under this rule. */
  readonly opensOn: (c: CaseReading) => LocalDate | null;
}

const calendarDays = (count: number): Period => ({ count, unit: 'calendar days' });
const workingDays = (count: number): Period => ({ count, unit: 'working days' });
const months = (count: number): Period => ({ count, unit: 'months' });
const federalMonths = (count: number): Period => ({ count, unit: 'federal months' });
const hours = (count: number): Period => ({ count, unit: 'hours' });

const isMediCal = (c: CaseReading) => c.track === 'medi-cal';
const isSelfFunded = (c: CaseReading) => c.track === 'self-funded';
const canGoToImr = (c: CaseReading) => c.isKnoxKeene && c.hasImrBasis;
/** It was filed, since the plan dealt with it: only the date is missing. */
const planDealtWithIt = (c: CaseReading) =>
  c.acknowledged !== null || c.statement !== null || c.letter !== null;
/** It was accepted, since the review went on: only the date is missing. */
const reviewWentOn = (c: CaseReading) =>
  [c.planNotified, c.documentsSent, c.reviewerReceived, c.imrDecided].some((step) => step !== null);

/** The client's six months to ask for the IMR: the same act, ended by the same steps, extended by the same power. */
const sixMonthsToApply = {
  owedBy: 'client',
  act: (c: CaseReading) => c.applied,
  mootWhen: (c: CaseReading) => c.hasImrStep,
  extension: { by: 'regulator' },
  inForce: always,
} as const;

const reviewerMayHaveThreeMoreDays = { by: 'regulator', period: calendarDays(3) } as const;

/** Every rule with a date: whom it binds, from what, for how long, and where the law says so. */
export const datedRules: readonly DatedRule[] = [
  // The grievance with a Knox-Keene plan
  {
    id: 'ca.grv.file',
    title: 'File the grievance',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: (c) => c.track === 'dmhc',
    clocks: [{ from: (c) => c.denialLetter, period: calendarDays(180) }],
    act: (c) => c.filed,
    mootWhen: planDealtWithIt,
    rollover: 'information',
    extension: { by: 'plan' },
    citations: [law.grievanceWindow],
    inForce: always,
  },
  {
    id: 'ca.grv.ack',
    title: 'Acknowledge the grievance',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => c.isKnoxKeene && !c.isExpedited,
    clocks: [{ from: (c) => c.received, period: calendarDays(5) }],
    act: (c) => c.acknowledged,
    mootWhen: (c) => c.letter !== null,
    citations: [law.acknowledgment, law.acknowledgmentRegulation],
    inForce: always,
  },
  {
    id: 'ca.grv.resolve',
    title: 'Answer the grievance',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => c.track === 'dmhc' && !c.isExpedited,
    clocks: [{ from: (c) => c.received, period: calendarDays(30) }],
    act: (c) => c.letter,
    citations: [law.resolveIn30Days],
    inForce: always,
  },
  {
    id: 'ca.grv.expedited.statement',
    title: 'Answer the urgent grievance',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => c.track === 'dmhc' && c.isExpedited,
    clocks: [{ from: (c) => c.received, period: calendarDays(3) }],
    act: (c) => earlierOf(c.statement, c.letter),
    citations: [law.urgentIn3Days, law.urgentIn3CalendarDays],
    inForce: always,
  },

  // The client's time to ask for the IMR
  {
    ...sixMonthsToApply,
    id: 'ca.imr.deadline.decision',
    title: 'Ask for the IMR',
    kind: 'limit',
    appliesTo: (c) => canGoToImr(c) && c.isAdverse && !c.isSilent,
    clocks: [{ from: (c) => c.letter, period: months(6) }],
    rollover: 'information',
    citations: [law.qualifyingEvents, law.sixMonths],
  },
  {
    ...sixMonthsToApply,
    id: 'ca.imr.deadline.silence',
    title: 'Ask for the IMR',
    kind: 'limit',
    appliesTo: (c) => canGoToImr(c) && c.isSilent,
    clocks: [{ from: (c) => c.silenceDay, period: months(6) }],
    rollover: 'information',
    citations: [law.qualifyingEvents, law.sixMonths],
    doubt:
      'Where the plan answers late, the statute counts from the end of its days and the regulation from its answer. Which of the two the department applies is not known: the earlier date is the safe one, the other stands beside it.',
  },
  {
    ...sixMonthsToApply,
    id: 'ca.imr.deadline.lateLetter',
    title: 'Ask for the IMR, counted from the late letter',
    kind: 'information',
    appliesTo: (c) => canGoToImr(c) && c.isAdverse && c.isSilent,
    clocks: [{ from: (c) => c.letter, period: months(6) }],
    citations: [law.sixMonthsRegulation],
  },
  {
    ...sixMonthsToApply,
    id: 'ca.imr.deadline.receipt',
    title: 'Ask for the IMR, counted from receipt of the letter',
    kind: 'information',
    appliesTo: (c) => canGoToImr(c) && c.isAdverse,
    clocks: [{ from: (c) => c.letterReceived, period: months(6) }],
    citations: [law.sixMonthsRegulation],
    doubt:
      'The regulation was read in a summary, which speaks of receipt; the statute and the department speak of the decision. The date of the letter is the safe one.',
  },
  {
    ...sixMonthsToApply,
    id: 'ca.imr.deadline.experimental',
    title: 'Ask for the IMR without a grievance',
    kind: 'limit',
    appliesTo: (c) => c.isKnoxKeene && (c.isExperimental || c.isEmergency),
    clocks: [{ from: (c) => c.denialLetter, period: months(6) }],
    rollover: 'information',
    citations: [law.experimental, law.experimentalNeedsNoGrievance, law.emergencyDenials, law.sixMonths],
    doubt:
      'Where no grievance is needed first, no text says from when the six months run. The denial letter gives the earliest date, which is the safe one.',
  },
  {
    ...sixMonthsToApply,
    id: 'cdi.imr.deadline',
    title: 'Ask for the IMR',
    kind: 'limit',
    appliesTo: (c) => c.track === 'cdi' && c.hasImrBasis,
    clocks: [{ from: (c) => insuranceQualifyingEvents(c)[0] ?? null, period: months(6) }],
    rollover: 'information',
    citations: [law.insuranceQualifyingEvents, law.insuranceSixMonths],
  },

  // After the application: regulator, plan, reviewer
  {
    id: 'ca.imr.accept',
    title: 'Accept or reject the IMR',
    owedBy: 'regulator',
    kind: 'duty',
    appliesTo: (c) => c.isKnoxKeene && !c.isImrExpedited,
    clocks: [{ from: (c) => c.imrReceived, period: calendarDays(7) }],
    act: (c) => c.imrAccepted ?? c.imrRejected,
    mootWhen: reviewWentOn,
    citations: [law.intakeIn7Days],
    inForce: always,
  },
  {
    id: 'ca.imr.accept.expedited',
    title: 'Accept or reject the urgent IMR',
    owedBy: 'regulator',
    kind: 'duty',
    appliesTo: (c) => c.isKnoxKeene && c.isImrExpedited,
    clocks: [{ from: (c) => c.imrReceived, period: hours(48) }],
    act: (c) => c.imrAccepted ?? c.imrRejected,
    mootWhen: reviewWentOn,
    citations: [law.intakeIn7Days],
    inForce: always,
  },
  {
    id: 'ca.imr.planDocs',
    title: 'Send the records to the reviewer',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => c.hasImr && !c.isImrExpedited,
    clocks: [{ from: (c) => c.planNotified, period: workingDays(3) }],
    act: (c) => c.documentsSent ?? c.reviewerReceived,
    mootWhen: (c) => c.imrRejected !== null,
    citations: [law.recordsIn3Days],
    insuranceCitations: [law.insuranceRecordsIn3Days],
    inForce: always,
  },
  {
    id: 'ca.imr.planDocs.expedited',
    title: 'Send the records of the urgent IMR to the reviewer',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => c.hasImr && c.isImrExpedited,
    clocks: [{ from: (c) => c.imrAccepted, period: hours(24) }],
    act: (c) => c.documentsSent ?? c.reviewerReceived,
    mootWhen: (c) => c.imrRejected !== null,
    citations: [law.recordsIn24Hours],
    insuranceCitations: [law.insuranceRecordsIn24Hours],
    inForce: always,
  },
  {
    id: 'ca.imr.decide',
    title: 'Decide the IMR',
    owedBy: 'reviewer',
    kind: 'duty',
    appliesTo: (c) => c.hasImr && !c.isImrExpedited && !c.isExperimental,
    clocks: [{ from: (c) => c.reviewerReceived, period: calendarDays(30) }],
    act: (c) => c.imrDecided,
    mootWhen: (c) => c.imrRejected !== null,
    extension: reviewerMayHaveThreeMoreDays,
    citations: [law.decideIn30Days],
    insuranceCitations: [law.insuranceDecideIn30Days],
    inForce: always,
  },
  {
    id: 'ca.imr.decide.expedited',
    title: 'Decide the urgent IMR',
    owedBy: 'reviewer',
    kind: 'duty',
    appliesTo: (c) => c.hasImr && c.isImrExpedited && !c.isExperimental,
    clocks: [{ from: (c) => c.reviewerReceived, period: calendarDays(3) }],
    act: (c) => c.imrDecided,
    mootWhen: (c) => c.imrRejected !== null,
    extension: reviewerMayHaveThreeMoreDays,
    citations: [law.decideIn30Days],
    insuranceCitations: [law.insuranceDecideIn30Days],
    inForce: always,
  },
  {
    id: 'ca.imr.decide.exp',
    title: 'Decide the experimental IMR',
    owedBy: 'reviewer',
    kind: 'duty',
    appliesTo: (c) => c.hasImr && !c.isImrExpedited && c.isExperimental,
    clocks: [{ from: (c) => c.imrReceived, period: calendarDays(30) }],
    act: (c) => c.imrDecided,
    mootWhen: (c) => c.imrRejected !== null,
    extension: reviewerMayHaveThreeMoreDays,
    citations: [law.experimentalPanel],
    insuranceCitations: [law.insuranceExperimental],
    inForce: always,
  },
  {
    id: 'ca.imr.decide.exp.fast',
    title: 'Decide the urgent experimental IMR',
    owedBy: 'reviewer',
    kind: 'duty',
    appliesTo: (c) => c.hasImr && c.isImrExpedited && c.isExperimental,
    clocks: [{ from: (c) => c.imrReceived, period: calendarDays(7) }],
    act: (c) => c.imrDecided,
    mootWhen: (c) => c.imrRejected !== null,
    extension: reviewerMayHaveThreeMoreDays,
    citations: [law.experimentalPanel],
    insuranceCitations: [law.insuranceExperimental],
    inForce: always,
  },
  {
    id: 'ca.imr.implement',
    title: 'Carry out the determination',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) =>
      c.isKnoxKeene && (c.imrOutcome === 'overturned' || c.imrOutcome === 'partly-overturned'),
    clocks: [{ from: (c) => c.determinationReceived, period: workingDays(5) }],
    act: (c) => c.implemented,
    outlivesDispute: true,
    citations: [law.implementIn5Days],
    inForce: always,
  },
  {
    id: 'ca.complaint.decide',
    title: 'Decide the complaint',
    owedBy: 'regulator',
    kind: 'duty',
    appliesTo: (c) => c.isKnoxKeene,
    clocks: [{ from: (c) => c.complaintReceived ?? c.imrRejected, period: calendarDays(30) }],
    act: (c) => c.complaintDecided,
    outlivesDispute: true,
    extension: { by: 'regulator' },
    citations: [law.complaintIn30Days, law.noCoverageDecisions],
    inForce: always,
  },

  // Medi-Cal: the plan appeal and the State Hearing
  {
    id: 'mc.appeal.file',
    title: 'File the plan appeal',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: isMediCal,
    clocks: [{ from: (c) => c.denialLetter, period: calendarDays(60) }],
    act: (c) => c.filed,
    mootWhen: planDealtWithIt,
    citations: [law.mediCalAppealWindow],
    inForce: always,
  },
  {
    id: 'mc.appeal.app',
    title: 'Appeal in time to keep the services',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: isMediCal,
    clocks: [{ from: (c) => c.denialLetter, period: calendarDays(10), notBefore: (c) => c.servicesEnd }],
    act: (c) => c.filed,
    mootWhen: planDealtWithIt,
    citations: [law.continuedServices],
    inForce: always,
  },
  {
    id: 'mc.appeal.decide',
    title: 'Answer the appeal',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => isMediCal(c) && !c.isExpedited,
    clocks: [{ from: (c) => c.received, period: calendarDays(30) }],
    act: (c) => c.letter,
    citations: [law.mediCalAppealIn30Days, law.hearingIn120Days],
    inForce: always,
  },
  {
    id: 'mc.appeal.decide.expedited',
    title: 'Answer the urgent appeal',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: (c) => isMediCal(c) && c.isExpedited,
    clocks: [{ from: (c) => c.received, period: hours(72) }],
    act: (c) => c.letter,
    citations: [law.mediCalAppealIn72Hours],
    inForce: always,
  },
  {
    id: 'mc.hearing.file',
    title: 'Ask for a State Hearing',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: (c) => isMediCal(c) && (c.isSilent || c.isAdverse),
    clocks: [{ from: (c) => (c.isSilent ? c.silenceDay : c.letter), period: calendarDays(120) }],
    act: (c) => c.hearingRequested,
    rollover: 'information',
    extension: { by: 'regulator' },
    citations: [law.hearingIn120Days],
    doubt:
      'The statute counts from receipt of the notice, the State Hearings Division from its date. The date of the notice is the safe one.',
    inForce: always,
  },
  {
    id: 'mc.hearing.outer',
    title: 'Ask for a State Hearing late, with good cause',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: (c) => isMediCal(c) && (c.isSilent || c.isAdverse),
    clocks: [{ from: (c) => (c.isAdverse ? c.letter : c.silenceDay), period: calendarDays(180) }],
    act: (c) => c.hearingRequested,
    rollover: 'information',
    citations: [law.hearingIn180Days],
    inForce: always,
  },
  {
    id: 'mc.hearing.app',
    title: 'Ask for a State Hearing in time to keep the services',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: (c) => isMediCal(c) && c.isAdverse && c.servicesEnd !== null,
    clocks: [{ from: (c) => c.letter, period: calendarDays(10) }],
    act: (c) => c.hearingRequested,
    citations: [law.continuedServicesForHearing],
    inForce: always,
  },

  // Federal law: self-funded plans, and the internal appeal of insurance policies
  {
    id: 'fed.appeal.file',
    title: 'File the internal appeal',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: (c) => isSelfFunded(c) || c.track === 'cdi',
    clocks: [{ from: (c) => c.denialReceived, period: calendarDays(180) }],
    act: (c) => c.filed,
    mootWhen: planDealtWithIt,
    citations: [law.internalAppealWindow],
    inForce: always,
  },
  {
    id: 'fed.appeal.decide',
    title: 'Answer the internal appeal',
    owedBy: 'plan',
    kind: 'duty',
    appliesTo: isSelfFunded,
    clocks: [
      { when: (c) => c.isExpedited, from: (c) => c.received, period: hours(72) },
      { when: (c) => c.isPaymentDispute, from: (c) => c.received, period: calendarDays(60) },
      { from: (c) => c.received, period: calendarDays(30) },
    ],
    act: (c) => c.letter,
    citations: [law.internalAppealDecision],
    inForce: always,
  },
  {
    id: 'fed.ext.file',
    title: 'Ask for the external review',
    owedBy: 'client',
    kind: 'limit',
    appliesTo: (c) => isSelfFunded(c) && c.isAdverse,
    clocks: [{ from: (c) => c.letterReceived, period: federalMonths(4) }],
    act: (c) => c.externalFiled ?? c.externalReceived,
    rollover: 'law',
    citations: [law.externalReviewWindow],
    inForce: always,
  },
  {
    id: 'fed.ext.decide',
    title: 'Decide the external review',
    owedBy: 'reviewer',
    kind: 'duty',
    appliesTo: isSelfFunded,
    clocks: [
      { when: (c) => c.isExternalExpedited, from: (c) => c.externalReceived, period: hours(72) },
      { from: (c) => c.externalReceived, period: calendarDays(45) },
    ],
    act: (c) => c.externalDecided,
    citations: [law.externalReviewDecision, law.externalReviewExpedited],
    inForce: always,
  },
];

/** Every rule that opens the IMR; all of them need a basis that can go there. */
export const openingRules: readonly OpeningRule[] = [
  {
    id: 'ca.imr.open.emergency',
    title: 'Emergency or urgent care was denied',
    owedBy: 'client',
    opensOn: (c) => (c.isKnoxKeene && c.isEmergency ? (c.denialLetter?.on ?? null) : null),
    citations: [law.emergencyDenials],
    doubt:
      'The paragraph that waives the grievance is headed for emergency and urgent care as well, but the department’s pages speak of experimental care alone. The grievance may be needed after all: file one beside the IMR.',
    inForce: always,
  },
  {
    id: 'ca.imr.open.experimental',
    title: 'The care was denied as experimental',
    owedBy: 'client',
    opensOn: (c) => (c.hasImr && c.isExperimental ? (c.denialLetter?.on ?? null) : null),
    citations: [law.experimentalNeedsNoGrievance, law.experimental],
    insuranceCitations: [law.insuranceExperimental],
    inForce: always,
  },
  {
    id: 'ca.imr.open.silence',
    title: 'The plan let its time to answer pass',
    owedBy: 'client',
    opensOn: (c) => (c.isKnoxKeene ? dayAfterSilence(c) : null),
    citations: [law.qualifyingEvents, law.participationCap],
    inForce: always,
  },
  {
    id: 'ca.imr.open.upheld',
    title: 'The plan kept its denial',
    owedBy: 'client',
    opensOn: (c) => (c.hasImr && c.isAdverse ? (c.letter?.on ?? null) : null),
    citations: [law.qualifyingEvents, law.imrInWholeOrInPart],
    insuranceCitations: [law.insuranceQualifyingEvents],
    inForce: always,
  },
  {
    id: 'ca.imr.open.urgent',
    title: 'The case is urgent',
    owedBy: 'client',
    opensOn: (c) =>
      c.isKnoxKeene && (c.isExpedited || c.isImrExpedited)
        ? (c.filed?.on ?? c.denialLetter?.on ?? null)
        : null,
    citations: [law.urgentNeedsNoPlanProcess, law.participationCap],
    inForce: always,
  },
  {
    id: 'cdi.appeal.silence',
    title: 'The insurer let its time to answer pass',
    owedBy: 'client',
    opensOn: (c) => (c.track === 'cdi' ? dayAfterSilence(c) : null),
    citations: [law.insuranceQualifyingEvents],
    inForce: always,
  },
];

/** Rules without a date that reasons and next steps cite. */
export const standingRules: readonly Rule<StandingRuleId>[] = [
  {
    id: 'ca.grv.urgent.notice',
    title: 'Tell the client at once of the right to contact the department',
    owedBy: 'plan',
    citations: [law.urgentNotice],
    inForce: always,
  },
  {
    id: 'ca.imr.adopt',
    title: 'Adopt the determination',
    owedBy: 'regulator',
    citations: [law.adoption],
    insuranceCitations: [law.insuranceAdoption],
    inForce: always,
  },
  {
    id: 'ca.imr.extension',
    title: 'A late application may be accepted',
    owedBy: 'regulator',
    citations: [law.sixMonths, law.sixMonthsRegulation],
    insuranceCitations: [law.insuranceSixMonths],
    inForce: always,
  },
  {
    id: 'ca.imr.reject.convert',
    title: 'A rejected IMR becomes a complaint',
    owedBy: 'regulator',
    citations: [law.noCoverageDecisions, law.departmentIsArbiter],
    insuranceCitations: [law.insuranceReview],
    inForce: always,
  },
  {
    id: 'ca.imr.waiver.compelling',
    title: "The plan's process may be waived in a compelling case",
    owedBy: 'regulator',
    citations: [law.compellingCases],
    insuranceCitations: [law.insuranceCompellingCases],
    inForce: always,
  },
  {
    id: 'mc.imr.bar',
    title: 'A State Hearing bars the IMR',
    owedBy: 'regulator',
    citations: [law.hearingBarsImr],
    doubt:
      'Texts differ on whether a hearing closes the IMR once it is asked for, presented or held. Only one that was held closes it here; one that was asked for gives a warning.',
    inForce: always,
  },
];

/** The texts an assessment is made under: those in force, or a draft to try. */
export interface RuleTable {
  readonly dated: readonly DatedRule[];
  readonly openings: readonly OpeningRule[];
  readonly answerPeriods: readonly AnswerPeriod[];
}

export const currentRules: RuleTable = { dated: datedRules, openings: openingRules, answerPeriods };

const rulesById: ReadonlyMap<RuleId, Rule> = new Map(
  [...datedRules, ...openingRules, ...standingRules].map((rule) => [rule.id, rule]),
);

/** The rule of that id in its newest text, with its title and citations, dated or not. */
export function ruleOf(id: RuleId): Rule {
  const rule = rulesById.get(id);
  if (rule === undefined) throw new RangeError(`there is no rule "${id}"`);
  return rule;
}

/** The law a rule rests on, in the code that governs the case. */
export function citationsOf(rule: Rule, c: CaseReading): readonly Citation[] {
  return c.track === 'cdi' ? (rule.insuranceCitations ?? rule.citations) : rule.citations;
}

/** The events from which the Insurance Code's six months may be counted, earliest first (Ins. Code 10169(j)-(k)). */
export function insuranceQualifyingEvents(c: CaseReading): readonly Moment[] {
  const events = [
    c.isAdverse && !c.isSilent ? c.letter : null,
    c.isSilent ? c.silenceDay : null,
    c.isExperimental ? c.denialLetter : null,
  ];
  return events.filter((event) => event !== null).toSorted((a, b) => compareDates(a.on, b.on));
}

function dayAfterSilence(c: CaseReading): LocalDate | null {
  return c.isSilent && c.silenceDay !== null ? addDays(c.silenceDay.on, 1) : null;
}
