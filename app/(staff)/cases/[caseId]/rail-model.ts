import type {
  RailBar,
  RailBarState,
  RailLastDays,
  RailLetter,
  RailModel,
} from '../../../../components/rail/model.ts';
import { closureName, isWeekend, workingDaysBetween } from '../../../../lib/calendar/business-days.ts';
import { pacificToday } from '../../../../lib/calendar/clock.ts';
import {
  formatDayCount,
  formatLongDate,
  formatMonthDay,
  formatShortDate,
} from '../../../../lib/calendar/format-date.ts';
import {
  addDays,
  compareDates,
  daysBetween,
  earliest,
  isAfter,
  isBefore,
  type LocalDate,
  latest,
  yearOf,
} from '../../../../lib/calendar/local-date.ts';
import { type AssessedCase, isImrLimit, isLive, planAnswer } from '../../../../lib/cases/assessed-case.ts';
import { lateText, leadClock } from '../../../../lib/cases/next-clock-sentence.ts';
import { ANSWER_RULES } from '../../../../lib/cases/stage.ts';
import type { AdjustedDeadline } from '../../../../lib/deadlines/adjusted.ts';
import { readCase } from '../../../../lib/deadlines/case-reading.ts';
import { type ClockId, clockTitle } from '../../../../lib/deadlines/clock-title.ts';
import { dueDateIn, readingText, SIDE_OF, workingDaysText } from '../../../../lib/deadlines/clock-words.ts';
import { actOf } from '../../../../lib/deadlines/manual-clocks.ts';
import { capitalized, wordingFor } from '../../../../lib/deadlines/wording.ts';
import { OUTCOME_LABELS, OWED_BY_LABELS } from '../../../../lib/labels.ts';

/** Twenty months: a longer dispute is cut at the trigger of its current clock. */
const LONGEST_RAIL_DAYS = 608;
const LAST_DAYS = 14;

/**
 * What the rail draws of a case, from recorded facts and their assessment alone: a fact that is missing is drawn as
 * missing. Null while nothing has a date.
 */
export function railModelOf(assessed: AssessedCase): RailModel | null {
  const { facts, record, today } = assessed;
  const dated = lettersOf(assessed);
  const bars = barsOf(assessed);
  if (dated.length === 0 && bars.length === 0) return null;
  const opened = caseOpened(assessed);
  const known = [...dated.map(({ on }) => on), ...bars.map(({ startsOn }) => startsOn)] as LocalDate[];
  const first = earliest(today, ...known);
  const last = latest(today, ...(dated.map(({ on }) => on) as LocalDate[]), ...bars.flatMap(endsOf));
  const lead = leadClock(assessed);
  const from =
    daysBetween(first, last) > LONGEST_RAIL_DAYS && lead && isAfter(lead.explanation.trigger.on, first)
      ? earliest(today, lead.explanation.trigger.on)
      : first;
  const torn =
    from !== first
      ? `since ${formatMonthDay(first, today)}`
      : facts.denial?.letterDate
        ? undefined
        : 'denial date not known';
  const lastDays = lastDaysOf(assessed, lead);
  const endNote = endNoteOf(assessed, lead);
  return {
    today,
    from,
    to: last,
    letters: isBefore(opened.on as LocalDate, from) ? dated : [...dated, opened],
    bars,
    ...(torn && { tornLeft: torn }),
    closures: closuresBetween(from, last),
    ...(lastDays && { lastDays }),
    ...(endNote && { endNote }),
    title: `Time rail: the dispute of ${record.client.name}, ${formatLongDate(from)} to ${formatLongDate(last)}`,
    description: descriptionOf(assessed, dated, bars, lead),
    table: tableOf(assessed, dated, bars),
  };
}

type Letter = Omit<RailLetter, 'when'>;

