import { may, type Permission } from '../access/policy.ts';
import { barToMessage } from '../client-messages/rules.ts';
import type { Role, TaskReason } from '../db/vocabulary.ts';
import type { AdjustedDeadline, CaseStep } from '../deadlines/adjusted.ts';
import { type ClockId, isManual, type ManualClockId, recordOfManual } from '../deadlines/clock-title.ts';
import { isPastEveryReading } from '../deadlines/imr-standing.ts';
import { isCoverageOnly } from '../denials/rules.ts';
import { isApprovalUsed } from '../imr/extension-approval.ts';
import { isProved, unprovedApplication } from '../imr/proof-of-filing.ts';
import { filingBarrier } from '../imr/rules.ts';
import { type AssessedCase, deadlineOf, isImrLimit, isLive, orderedSteps } from './assessed-case.ts';
import {
  type CaseRecord,
  currentGrievance,
  currentImrApplication,
  pendingImrApplication,
  uncarriedDetermination,
} from './case-record.ts';
import { leadClock } from './next-clock-sentence.ts';
import { ANSWER_RULES } from './stage.ts';

/** What can be recorded on a case: each is a folder of that name beside the case's page. */
export type RecordNoun =
  | 'denial'
  | 'grievance'
  | 'acknowledgment'
  | 'plan-decision'
  | 'imr-filing'
  | 'proof-of-filing'
  | 'imr-extension'
  | 'imr-acceptance'
  | 'imr-determination'
  | 'implementation'
  | 'hearing'
  | 'complaint'
  | 'date'
  | 'deadline'
  | 'take-action'
  | 'note'
  | 'message'
  | 'pinned-facts'
  | 'family'
  | 'client'
  | 'coverage'
  | 'assignment'
  | 'restriction'
  | 'closure';

const PERMISSIONS: Readonly<Record<RecordNoun, Permission>> = {
  denial: 'denial.record',
  grievance: 'grievance.log',
  acknowledgment: 'grievance.log',
  'plan-decision': 'plan-decision.log',
  'imr-filing': 'imr.file',
  'proof-of-filing': 'imr.file',
  'imr-extension': 'imr.file',
  'imr-acceptance': 'imr.follow',
  'imr-determination': 'imr.follow',
  implementation: 'imr.follow',
  hearing: 'hearing.record',
  complaint: 'complaint.record',
  date: 'date.adjust',
  deadline: 'deadline.add',
  'take-action': 'note.add',
  note: 'note.add',
  message: 'letter.write',
  'pinned-facts': 'note.add',
  family: 'case.change',
  client: 'client.change',
  coverage: 'case.change',
  assignment: 'case.assign',
  restriction: 'case.restrict',
  closure: 'case.close',
};

export type RecordVerb = {
  readonly noun: RecordNoun;
  readonly href: string;
  readonly label: string;
  /** The next legal step: one at most. */
  readonly primary: boolean;
};

type Reader = { readonly role: Role };

/** Where a noun of this case is recorded; with an id, where that record is corrected. */
export const recordHref = (
  caseId: string,
  noun: RecordNoun,
  query: Readonly<Record<string, string>> = {},
) => {
  const search = new URLSearchParams(query).toString();
  return `/cases/${caseId}/${noun}${search && `?${search}`}`;
};

export const mayRecord = (reader: Reader, noun: RecordNoun): boolean => may(reader, PERMISSIONS[noun]);

/**
 * What this person can record on this case now, the next legal step first: nothing the rules would refuse for want
 * of what it answers to. A closed case offers only its reopening.
 */
