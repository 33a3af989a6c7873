import type { RailBar, RailBarState } from '../../../../components/rail/model.ts';
import { pacificToday } from '../../../../lib/calendar/clock.ts';
import { formatShortDate } from '../../../../lib/calendar/format-date.ts';
import { addDays, daysBetween, isAfter, type LocalDate } from '../../../../lib/calendar/local-date.ts';
import { type AssessedCase, isImrLimit, isLive, planAnswer } from '../../../../lib/cases/assessed-case.ts';
import type { AdjustedDeadline } from '../../../../lib/deadlines/adjusted.ts';
import { readCase } from '../../../../lib/deadlines/case-reading.ts';
import { type ClockId, clockTitle, isManual } from '../../../../lib/deadlines/clock-title.ts';
import { dueDateIn, SIDE_OF } from '../../../../lib/deadlines/clock-words.ts';
import { actOf } from '../../../../lib/deadlines/manual-clocks.ts';
import { wordingFor } from '../../../../lib/deadlines/wording.ts';

/** The clocks that are drawn, and one that would run if its day were known. */
export function barsOf(assessed: AssessedCase): RailBar[] {
  const { assessment, facts } = assessed;
  const drawn = assessment.deadlines.filter((deadline) => isDrawn(deadline, assessed));
  const bars = drawn.map((deadline) => barOf(deadline, assessed));
  const { grievance } = facts;
  const words = wordingFor(readCase(facts));
  const isUnknown =
    grievance?.filedOn && !grievance.receivedOn && !grievance.decision && words.plan === 'plan';
  if (!isUnknown || !grievance.filedOn) return bars;
  return [
    ...bars,
    {
      id: 'receipt-not-known',
      side: 'plan',
      label: 'When did the plan get it?',
      startsOn: grievance.filedOn,
      dueOn: addDays(grievance.filedOn, grievance.expedited ? 3 : 30),
      state: 'not-started',
    },
  ];
}

function isDrawn({ rule, kind, status, owedBy }: AdjustedDeadline, assessed: AssessedCase): boolean {
  const { assessment } = assessed;
  const { fileByRule, route } = assessment.imr;
  if (kind === 'information' || status === 'moot') return false;
  if (isImrLimit(rule)) return rule === fileByRule;
  const isSettled = status === 'met' || status === 'late';
  // A limit that was met earlier is only the dot of its act.
  if (isSettled && owedBy === 'client') return false;
  // The acknowledgment is a clock of its own only while the answer is still ahead.
  if (rule === 'ca.grv.ack' && (isSettled || planAnswer(assessed)?.clock.status !== 'open')) return false;
  if (rule === 'mc.hearing.outer') {
    return !assessment.deadlines.some((each) => each.rule === 'mc.hearing.file' && each.status === 'open');
  }
  // Whose clock it would be is what is not known.
  return !(route === 'ask-regulator' && SIDE_OF[owedBy] === 'department');
}

function barOf(deadline: AdjustedDeadline, assessed: AssessedCase): RailBar {
  const { assessment, facts, record, rules, today } = assessed;
  const { rule, dueOn, latestOn, explanation, owedBy } = deadline;
  const counted = dueDateIn(facts, rule, rules)?.from.counted !== undefined;
  const startsOn = counted ? addDays(explanation.trigger.on, 1) : explanation.trigger.on;
  const isAhead = counted && isAfter(startsOn, today);
  const acted = actOf(facts, deadline);
  const ended = acted ?? (record.closedAt && isLive(deadline) ? pacificToday(record.closedAt) : null);
  const labels = barLabels(deadline, assessed, { startsOn, isAhead, ended });
  const hasReadings = isImrLimit(rule) && isLive(deadline);
  return {
    id: rule,
    side: SIDE_OF[owedBy],
    ...labels,
    startsOn,
    dueOn,
    ...(ended && { endedOn: ended }),
    state: stateOf(deadline, isAhead, acted === null ? ended : null),
    // What the office set itself never takes the room of what the law sets.
    ...(isManual(rule) && { isAside: true }),
    ...(latestOn && isLive(deadline) && { latestOn }),
    ...(hasReadings && { otherReadings: assessment.imr.otherReadings.map(({ fileBy }) => fileBy) }),
  };
}

function stateOf(
  { status, dueOn }: AdjustedDeadline,
  isAhead: boolean,
  closedOn: LocalDate | null,
): RailBarState {
  if (isAhead) return 'not-started';
  // A clock that was running ends with its case; one that had run out stays late.
  if (closedOn) return isAfter(closedOn, dueOn) ? 'late' : 'met';
  return status === 'open' || status === 'moot' ? 'running' : status;
}

const BAR_LABELS: Readonly<Partial<Record<ClockId, string>>> = {
  'ca.grv.file': '180 days to file the grievance',
  'ca.grv.ack': '5 days to acknowledge',
  'ca.grv.resolve': '30 days to answer',
  'ca.grv.expedited.statement': '3 days to answer',
  'ca.imr.accept': '7 days to accept',
  'ca.imr.accept.expedited': '48 hours to accept',
  'ca.imr.planDocs': '3 working days for the records',
  'ca.imr.planDocs.expedited': '24 hours for the records',
  'ca.imr.decide': '30 days to decide',
  'ca.imr.decide.expedited': '3 days to decide',
  'ca.imr.decide.exp': '30 days to decide',
  'ca.imr.decide.exp.fast': '7 days to decide',
  'ca.imr.implement': '5 working days to carry it out',
  'ca.complaint.decide': '30 days to decide the complaint',
  'mc.appeal.file': '60 days to appeal',
  'mc.appeal.app': '10 days to keep the services',
  'mc.appeal.decide': '30 days to answer',
  'mc.appeal.decide.expedited': '72 hours to answer',
  'mc.hearing.file': '120 days to ask for a State Hearing',
  'mc.hearing.outer': '180 days to ask for a State Hearing late',
  'mc.hearing.app': '10 days to keep the services',
  'fed.appeal.file': '180 days to appeal',
  'fed.ext.file': 'Four months for the external review',
};

function barLabels(
  { rule, title, status }: AdjustedDeadline,
  { facts, today }: AssessedCase,
  { startsOn, isAhead, ended }: { startsOn: LocalDate; isAhead: boolean; ended: LocalDate | null },
): Pick<RailBar, 'label' | 'shortLabel'> {
  if (!isImrLimit(rule)) return { label: BAR_LABELS[rule] ?? clockTitle({ rule, ...(title && { title }) }) };
  const { plan } = wordingFor(readCase(facts));
  if (isAhead)
    return {
      label: `If the ${plan} is silent: six months to ask for an IMR, from ${formatShortDate(startsOn, today)}`,
      shortLabel: 'If silent: six months for an IMR',
    };
  if (ended && (status === 'met' || status === 'late'))
    return { label: `IMR filed, day ${daysBetween(startsOn, ended) + 1}`, shortLabel: 'IMR filed' };
  return {
    label: 'Six months to ask for an Independent Medical Review (IMR)',
    shortLabel: 'Six months to ask for an IMR',
  };
}

/** Every day a bar needs room for. */
export function endsOf({ dueOn, latestOn, endedOn, otherReadings, state }: RailBar): LocalDate[] {
  // Once the act is done, the last day it could have been done on needs no room.
  const due = state === 'met' && endedOn ? [endedOn] : [dueOn];
  return [...due, latestOn, endedOn, ...(otherReadings ?? [])].filter(
    (each) => each !== undefined,
  ) as LocalDate[];
}