function lettersOf(assessed: AssessedCase): RailLetter[] {
  const { facts, assessment, today } = assessed;
  const { denial, grievance, hearing, imr, complaint } = facts;
  const words = wordingFor(readCase(facts));
  const letters: (Letter | null)[] = [];
  const add = (on: LocalDate | undefined, letter: Omit<Letter, 'on'>) => {
    if (on) letters.push({ on, ...letter });
  };
  add(denial?.letterDate, { side: 'plan', label: 'Denied', priority: 4 });
  add(denial?.receivedOn, { side: 'plan', label: 'Denial received' });

  const subject = grievance?.expedited ? `Urgent ${words.grievance}` : capitalized(words.grievance);
  if (grievance && !grievance.receivedOn) {
    const isCounted = words.plan === 'insurer';
    add(grievance.filedOn, {
      side: 'client',
      edge: 'above',
      label: isCounted ? `${subject} sent` : 'Mailed',
      priority: 3,
      hollow: !isCounted,
    });
  } else {
    if (grievance?.filedOn !== grievance?.receivedOn)
      add(grievance?.filedOn, { side: 'client', label: `${subject} sent` });
    const label = grievance?.expedited ? subject : `${subject} received`;
    add(grievance?.receivedOn, { side: 'client', edge: 'above', label, priority: 3 });
  }
  add(grievance?.acknowledgedOn, { side: 'plan', label: 'Acknowledged' });
  add(grievance?.statementOn, { side: 'plan', label: 'Written statement', priority: 11 });
  const answer = planAnswer(assessed);
  const decision = grievance?.decision;
  if (decision) {
    const isLate = answer?.clock.status === 'late' && isAfter(decision.letterDate, answer.clock.dueOn);
    const late = isLate ? `, ${lateText(answer.clock.dueOn, decision.letterDate)}` : '';
    add(decision.letterDate, {
      side: 'plan',
      label: `${OUTCOME_LABELS[decision.outcome]}${late}`,
      priority: 2,
    });
    add(decision.receivedOn, { side: 'plan', label: 'Decision received' });
  }
  const { availableFrom, availability } = assessment.imr;
  const hasOpened = availableFrom && !isAfter(availableFrom, today) && availability !== 'unavailable';
  if (hasOpened) add(availableFrom, { side: 'client', label: 'IMR opens', priority: 5 });
  add(imr?.appliedOn, { side: 'client', label: 'IMR filed', priority: 6 });
  if (imr?.receivedOn !== imr?.appliedOn)
    add(imr?.receivedOn, { side: 'client', edge: 'above', label: 'Application received' });
  add(imr?.acceptedOn, { side: 'department', label: 'Accepted', priority: 7 });
  add(imr?.rejectedOn, { side: 'department', label: 'Not accepted', priority: 7 });
  add(imr?.documentsSentOn, { side: 'plan', label: 'Records sent' });
  add(imr?.reviewerReceivedOn, { side: 'department', label: 'Records with the reviewer' });
  if (imr?.decision)
    add(imr.decision.date, {
      side: 'department',
      label: `IMR: ${OUTCOME_LABELS[imr.decision.outcome].toLowerCase()}`,
      priority: 8,
    });
  add(imr?.implementedOn, { side: 'plan', label: 'Carried out', priority: 9 });
  add(hearing?.requestedOn, { side: 'client', label: 'Hearing requested', priority: 10 });
  add(hearing?.heldOn, { side: 'department', label: 'Hearing held', priority: 10 });
  add(complaint?.receivedOn, { side: 'client', edge: 'above', label: 'Complaint received', priority: 10 });
  add(complaint?.decidedOn, { side: 'department', label: 'Complaint answered', priority: 10 });
  return letters
    .filter((letter) => letter !== null)
    .toSorted((a, b) => compareDates(a.on as LocalDate, b.on as LocalDate))
    .map((letter) => ({ ...letter, when: formatMonthDay(letter.on as LocalDate, today) }));
}

function caseOpened({ record, today }: AssessedCase): RailLetter {
  const on = pacificToday(record.openedAt);
  return { on, side: 'client', label: 'Case opened', when: formatMonthDay(on, today), priority: 12 };
}