export function availableRecords(assessed: AssessedCase, reader: Reader): RecordVerb[] {
  const { record } = assessed;
  const labels = record.closedAt
    ? new Map([['closure', 'Reopen case'] as const])
    : labelsOf(assessed, reader);
  const offered = [...labels].filter(([noun]) => mayRecord(reader, noun));
  const next = nextNoun(assessed, new Set(offered.map(([noun]) => noun)));
  const verbs = offered
    .map(
      ([noun, label]): RecordVerb => ({
        noun,
        label,
        href: recordHref(record.id, noun, queryOf(noun, assessed)),
        primary: noun === next,
      }),
    )
    .toSorted((a, b) => Number(b.primary) - Number(a.primary));
  if (record.closedAt || !mayRecord(reader, 'note')) return verbs;
  const note: RecordVerb = {
    noun: 'note',
    label: 'Add a note',
    href: recordHref(record.id, 'note'),
    primary: false,
  };
  const isLast = ({ noun, primary }: RecordVerb) => noun === 'closure' && !primary;
  return [...verbs.filter((verb) => !isLast(verb)), note, ...verbs.filter(isLast)];
}

/** A call is a note of its kind, and the missing day of receipt belongs to the grievance that was sent. */
function queryOf(noun: RecordNoun, { record }: AssessedCase): Readonly<Record<string, string>> {
  if (noun === 'note') return CALL;
  const grievance = currentGrievance(record);
  return noun === 'grievance' && grievance && !grievance.decision ? { id: grievance.id } : {};
}

const CALL = { kind: 'call' } as const;

/** Whether a verb is worth its own button beside the next step: a phone rings at any stage, and much follows from one call. */
export const isAtHand = ({ noun, href }: RecordVerb): boolean =>
  noun === 'take-action' || href.endsWith(`?kind=${CALL.kind}`);

/** The verb for one step, or null where this person cannot record what it asks for. */
export function verbForStep(
  step: CaseStep,
  assessed: AssessedCase,
  verbs: readonly RecordVerb[],
  reader: Reader,
): RecordVerb | null {
  const noun = nounOf(step, assessed);
  if (step.rule && isManual(step.rule)) return verbForManual(assessed.record, step.rule, verbs, reader);
  if (noun === 'imr-filing' && !isOpenToFile(assessed)) return null;
  const offered = verbs.find((verb) => verb.noun === noun);
  if (offered) return offered;
  if (noun === 'coverage' && !assessed.record.closedAt && mayRecord(reader, noun))
    return { noun, label: 'Set the plan', href: recordHref(assessed.record.id, noun), primary: false };
  return null;
}

/** What Recourse asks for is done by recording it, where that can be; a date added by hand is just done. */
function verbForManual(
  record: CaseRecord,
  clock: ManualClockId,
  verbs: readonly RecordVerb[],
  reader: Reader,
): RecordVerb | null {
  const task = record.manualDeadlines.find(({ id }) => id === recordOfManual(clock));
  const noun = task?.madeFor && RECORDED_BY[task.madeFor];
  const offered = noun && verbs.find((verb) => verb.noun === noun);
  if (offered) return offered;
  return mayRecord(reader, 'deadline') ? finishVerb(record.id, clock) : null;
}

const RECORDED_BY: Readonly<Partial<Record<TaskReason, RecordNoun>>> = {
  'send-packet': 'imr-filing',
  'prove-filing': 'proof-of-filing',
};

/** Where a rule's clock runs, another date can stand beside its own. */
const hasOtherDate = (clock: AdjustedDeadline): boolean =>
  isLive(clock) && clock.kind !== 'information' && !isManual(clock.rule);

/** The verb of one row of the clocks' table, or null where this person has none there. */
export function verbForClock(caseId: string, clock: ClockId, reader: Reader): RecordVerb | null {
  if (isManual(clock)) return mayRecord(reader, 'deadline') ? finishVerb(caseId, clock) : null;
  if (!mayRecord(reader, 'date')) return null;
  return {
    noun: 'date',
    label: 'Set another date',
    href: recordHref(caseId, 'date', { rule: clock }),
    primary: false,
  };
}

const finishVerb = (caseId: string, clock: ManualClockId): RecordVerb => ({
  noun: 'deadline',
  label: 'Mark done',
  href: recordHref(caseId, 'deadline', { id: recordOfManual(clock) }),
  primary: false,
});

