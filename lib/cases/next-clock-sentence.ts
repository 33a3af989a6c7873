import { pacificToday } from '../calendar/clock.ts';
import { formatDayCount, formatInstant, formatShortDate } from '../calendar/format-date.ts';
import { addDays, daysBetween, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { type ClockId, clockTitle, isManual } from '../deadlines/clock-title.ts';
import { daysLeftText } from '../deadlines/clock-words.ts';
import { dutyText, partyName } from '../deadlines/next-steps.ts';
import { isRuleStillAhead } from '../deadlines/status.ts';
import { capitalized, wordingFor } from '../deadlines/wording.ts';
import { unprovedApplication } from '../imr/proof-of-filing.ts';
import { CASE_OUTCOME_LABELS } from '../labels.ts';
import {
  type AssessedCase,
  deadlineOfStep,
  isImrLimit,
  isLive,
  orderedSteps,
  planAnswer,
} from './assessed-case.ts';
import type { ImrApplication } from './case-record.ts';
import { ANSWER_RULES } from './stage.ts';

/** A sentence with at most one date in it, which a screen links to its proof. */
export type ClockSentence = {
  readonly lead: string;
  readonly due: { readonly rule: ClockId | null; readonly on: LocalDate; readonly text: string } | null;
  readonly rest: string;
};

export const sentenceText = ({ lead, due, rest }: ClockSentence): string =>
  `${lead}${due?.text ?? ''}${rest}`;

/** The clock that decides what happens next, as a sentence; where none runs, what the case stands at. */
export function nextClockSentence(assessed: AssessedCase): ClockSentence {
  const { record, today } = assessed;
  if (record.closedAt && record.outcome) {
    const on = formatShortDate(pacificToday(record.closedAt), today);
    return plain(`Closed ${on}: ${lowerFirst(CASE_OUTCOME_LABELS[record.outcome])}.`);
  }
  const clock = leadClock(assessed);
  if (!clock) return standingSentence(assessed);
  if (isManual(clock.rule)) return manualSentence(clock, today);
  if (clock.owedBy === 'client') {
    return isImrLimit(clock.rule) ? imrSentence(clock, assessed) : limitSentence(clock, assessed);
  }
  return dutySentence(clock, assessed);
}

/**
 * The clock behind the most urgent step that has one. The acknowledgment speaks only when nothing else does, and
 * nothing of the grievance does once an IMR is filed or decided.
 */
export function leadClock(assessed: AssessedCase): AdjustedDeadline | null {
  const { imr } = assessed.assessment;
  const isPastGrievance = imr.availability === 'filed' || imr.availability === 'decided';
  const clocks = orderedSteps(assessed).flatMap((step) => {
    const deadline = deadlineOfStep(assessed, step);
    if (!deadline || !isLive(deadline) || deadline.kind === 'information') return [];
    return isPastGrievance && isOfGrievance(deadline) ? [] : [deadline];
  });
  return clocks.find(({ rule }) => rule !== 'ca.grv.ack') ?? clocks[0] ?? null;
}

const isOfGrievance = ({ rule }: AdjustedDeadline): boolean =>
  rule.startsWith('ca.grv.') || ANSWER_RULES.has(rule);

function imrSentence(clock: AdjustedDeadline, assessed: AssessedCase): ClockSentence {
  const { today, facts } = assessed;
  const { otherReadings } = assessed.assessment.imr;
  const unproved = unprovedApplication(assessed.record);
  if (unproved) return unprovedSentence(unproved, clock, today);
  if (isOnlyItsOwnDatePast(clock, today)) return passedByHand('File the IMR', clock, today);
  if (clock.status === 'overdue') {
    const open = otherReadings.filter(({ fileBy }) => !isAfter(today, fileBy)).at(-1);
    return dated(
      'File the IMR today with a reason: the safe date was ',
      clock,
      open
        ? `, ${agoText(clock, today)}. Another reading runs through ${formatShortDate(open.fileBy, today)}.`
        : `, ${agoText(clock, today)}. The department may still accept it where circumstances warrant.`,
      today,
    );
  }
  const laterCount = otherReadings.filter(({ fileBy }) => isAfter(fileBy, clock.dueOn)).length;
  const tail = joined([answerText(assessed), readingsText(laterCount)]);
  const isUrgent = facts.grievance?.expedited === true || facts.imr?.expedited === true;
  if (!isUrgent) return timelySentence('File the IMR', clock, tail, today);
  return dated(
    'File the IMR now, since the case is urgent. The last safe day is ',
    clock,
    `: ${daysLeftText(today, clock.dueOn)}.${tail}`,
    today,
  );
}

/** What was sent counts for nothing until something shows that it arrived, and there is time to send it again. */
function unprovedSentence(
  { appliedOn }: ImrApplication,
  clock: AdjustedDeadline,
  today: LocalDate,
): ClockSentence {
  const sent = `the IMR application sent ${formatShortDate(appliedOn, today)}`;
  if (clock.status !== 'overdue')
    return timelySentence(`Prove that ${sent} arrived, or send it again,`, clock, '', today);
  const tail = isAfter(appliedOn, clock.dueOn)
    ? `, ${agoText(clock, today)}.`
    : `, ${agoText(clock, today)}. With proof it counts as sent in time.`;
  return dated(`Prove today that ${sent} arrived: the safe date was `, clock, tail, today);
}

const LIMIT_VERBS: Readonly<Partial<Record<ClockId, string>>> = {
  'ca.grv.file': 'File the grievance',
  'mc.appeal.file': 'File the appeal',
  'mc.appeal.app': 'To keep the services, file the appeal',
  'mc.hearing.file': 'Ask for the State Hearing',
  'mc.hearing.outer': 'Ask for the State Hearing and say why it is late',
  'mc.hearing.app': 'To keep the services, ask for the State Hearing',
  'fed.appeal.file': 'File the internal appeal',
  'fed.ext.file': 'Ask for the external review',
};

const PAST_LIMITS: Readonly<Partial<Record<ClockId, string>>> = {
  'mc.appeal.app': 'Ask the plan whether the services can go on: the day to ask for that was ',
  'mc.hearing.app': 'Ask the plan whether the services can go on: the day to ask for that was ',
  'mc.hearing.outer': 'Ask a lawyer what is left: the last day to ask for a State Hearing was ',
};

function limitSentence(clock: AdjustedDeadline, { today }: AssessedCase): ClockSentence {
  const verb = LIMIT_VERBS[clock.rule] ?? 'Act';
  if (isOnlyItsOwnDatePast(clock, today)) return passedByHand(verb, clock, today);
  if (clock.status === 'overdue') {
    const lead = PAST_LIMITS[clock.rule] ?? `${verb} today with a reason: the last day was `;
    return dated(lead, clock, `, ${agoText(clock, today)}.`, today);
  }
  return timelySentence(verb, clock, '', today);
}

/** The date set by hand is over and the rule's own is not, so nothing is late by the law. */
const isOnlyItsOwnDatePast = ({ status, ruleDueOn }: AdjustedDeadline, today: LocalDate): boolean =>
  status === 'overdue' && isRuleStillAhead(ruleDueOn, today);

const passedByHand = (verb: string, clock: AdjustedDeadline, today: LocalDate): ClockSentence =>
  dated(
    `${verb} today: the date worked to was `,
    clock,
    `, ${agoText(clock, today)}.${ruleText(clock, today)}`,
    today,
  );

const ruleText = ({ ruleDueOn }: AdjustedDeadline, today: LocalDate): string =>
  ruleDueOn ? ` The rule’s own is ${formatShortDate(ruleDueOn, today)}.` : '';

function manualSentence(clock: AdjustedDeadline, today: LocalDate): ClockSentence {
  const title = clockTitle(clock);
  if (clock.status === 'overdue')
    return dated(`${title}: it was due `, clock, `, ${agoText(clock, today)}.`, today);
  if (clock.dueOn === today) return dated(`${title}: today, `, clock, '.', today);
  return dated(`${title}: by `, clock, `, ${daysLeftText(today, clock.dueOn)}.`, today);
}

function timelySentence(
  verb: string,
  clock: AdjustedDeadline,
  tail: string,
  today: LocalDate,
): ClockSentence {
  if (clock.dueOn === today) return dated(`${verb} today, `, clock, `.${tail}`, today);
  return dated(`${verb} by `, clock, `: ${daysLeftText(today, clock.dueOn)}.${tail}`, today);
}

function dutySentence(clock: AdjustedDeadline, assessed: AssessedCase): ClockSentence {
  const { facts, today } = assessed;
  const words = wordingFor(readCase(facts));
  const party = clock.owedBy === 'plan' ? planName(assessed) : capitalized(partyName(clock.owedBy, words));
  const isAnswer = ANSWER_RULES.has(clock.rule);
  const act = isAnswer ? 'answer' : (dutyText(clock.rule, words) ?? 'act');
  if (isOnlyItsOwnDatePast(clock, today)) {
    const late = `: ${lateText(clock.dueOn, today)}.${ruleText(clock, today)}`;
    return dated(`${party} was to ${act} by `, clock, late, today);
  }
  if (clock.status === 'overdue') {
    const isComplaint = isAnswer && assessed.assessment.imr.route?.startsWith('complaint-') === true;
    const way = isComplaint ? ' The way from here is a complaint to the department.' : '';
    return dated(`${party} had to ${act} by `, clock, `: ${lateText(clock.dueOn, today)}.${way}`, today);
  }
  const tail = isAnswer ? silenceText(assessed) : '';
  const must = isBefore(clock.dueOn, clock.ruleDueOn ?? clock.dueOn) ? 'is to' : 'must';
  if (clock.dueOn === today) return dated(`${party} ${must} ${act} today, `, clock, `.${tail}`, today);
  const left = formatDayCount(daysBetween(today, clock.dueOn));
  return dated(`${party} ${must} ${act} by `, clock, `, ${left}.${tail}`, today);
}

/** What the plan's silence opens, said while it still has time. */
function silenceText({ assessment: { imr }, today }: AssessedCase): string {
  if (imr.availability === 'available') return ' The IMR is open already and need not wait.';
  if (imr.availability !== 'not-yet' || !imr.availableFrom) return '';
  return ` If it is silent, the IMR opens ${formatShortDate(imr.availableFrom, today)}.`;
}

function standingSentence(assessed: AssessedCase): ClockSentence {
  const { facts, assessment, today } = assessed;
  const { imr, nextSteps } = assessment;
  const day = (date: LocalDate) => formatShortDate(date, today);
  const plan = planName(assessed);
  if (imr.availability === 'decided' && facts.imr?.decision) {
    const { date, outcome } = facts.imr.decision;
    if (outcome === 'upheld') return plain(`The IMR upheld the denial on ${day(date)}.`);
    const part = outcome === 'partly-overturned' ? ' in part' : '';
    const after = facts.imr.implementedOn
      ? `${plan} carried it out on ${day(facts.imr.implementedOn)}.`
      : (nextSteps[0]?.text ?? `${plan} still has to carry it out.`);
    return plain(`The IMR overturned the denial${part} on ${day(date)}. ${after}`.trim());
  }
  if (imr.availability === 'filed' && facts.imr?.appliedOn) {
    const asked = nextSteps.find(({ rule, text }) => rule === null && text.startsWith('Ask '));
    return plain(`The IMR was filed on ${day(facts.imr.appliedOn)}. ${asked?.text ?? ''}`.trim());
  }
  const decision = facts.grievance?.decision;
  if (decision?.outcome === 'overturned' && !facts.imr)
    return plain(
      `${plan} overturned its denial on ${day(decision.letterDate)}. Check that it really authorizes or pays for the service.`,
    );
  if (imr.availability === 'not-yet' && imr.availableFrom && !decision) {
    const last = addDays(imr.availableFrom, -1);
    const left = last === today ? 'today' : formatDayCount(daysBetween(today, last));
    return {
      lead: `${plan} has until `,
      due: { rule: null, on: last, text: day(last) },
      rest: ` to answer, ${left}.${silenceText(assessed)}`,
    };
  }
  if (facts.complaint?.decidedOn)
    return plain(`The department answered the complaint on ${day(facts.complaint.decidedOn)}.`);
  if (!facts.grievance && !facts.imr && !facts.denial?.letterDate && imr.route !== 'medicare-appeal')
    return plain('No clock runs yet. The date on the denial letter starts the first one.');
  return plain(nextSteps[0]?.text ?? imr.reasons[0]?.text ?? 'Nothing is due on this case.');
}

/** How the plan stands to its own time, where the IMR is what comes next. */
function answerText(assessed: AssessedCase): string | null {
  const answer = planAnswer(assessed);
  const { plan } = wordingFor(readCase(assessed.facts));
  if (!answer)
    return assessed.assessment.imr.openedBy === 'cdi.appeal.silence' ? `the ${plan} was silent` : null;
  const { clock, answeredOn } = answer;
  if (clock.status === 'overdue')
    return `the ${plan} did not answer by ${formatShortDate(clock.dueOn, assessed.today)}`;
  if (clock.status === 'open') return `the ${plan} must answer by ${dueText(clock, assessed.today)}`;
  if (clock.status === 'late' && answeredOn)
    return `the ${plan} answered ${lateText(clock.dueOn, answeredOn)}`;
  return null;
}

const COUNTS = ['no', 'a', 'two', 'three', 'four'] as const;

function readingsText(count: number): string | null {
  if (count === 0) return null;
  return count === 1
    ? 'a later date may also hold, and we do not rely on it'
    : `${COUNTS[count] ?? count} later dates may also hold, and we do not rely on them`;
}

function joined(clauses: readonly (string | null)[]): string {
  const said = clauses.filter((clause) => clause !== null).join('; ');
  return said === '' ? '' : ` ${capitalized(said)}.`;
}

function planName({ record, facts }: AssessedCase): string {
  return record.plan?.name ?? `The ${wordingFor(readCase(facts)).plan}`;
}

/** "12 days late". */
export const lateText = (dueOn: LocalDate, on: LocalDate): string =>
  `${formatDayCount(daysBetween(dueOn, on))} late`;

const agoText = ({ dueOn }: AdjustedDeadline, today: LocalDate): string =>
  `${formatDayCount(daysBetween(dueOn, today))} ago`;

/** "Fri Nov 27", with the hour where the clock is counted in hours: "Fri Nov 27, 4:05 pm". */
export function dueText({ dueOn, dueAt }: AdjustedDeadline, today: LocalDate): string {
  const day = formatShortDate(dueOn, today);
  return dueAt ? `${day}, ${formatInstant(dueAt).split(/ P[DS]T/)[0]}` : day;
}

function dated(lead: string, clock: AdjustedDeadline, rest: string, today: LocalDate): ClockSentence {
  return { lead, due: { rule: clock.rule, on: clock.dueOn, text: dueText(clock, today) }, rest };
}

const plain = (text: string): ClockSentence => ({ lead: text, due: null, rest: '' });

const lowerFirst = (text: string) =>
  /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