function barsOf(assessed: AssessedCase): RailBar[] {
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

function endsOf({ dueOn, latestOn, endedOn, otherReadings, state }: RailBar): LocalDate[] {
  // Once the act is done, the last day it could have been done on needs no room.
  const due = state === 'met' && endedOn ? [endedOn] : [dueOn];
  return [...due, latestOn, endedOn, ...(otherReadings ?? [])].filter(
    (each) => each !== undefined,
  ) as LocalDate[];
}

function closuresBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)).filter(
    (day) => closureName(day) !== null && !isWeekend(day),
  );
}

function lastDaysOf(
  { assessment, facts, today, record }: AssessedCase,
  lead: AdjustedDeadline | null,
): RailLastDays | null {
  if (!lead || lead.status !== 'open' || record.closedAt) return null;
  const days = daysBetween(today, lead.dueOn);
  if (days > LAST_DAYS) return null;
  const owner = SIDE_OF[lead.owedBy];
  const count = days === 0 ? 'Due today' : formatDayCount(days);
  const { plan } = wordingFor(readCase(facts));
  const others = {
    plan: `${plan} must act`,
    regulator: 'department must act',
    reviewer: 'reviewer must act',
  };
  const detail =
    lead.owedBy === 'client'
      ? days === 0
        ? 'through the end of the day'
        : workingDaysText(workingDaysBetween(today, lead.dueOn), days)
      : ANSWER_RULES.has(lead.rule)
        ? `${plan} must answer`
        : others[lead.owedBy];
  const closures = closuresBetween(today, lead.dueOn).filter((day) => day !== lead.dueOn);
  const alsoDue = assessment.deadlines.find(
    (each) =>
      each !== lead &&
      each.status === 'open' &&
      each.kind !== 'information' &&
      isBefore(each.dueOn, lead.dueOn),
  );
  return {
    from: today,
    to: lead.dueOn,
    owner,
    leftText: owner === 'client' && days > 0 ? `${count} left` : count,
    detailText: detail,
    notes: [
      { on: lead.dueOn, text: isImrLimit(lead.rule) ? 'last safe day' : 'last day' },
      ...(alsoDue ? [{ on: alsoDue.dueOn, text: `${clockTitle(alsoDue).toLowerCase()}` }] : []),
      ...(closures[0] ? [{ on: closures[0], text: 'offices closed' }] : []),
    ],
  };
}

function endNoteOf(
  { assessment, facts, record, today }: AssessedCase,
  lead: AdjustedDeadline | null,
): RailModel['endNote'] {
  const { imr, deadlines } = assessment;
  if (record.closedAt) return undefined;
  if (imr.route === 'ask-regulator' && facts.imr)
    return { side: 'department', text: 'Regulator', detail: 'not known' };
  const ahead = deadlines.find(({ rule, status }) => rule === imr.fileByRule && status === 'open');
  if (ahead && isAfter(ahead.explanation.trigger.on, addDays(today, -1)) && !facts.grievance?.decision)
    return { side: 'client', ...splitDate(ahead.dueOn, today, 'if silent') };
  if (!lead) return undefined;
  if (isImrLimit(lead.rule) && imr.otherReadings.length > 0) {
    const dates = imr.otherReadings.map(({ fileBy }) => formatMonthDay(fileBy, today));
    const text =
      dates.length === 1 ? 'Another reading' : `${capitalized(countWord(dates.length))} other readings`;
    return { side: 'client', text, detail: listed(dates) };
  }
  if (lead.owedBy === 'client') return clientNote(lead, deadlines, imr.fileByRule, today);
  const who = { plan: 'Plan', regulator: 'Department', reviewer: 'Reviewer' }[lead.owedBy];
  return {
    side: SIDE_OF[lead.owedBy],
    text: `${who} must act`,
    detail: `by ${formatShortDate(lead.dueOn, today)}`,
  };
}

