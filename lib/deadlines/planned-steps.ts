import type { Instant } from '../calendar/instant.ts';
import { compareDates, isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { Deadline } from './assessment.ts';
import type { CaseReading } from './case-reading.ts';
import { type Availability, type FilingWindow, type Opening, openReadingOf } from './imr-standing.ts';
import type { DatedRuleId, Party, RuleId } from './rules.ts';
import { isRuleStillAhead } from './status.ts';

/** Where the case stands with the IMR, as far as the next steps depend on it. */
export interface Standing {
  readonly availability: Availability;
  readonly openings: readonly Opening[];
  readonly window: FilingWindow;
}

/** The client's own limits that a step of its own speaks for. */
export type OwnLimitRule = Extract<
  DatedRuleId,
  'ca.grv.file' | 'fed.appeal.file' | 'fed.ext.file' | `mc.appeal.${'app' | 'file'}` | `mc.hearing.${string}`
>;

/** The day the department can tell, without which no clock of a review runs. */
type AskedOfDepartment =
  | 'ask-when-application-was-received'
  | 'ask-when-application-was-accepted'
  | 'ask-when-plan-was-notified'
  | 'ask-when-reviewer-had-records';

/** A deadline whose `dueOn` is the date worked to; `ruleDueOn` is the rule's own, where a recorded date moved it. */
export type WorkedDeadline = Deadline & { readonly ruleDueOn?: LocalDate };

/** The day to act by, as it is worked to; `ruleBy` is the rule's own, where the two differ. */
type ActBy = { readonly by: LocalDate; readonly ruleBy?: LocalDate };

/** A duty of somebody else's. */
export interface Owed {
  readonly duty: DatedRuleId;
  readonly owedBy: Party;
  readonly dueOn: LocalDate;
  readonly dueAt?: Instant;
  readonly ruleDueOn?: LocalDate;
}

/** What a step asks for, before anybody puts it in words. */
export type StepSays =
  | ({ readonly says: 'act-in-time' | 'act-late'; readonly limit: OwnLimitRule } & ActBy)
  | ({ readonly says: 'file-imr'; readonly isUrgent: boolean } & ActBy)
  /** `until`: how far another reading runs, where it has not passed as well. */
  | ({ readonly says: 'file-imr-late'; readonly until: LocalDate | null } & ActBy)
  | { readonly says: 'file-imr-if-silent'; readonly from: LocalDate }
  | { readonly says: 'file-grievance-beside-imr'; readonly by: LocalDate }
  | {
      readonly says:
        | 'file-imr-at-any-time'
        | 'file-grievance'
        | 'file-complaint'
        | 'go-on-as-complaint'
        | 'check-authorization'
        | 'follow-medicare-notice'
        | 'find-regulator'
        | 'find-regulator-meanwhile-dmhc'
        | 'ask-when-grievance-was-received'
        | AskedOfDepartment
        | 'ask-when-determination-was-received';
    }
  /** `called`: whom the client calls about it. */
  | ({ readonly says: 'press'; readonly called: 'plan' | 'regulator' } & Owed)
  | ({ readonly says: 'wait' } & Owed);

export type PlannedStep = StepSays & { readonly who: Party; readonly rule: RuleId | null };

/**
 * What to do now, most urgent first: the client's limits (those already over before the next to come), what opens
 * the case up, what others are late with, then what is only to be waited for or may be done as well. Once an IMR is
 * on file, what the plan still owes on the grievance comes after what the review waits for.
 */
export function planNextSteps(
  c: CaseReading,
  deadlines: readonly WorkedDeadline[],
  standing: Standing,
): PlannedStep[] {
  const live = deadlines.filter(({ status }) => status === 'open' || status === 'overdue');
  const own = live.filter(
    (deadline) =>
      deadline.kind === 'limit' && !isSpokenFor(deadline, live, c) && !isAheadOfItsTime(deadline, c),
  );
  const owed = live.filter((deadline) => deadline.kind === 'duty');
  const isOldDebt = (deadline: WorkedDeadline) => isPastApplication(standing) && !isReviewDuty(deadline);
  const current = owed.filter((deadline) => !isOldDebt(deadline));
  const steps = [
    ...own.filter(isOverdue).map((deadline) => ownStep(deadline, c, standing)),
    ...own.filter(isOpen).map((deadline) => ownStep(deadline, c, standing)),
    ...undatedSteps(c, own, current, standing),
    ...dutySteps(current, c),
    ...dutySteps(owed.filter(isOldDebt), c),
    ...own
      .filter((deadline) => isOpen(deadline) && isGrievanceBesideImr(deadline, standing))
      .map(grievanceBesideImrStep),
  ];
  return steps.filter((step) => step !== null);
}

function isOverdue({ status }: Deadline): boolean {
  return status === 'overdue';
}

function isOpen({ status }: Deadline): boolean {
  return status === 'open';
}

const actBy = ({ dueOn, ruleDueOn }: WorkedDeadline): ActBy => ({
  by: dueOn,
  ...(ruleDueOn === undefined ? {} : { ruleBy: ruleDueOn }),
});

const isLapsed = (deadline: WorkedDeadline, c: CaseReading): boolean =>
  isOverdue(deadline) && !isRuleStillAhead(deadline.ruleDueOn, c.asOf.on);

// Several limits can stand for one act: only the one that decides when to act speaks.
function isSpokenFor(deadline: WorkedDeadline, live: readonly WorkedDeadline[], c: CaseReading): boolean {
  if (deadline.rule === 'mc.hearing.outer') {
    return live.some((each) => each.rule === 'mc.hearing.file' && !isLapsed(each, c));
  }
  if (deadline.rule === 'mc.hearing.file') {
    return isLapsed(deadline, c) && live.some(({ rule }) => rule === 'mc.hearing.outer');
  }
  if (!isImrLimit(deadline.rule)) return false;
  const first = live
    .filter(({ rule, kind }) => isImrLimit(rule) && kind === 'limit')
    .toSorted((a, b) => compareDates(a.dueOn, b.dueOn))[0];
  return first !== undefined && first.rule !== deadline.rule;
}

// Nobody asks for a hearing while the plan still has time to answer.
function isAheadOfItsTime({ rule }: Deadline, c: CaseReading): boolean {
  if (!rule.startsWith('mc.hearing.') || c.isAdverse || c.silenceDay === null) return false;
  return !isAfter(c.asOf.on, c.silenceDay.on);
}

function isImrLimit(rule: DatedRuleId): boolean {
  return rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';
}

const ownLimitRules: readonly string[] = [
  'ca.grv.file',
  'mc.appeal.file',
  'mc.appeal.app',
  'mc.hearing.file',
  'mc.hearing.outer',
  'mc.hearing.app',
  'fed.appeal.file',
  'fed.ext.file',
] satisfies OwnLimitRule[];

function isOwnLimit(rule: DatedRuleId): rule is OwnLimitRule {
  return ownLimitRules.includes(rule);
}

function ownStep(deadline: WorkedDeadline, c: CaseReading, standing: Standing): PlannedStep | null {
  const { rule } = deadline;
  if (isImrLimit(rule)) return imrStep(deadline, c, standing);
  if (!isOwnLimit(rule) || isGrievanceBesideImr(deadline, standing)) return null;
  const says = isOverdue(deadline) ? 'act-late' : 'act-in-time';
  return { says, who: 'client', rule, limit: rule, ...actBy(deadline) };
}

// Where the IMR needs no grievance first, filing one is a choice and not what comes next.
function isGrievanceBesideImr(
  { rule }: Deadline,
  { availability: { ground } }: Pick<Standing, 'availability'>,
): boolean {
  return (rule === 'ca.grv.file' || rule === 'fed.appeal.file') && (ground === 'open' || ground === 'filed');
}

function grievanceBesideImrStep({ rule, dueOn }: Deadline): PlannedStep {
  return { says: 'file-grievance-beside-imr', who: 'client', rule, by: dueOn };
}

// Before the IMR opens, its limit is nothing to act on; once the safe day is past, it is filed at once.
function imrStep(
  deadline: WorkedDeadline,
  c: CaseReading,
  { availability, window }: Standing,
): PlannedStep | null {
  if (availability.ground !== 'open') return null;
  const { rule } = deadline;
  const by = actBy(deadline);
  if (isOpen(deadline)) {
    return { says: 'file-imr', who: 'client', rule, ...by, isUrgent: c.isExpedited || c.isImrExpedited };
  }
  const last = openReadingOf(window, c.asOf.on);
  const until = last !== null && !isAfter(c.asOf.on, last) ? last : null;
  return {
    says: 'file-imr-late',
    who: 'client',
    rule: isLapsed(deadline, c) ? 'ca.imr.extension' : rule,
    ...by,
    until,
  };
}

function undatedSteps(
  c: CaseReading,
  own: readonly WorkedDeadline[],
  owed: readonly WorkedDeadline[],
  { availability, openings, window }: Standing,
): PlannedStep[] {
  const steps: PlannedStep[] = [];
  const client = (step: StepSays, rule: RuleId | null = null) => steps.push({ ...step, who: 'client', rule });
  const hasNoComplaint = c.complaintReceived === null && c.complaintDecided === null;

  switch (availability.ground) {
    case 'open':
      if (window.fileBy === null) client({ says: 'file-imr-at-any-time' }, openings[0]?.rule ?? null);
      break;
    case 'nothing-opened-it-yet': {
      const opening = openings[0];
      if (opening !== undefined) client({ says: 'file-imr-if-silent', from: opening.on }, opening.rule);
      else if (c.filed === null && own.length === 0) client({ says: 'file-grievance' });
      break;
    }
    case 'filed': {
      const missing = owed.length === 0 ? missingReviewDay(c) : null;
      if (missing !== null) client({ says: missing });
      break;
    }
    case 'decided':
      if (
        c.isKnoxKeene &&
        c.imrOutcome !== 'upheld' &&
        c.determinationReceived === null &&
        c.implemented === null
      ) {
        client({ says: 'ask-when-determination-was-received' }, 'ca.imr.implement');
      }
      break;
    case 'plan-overturned-itself':
      client({ says: 'check-authorization' });
      break;
    case 'no-imr-basis':
      if (c.track !== 'medi-cal' && hasNoComplaint) client({ says: 'file-complaint' });
      break;
    case 'not-on-this-track':
      if (c.track === 'medicare') client({ says: 'follow-medicare-notice' });
      if (c.track === 'none') client({ says: 'find-regulator' });
      break;
    case 'rejected':
      if (c.track === 'cdi' && hasNoComplaint)
        client({ says: 'go-on-as-complaint' }, 'ca.imr.reject.convert');
      break;
    case 'unlicensed-plan':
    case 'hearing-held':
      break;
  }

  const isWaiting = c.filed !== null && c.letter === null && c.received === null;
  if (isWaiting && (c.isKnoxKeene || c.track === 'medi-cal' || c.track === 'self-funded') && !c.hasImrStep) {
    client({ says: 'ask-when-grievance-was-received' });
  }
  if (c.isRegulatorUnknown && availability.route === 'ask-regulator') {
    client({ says: 'find-regulator-meanwhile-dmhc' });
  }
  return steps;
}

function isPastApplication({ availability: { ground } }: Standing): boolean {
  return ground === 'filed' || ground === 'decided' || ground === 'rejected';
}

function isReviewDuty({ rule }: Deadline): boolean {
  return rule.startsWith('ca.imr.');
}

// The first day not known along the review, where no clock of it runs.
function missingReviewDay(c: CaseReading): AskedOfDepartment | null {
  if (c.imrReceived === null && (!c.hasImrStep || c.isExperimental))
    return 'ask-when-application-was-received';
  if (c.reviewerReceived !== null) return null;
  if (c.documentsSent !== null) return 'ask-when-reviewer-had-records';
  if (c.imrAccepted === null && (c.isImrExpedited || c.planNotified === null))
    return 'ask-when-application-was-accepted';
  return c.planNotified === null ? 'ask-when-plan-was-notified' : null;
}

function dutySteps(deadlines: readonly WorkedDeadline[], c: CaseReading): PlannedStep[] {
  const pressed = deadlines.filter(isOverdue);
  const awaited = deadlines.filter(isOpen);
  return [
    ...pressed.map((deadline): PlannedStep => {
      const { rule, owedBy } = deadline;
      return { says: 'press', who: 'client', rule, called: calledAbout(owedBy, c), ...owedOf(deadline) };
    }),
    ...awaited.map((deadline): PlannedStep => {
      const { rule, owedBy } = deadline;
      return { says: 'wait', who: owedBy, rule, ...owedOf(deadline) };
    }),
  ];
}

// Nobody presses a reviewer: the regulator does, and on the federal track the plan that engaged it.
function calledAbout(owedBy: Party, c: CaseReading): 'plan' | 'regulator' {
  return owedBy === 'plan' || c.track === 'self-funded' ? 'plan' : 'regulator';
}

function owedOf({ rule, owedBy, dueOn, dueAt, ruleDueOn }: WorkedDeadline): Owed {
  return {
    duty: rule,
    owedBy,
    dueOn,
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(ruleDueOn === undefined ? {} : { ruleDueOn }),
  };
}