function labelsOf(assessed: AssessedCase, reader: Reader): Map<RecordNoun, string> {
  const { record } = assessed;
  const grievance = currentGrievance(record);
  const labels = new Map<RecordNoun, string>();
  if (!record.denial?.letterOn) labels.set('denial', 'Record the denial');
  if (!grievance) labels.set('grievance', 'Log grievance');
  else if (!grievance.decision) {
    labels.set('plan-decision', 'Log decision');
    if (grievance.expedited ? !grievance.statementOn : !grievance.acknowledgedOn)
      labels.set(
        'acknowledgment',
        grievance.expedited ? 'Record the plan’s statement' : 'Record acknowledgment',
      );
    if (!grievance.receivedOn) labels.set('grievance', 'Add the day of receipt');
  }
  addImrLabels(labels, assessed, reader);
  addOtherLabels(labels, assessed);
  labels.set('take-action', 'Take action');
  labels.set('note', 'Log a call');
  // News is told as long as the client may be written to at all.
  if (barToMessage(record.client, 'news', undefined) === null) labels.set('message', 'Message the client');
  if (assessed.assessment.deadlines.some(hasOtherDate)) labels.set('date', 'Set another date');
  labels.set('deadline', 'Add a deadline');
  labels.set('pinned-facts', 'Pin a fact');
  labels.set('family', 'Link a family’s cases');
  if (grievance?.decision && grievance.decision.outcome !== 'overturned')
    labels.set('grievance', 'Log another grievance');
  labels.set('closure', 'Close case');
  return labels;
}

function addImrLabels(labels: Map<RecordNoun, string>, assessed: AssessedCase, reader: Reader): void {
  const { record, assessment, today } = assessed;
  const application = currentImrApplication(record);
  const { availability } = assessment.imr;
  if (application?.rejectedOn && filingBarrier(record, today) === null) {
    labels.set('imr-filing', 'File IMR again');
    if (isPastEveryReading(assessment.imr, today)) addExtensionLabel(labels, assessed, reader);
    return;
  }
  if (!application || application.rejectedOn) {
    const isDisputed = record.denial !== null || record.grievances.length > 0;
    // Before it opens, an extraordinary and compelling case can still ask to be let in.
    if (availability === 'available' || (availability === 'not-yet' && isDisputed))
      labels.set('imr-filing', 'File IMR');
    if (availability === 'available' && isPastEveryReading(assessment.imr, today))
      addExtensionLabel(labels, assessed, reader);
    return;
  }
  if (!isProved(application)) labels.set('proof-of-filing', 'Record proof of filing');
  if (!application.determinedOn) {
    labels.set('imr-determination', 'Record determination');
    const isUnderReview = application.acceptedOn !== null || application.reviewerReceivedOn !== null;
    labels.set('imr-acceptance', isUnderReview ? 'Record the review’s progress' : 'Record acceptance');
  } else if (uncarriedDetermination(record)) {
    labels.set('implementation', 'Record implementation');
  }
}

function addExtensionLabel(labels: Map<RecordNoun, string>, { record }: AssessedCase, reader: Reader): void {
  const isUsed = isApprovalUsed(record);
  if (record.extensionRequest?.approvedAt && !isUsed) return;
  const approves = record.extensionRequest !== null && !isUsed && may(reader, 'imr.approve-extension');
  labels.set('imr-extension', approves ? 'Approve the late filing' : 'Ask for an extension');
}

function addOtherLabels(labels: Map<RecordNoun, string>, { record, assessment }: AssessedCase): void {
  const program = record.line?.program;
  if (program === 'medi-cal' || program === 'medicare-medi-cal') {
    if (!record.hearing) labels.set('hearing', 'Record a hearing request');
    else if (!record.hearing.heldOn) labels.set('hearing', 'Record the hearing held');
  }
  if (record.complaint) {
    if (!record.complaint.decidedOn) labels.set('complaint', 'Record the complaint’s answer');
    return;
  }
  const isComplaintsWay = assessment.imr.route?.startsWith('complaint-') === true;
  const hasDepartment = record.line?.regulator === 'DMHC' || record.line?.regulator === 'CDI';
  if (isComplaintsWay || (hasDepartment && program !== 'self-funded'))
    labels.set('complaint', 'Record a complaint');
}