/** The last day of a limit, or of two that run beside each other: the hearing's and the IMR's. */
function clientNote(
  lead: AdjustedDeadline,
  deadlines: readonly AdjustedDeadline[],
  imrRule: ClockId | null,
  today: LocalDate,
): RailModel['endNote'] {
  const imr = deadlines.find(({ rule, status }) => rule === imrRule && status === 'open');
  if (lead.rule.startsWith('mc.hearing.') && imr)
    return {
      side: 'client',
      text: `Hearing ${formatShortDate(lead.dueOn, today)}`,
      detail: `IMR ${formatMonthDay(imr.dueOn, today)}`,
    };
  return {
    side: 'client',
    ...splitDate(lead.dueOn, today, formatDayCount(Math.abs(daysBetween(today, lead.dueOn)))),
  };
}

function splitDate(on: LocalDate, today: LocalDate, detail: string): { text: string; detail: string } {
  const isOtherYear = yearOf(on) !== yearOf(today);
  return { text: formatShortDate(on, on), detail: isOtherYear ? `${yearOf(on)}, ${detail}` : detail };
}

function descriptionOf(
  assessed: AssessedCase,
  letters: readonly RailLetter[],
  bars: readonly RailBar[],
  lead: AdjustedDeadline | null,
): string {
  const { assessment, today } = assessed;
  const events = letters.map(({ label, on }) => `${label}: ${formatLongDate(on as LocalDate)}.`);
  const clocks = bars.map(
    ({ label, startsOn, dueOn }) =>
      `${label}: ${formatLongDate(startsOn as LocalDate)} through ${formatLongDate(dueOn as LocalDate)}.`,
  );
  const left =
    lead && lead.status === 'open'
      ? ` ${capitalized(formatDayCount(daysBetween(today, lead.dueOn)))} left to ${formatLongDate(lead.dueOn)}.`
      : '';
  const readings = assessment.imr.otherReadings.map(({ fileBy }) => formatLongDate(fileBy));
  const others =
    readings.length > 0 && assessment.imr.filing === null
      ? ` Other readings of the law would give ${listed(readings, 'or')}.`
      : '';
  return `${[...events, ...clocks].join(' ')} Today is ${formatLongDate(today)}.${left}${others}`;
}

type TableRow = RailModel['table'][number];

function tableOf(
  assessed: AssessedCase,
  letters: readonly RailLetter[],
  bars: readonly RailBar[],
): TableRow[] {
  const { assessment, today } = assessed;
  const date = (on: string) => formatShortDate(on as LocalDate, today);
  const rows: TableRow[] = letters.map(({ on, label, side, hollow }) => ({
    on,
    date: date(on),
    what: label,
    whose: side,
    result: hollow ? 'the day it arrived is not known' : '',
  }));
  for (const deadline of assessment.deadlines) {
    const bar = bars.find(({ id }) => id === deadline.rule);
    if (!bar) continue;
    rows.push({
      on: deadline.dueOn,
      date: date(deadline.dueOn),
      what: `Last day: ${clockTitle(deadline)}`,
      whose: OWED_BY_LABELS[deadline.owedBy],
      result: resultOf(deadline, bar, today),
    });
  }
  if (assessment.imr.filing === null)
    for (const { fileBy, rule } of assessment.imr.otherReadings)
      rows.push({
        on: fileBy,
        date: date(fileBy),
        what: 'Ask for the IMR, on another reading',
        whose: 'client',
        result: readingText(rule),
      });
  rows.push({ on: today, date: date(today), what: 'Today', whose: '', result: '' });
  return rows.toSorted((a, b) => compareDates(a.on as LocalDate, b.on as LocalDate));
}

function resultOf(
  { status, dueOn }: AdjustedDeadline,
  { state, endedOn }: RailBar,
  today: LocalDate,
): string {
  if (state === 'not-started') return 'only if no answer comes';
  if (status === 'met') return 'met';
  if (status === 'late' && endedOn) return lateText(dueOn, endedOn as LocalDate);
  if (endedOn) return 'ended with the case';
  if (status === 'overdue') return `${formatDayCount(daysBetween(dueOn, today))} ago`;
  return dueOn === today ? 'today' : `${formatDayCount(daysBetween(today, dueOn))} left`;
}

const COUNT_WORDS = ['no', 'one', 'two', 'three', 'four'] as const;
const countWord = (count: number): string => COUNT_WORDS[count] ?? String(count);

const listed = (items: readonly string[], word = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
