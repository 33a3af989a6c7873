import { formatDayCount, formatInstant, formatShortDate } from '../calendar/format-date.ts';
import { daysBetween, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { OwedBy } from '../db/vocabulary.ts';
import { type ClockId, clockTitle, isManual, recordOfManual } from '../deadlines/clock-title.ts';
import type { DatedRuleId } from '../deadlines/rules.ts';
import { isRuleStillAhead } from '../deadlines/status.ts';
import type { AgendaSentence, Teller, WorklistClock } from './clock-telling.ts';
import {
  acknowledge,
  answerAppeal,
  answerGrievance,
  answerInternalAppeal,
  answerUrgentGrievance,
  CALL_DEPARTMENT,
  CALL_PLAN,
  carryOut,
  decideComplaint,
  decideExternalReview,
  decideImr,
  screenImr,
  sendRecords,
} from './others-clocks.ts';
import {
  appealToKeepServices,
  askForExternalReview,
  askForHearing,
  askForHearingLate,
  fileGrievance,
  fileImr,
  fileInternalAppeal,
  filePlanAppeal,
  hearingToKeepServices,
} from './own-clocks.ts';

/** Says one clock in words: what must happen, for whom, why then, and the one verb that records it. */
export function sentenceOf(clock: WorklistClock, today: LocalDate): AgendaSentence {
  const { dueOn, ruleDueOn } = clock;
  const isPast = isBefore(dueOn, today);
  const isRuleAhead = isRuleStillAhead(ruleDueOn, today);
  const { lead, rest, detail, verb } = tellerOf(clock.rule)(clock, {
    today,
    isLate: isPast && !isRuleAhead,
    lastDay: ruleDueOn ?? dueOn,
    plan: clock.planName ?? 'the plan',
    Plan: clock.planName ?? 'The plan',
    date: (on) => formatShortDate(on, today),
  });
  const hour = clock.dueAt && !isPast ? `Due ${formatInstant(clock.dueAt)}. ` : '';
  return {
    lead,
    who: clock.clientName,
    rest,
    detail: `${hour}${besideText(clock, today)}${detail}`,
    isUrgent: URGENT_RULES.has(clock.rule),
    verb: isPast && isRuleAhead && clock.owedBy !== 'client' ? callOf(clock) : verb,
  };
}

/** Both dates are said where two stand side by side; what is past is told as past. */
function besideText({ dueOn, ruleDueOn }: WorklistClock, today: LocalDate): string {
  if (ruleDueOn === null) return '';
  const own = `${isBefore(ruleDueOn, today) ? 'was' : 'is'} ${formatShortDate(ruleDueOn, today)}`;
  return isBefore(dueOn, today)
    ? `The date worked to was ${formatShortDate(dueOn, today)}; the rule’s own ${own}. `
    : `The rule’s own date ${own}. `;
}

const callOf = ({ owedBy, rule }: WorklistClock): AgendaSentence['verb'] =>
  owedBy === 'plan' || rule === 'fed.ext.decide' ? CALL_PLAN : CALL_DEPARTMENT;

/** What a client's clock is about, in one or two words, for a label beside the name. */
export function subjectOf({ rule, title }: { readonly rule: ClockId; readonly title: string }): string {
  if (isManual(rule)) return clockTitle({ rule, title });
  if (rule.includes('.hearing.')) return 'hearing';
  if (rule === 'fed.ext.file') return 'external review';
  if (rule.includes('imr')) return 'IMR';
  return rule === 'ca.grv.file' ? 'grievance' : 'appeal';
}

const URGENT_RULES: ReadonlySet<ClockId> = new Set<ClockId>([
  'ca.grv.expedited.statement',
  'mc.appeal.decide.expedited',
  'ca.imr.accept.expedited',
  'ca.imr.planDocs.expedited',
  'ca.imr.decide.expedited',
  'ca.imr.decide.exp.fast',
]);

const OWED: Readonly<Record<OwedBy, string>> = {
  client: '',
  plan: ' It is the plan’s to do.',
  regulator: ' It is the department’s to do.',
  reviewer: ' It is the reviewer’s to do.',
};

const doByHand: Teller = (clock, { date }) => ({
  lead: 'For ',
  rest: `: ${clockTitle(clock)}.`,
  detail: `Added ${date(clock.startsOn)}.${OWED[clock.owedBy]}`,
  verb: {
    label: 'Mark done',
    noun: 'deadline',
    ...(isManual(clock.rule) && { id: recordOfManual(clock.rule) }),
  },
});

const TELLERS: Readonly<Record<DatedRuleId, Teller>> = {
  'ca.grv.file': fileGrievance,
  'ca.grv.ack': acknowledge,
  'ca.grv.resolve': answerGrievance,
  'ca.grv.expedited.statement': answerUrgentGrievance,
  'ca.imr.deadline.decision': fileImr(
    ({ startsOn }, { Plan, date }) => `${Plan} kept its denial in its letter of ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.silence': fileImr(({ startsOn }, { Plan, date, today }) =>
    isAfter(startsOn, today)
      ? `${Plan} still has until ${date(startsOn)} to answer.`
      : `${Plan} let its time to answer pass ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.lateLetter': fileImr(
    ({ startsOn }, { date }) => `Counted from the late letter of ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.receipt': fileImr(
    ({ startsOn }, { date }) => `Counted from the day the letter came, ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.experimental': fileImr(
    ({ startsOn }, { date }) => `The denial is dated ${date(startsOn)}; no grievance is needed first.`,
  ),
  'cdi.imr.deadline': fileImr(({ startsOn }, { date }) => `Six months from ${date(startsOn)}.`),
  'ca.imr.accept': screenImr('IMR'),
  'ca.imr.accept.expedited': screenImr('urgent IMR'),
  'ca.imr.planDocs': sendRecords('Three working days from the department’s notice'),
  'ca.imr.planDocs.expedited': sendRecords('24 hours from the department’s approval'),
  'ca.imr.decide': decideImr('IMR'),
  'ca.imr.decide.expedited': decideImr('urgent IMR'),
  'ca.imr.decide.exp': decideImr('IMR'),
  'ca.imr.decide.exp.fast': decideImr('urgent IMR'),
  'ca.imr.implement': carryOut,
  'ca.complaint.decide': decideComplaint,
  'mc.appeal.file': filePlanAppeal,
  'mc.appeal.app': appealToKeepServices,
  'mc.appeal.decide': answerAppeal('appeal'),
  'mc.appeal.decide.expedited': answerAppeal('urgent appeal'),
  'mc.hearing.file': askForHearing,
  'mc.hearing.outer': askForHearingLate,
  'mc.hearing.app': hearingToKeepServices,
  'fed.appeal.file': fileInternalAppeal,
  'fed.appeal.decide': answerInternalAppeal,
  'fed.ext.file': askForExternalReview,
  'fed.ext.decide': decideExternalReview,
};

const tellerOf = (clock: ClockId): Teller => (isManual(clock) ? doByHand : TELLERS[clock]);

/** How long something has waited, in days: "12 days", "1 day", "today"; empty before it began. */
export function sayWaiting(since: LocalDate | null, today: LocalDate): string {
  if (since === null || isAfter(since, today)) return '';
  const days = daysBetween(since, today);
  return days === 0 ? 'today' : formatDayCount(days);
}