/** The noun that goes with the clock the header speaks of, else with the most urgent step that can be recorded. */
function nextNoun(assessed: AssessedCase, offered: ReadonlySet<RecordNoun>): RecordNoun | null {
  if (assessed.record.closedAt) return 'closure';
  // What was sent counts once it is proved, and may have to be sent again.
  if (offered.has('proof-of-filing')) return 'proof-of-filing';
  if (offered.has('imr-extension') && isOpenToFile(assessed)) return 'imr-extension';
  const { denial, grievances } = assessed.record;
  // Without its date nothing can be counted, so the denial comes before the grievance it started.
  if (!denial?.letterOn && grievances.length === 0 && offered.has('denial')) return 'denial';
  const steps = orderedSteps(assessed);
  const lead = leadClock(assessed);
  const isWaitedFor = lead?.status === 'open' && lead.owedBy !== 'client';
  const leading = isWaitedFor ? steps.filter(({ rule }) => rule === lead.rule) : [];
  for (const step of [...leading, ...steps]) {
    const noun = nounOf(step, assessed);
    const isAheadOfItsTime = noun === 'imr-filing' && !isOpenToFile(assessed);
    if (noun && offered.has(noun) && !isAheadOfItsTime) return noun;
  }
  if (pendingImrApplication(assessed.record)) return offered.has('imr-acceptance') ? 'imr-acceptance' : null;
  // Not every law sets a day for carrying a determination out, but the dispute lasts until it is.
  if (offered.has('implementation')) return 'implementation';
  return steps.length === 0 ? 'closure' : null;
}

const isOpenToFile = ({ assessment }: AssessedCase): boolean => assessment.imr.availability === 'available';

/** What is sent already is proved, not filed again. */
const filingNoun = ({ record }: AssessedCase): RecordNoun =>
  unprovedApplication(record) ? 'proof-of-filing' : 'imr-filing';

function nounOf(step: CaseStep, assessed: AssessedCase): RecordNoun | null {
  const { rule } = step;
  if (rule === null) return nounOfUndated(step, assessed);
  if (isManual(rule)) return null;
  if (isImrLimit(rule) || rule === 'ca.imr.extension' || rule.startsWith('ca.imr.open.'))
    return filingNoun(assessed);
  if (rule === 'cdi.appeal.silence') return filingNoun(assessed);
  // Who is late gets a call first; what comes of the call is recorded after it.
  if (deadlineOf(assessed, rule)?.status === 'overdue' && step.text.startsWith('Call ')) return 'note';
  if (rule === 'ca.grv.ack') return 'acknowledgment';
  if (ANSWER_RULES.has(rule)) return 'plan-decision';
  if (rule.startsWith('ca.imr.accept') || rule.startsWith('ca.imr.planDocs')) return 'imr-acceptance';
  if (rule.startsWith('ca.imr.decide')) return 'imr-determination';
  if (rule === 'ca.imr.implement') return 'implementation';
  if (rule === 'ca.complaint.decide' || rule === 'ca.imr.reject.convert') return 'complaint';
  if (rule.startsWith('mc.hearing.')) return 'hearing';
  return rule.endsWith('.file') || rule === 'mc.appeal.app' ? 'grievance' : null;
}

/** Steps without a rule, in the order in which a case meets them. */
function nounOfUndated({ text }: CaseStep, assessed: AssessedCase): RecordNoun | null {
  const { record } = assessed;
  if (text.startsWith('Find out ')) return 'coverage';
  if (text.startsWith('File a complaint')) return isCoverageOnly(record.denial) ? 'complaint' : null;
  if (/ the application\b| notified the | the reviewer had /.test(text)) return 'imr-acceptance';
  if (text.startsWith('Ask the plan which day it received the ')) return 'grievance';
  if (/^(?:File|Prove that) the IMR/.test(text)) return filingNoun(assessed);
  if (/^File the (?:grievance|appeal)/.test(text)) return 'grievance';
  return text.startsWith('Check that ') ? 'note' : null;
}
