import { closureName } from '../calendar/business-days.ts';
import {
  formatDayCount,
  formatInstant,
  formatLongDate,
  formatMediumDate,
  monthName,
} from '../calendar/format-date.ts';
import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  isAfter,
  type LocalDate,
} from '../calendar/local-date.ts';
import { actedOn } from './acted-on.ts';
import { statusAgainst } from './adjusted.ts';
import { assess } from './assess.ts';
import type { Deadline } from './assessment.ts';
import { type CaseReading, readCase } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import { countedUnder } from './clock-words.ts';
import { type Disagreement, disagreementsOn } from './disagreements.ts';
import type { DueDate } from './due-date.ts';
import { asidesOf, doubtsOf } from './explain.ts';
import type { Facts } from './facts.ts';
import { type HolidayNotes, holidayNotesOf } from './holiday-notes.ts';
import { currentRules, type DatedRuleId, type RuleTable, ruleOf } from './rules.ts';
import { silenceLaws } from './silence-laws.ts';
import { capitalized, wordingFor } from './wording.ts';

/** One stretch of counting, as it is shown on a calendar; `from` is not counted, `to` is the last day. */
export type ProofStage = {
  readonly unit: 'days' | 'working days' | 'months' | 'hours';
  readonly count: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The last month has no such day number, so its last day counts. */
  readonly isClamped: boolean;
};

export type ProofStep = {
  readonly text: string;
  /** The day that this step comes to. */
  readonly result: LocalDate | null;
  readonly laws: readonly string[];
};

/** Everything a due date needs to defend itself, on paper or on a screen. */
export type Proof = {
  readonly deadline: Deadline;
  readonly title: string;
  readonly actedOn: LocalDate | null;
  /** The event that started the counting, where the clock itself was reached by counting: the plan's days to answer. */
  readonly begunBy: { readonly event: string; readonly on: LocalDate };
  readonly stages: readonly ProofStage[];
  /** What led to the date; the dates beside it, and what is not checked about it, are told apart. */
  readonly steps: readonly ProofStep[];
  /** Said where the count ends in a month that is too short for it. */
  readonly monthEnd: string | null;
  readonly holidays: HolidayNotes | null;
  /** What nobody has checked yet of all that the date rests on. */
  readonly doubts: readonly string[];
  readonly citations: readonly Citation[];
  /** What no text settles about this rule, and which way is taken meanwhile. */
  readonly openQuestion: string | null;
  /** Where what many read and the law differ on this date. */
  readonly disagreements: readonly Disagreement[];
  readonly paragraph: ProofParagraph;
};

/** The proof in prose, for a letter, in its three parts: dates beside the rule's own are told before what came of it. */
export type ProofParagraph = {
  /** What began, what was counted, and who has to do what by then. */
  readonly reckoning: string;
  /** What came of it by the day of the assessment, against the rule's last day or the one granted; empty while it runs. */
  readonly outcomeAgainst: (lastDay: LocalDate) => string;
  readonly laws: string;
};

/** How this case's date under a rule was reached; null where the rule gives this case no date. The date is the rule's own. */
export function proofOf(facts: Facts, rule: string, rules: RuleTable = currentRules): Proof | null {
  const { deadlines, imr } = assess(facts, rules);
  const deadline = deadlines.find((each) => each.rule === rule);
  const counted = deadline ? countedUnder(facts, deadline.rule, rules) : null;
  if (!deadline || !counted) return null;
  const { text, due } = counted;
  const reading = readCase(facts, rules.answerPeriods);
  const acted = actedOn(facts, deadline.rule);
  const toldApart = new Set([...asidesOf(text, due), ...doubtsOf(text, due, reading)]);
  const citations = [
    ...lawsOfSilence(deadline.rule, due, reading),
    ...deadline.explanation.citations,
    ...(due.from.counted ? [law.firstDayExcluded] : []),
  ].filter((citation, index, all) => all.findIndex(({ law: name }) => name === citation.law) === index);
  const stages = stagesOf(due);
  return {
    deadline,
    title: ruleOf(deadline.rule).title,
    actedOn: acted,
    begunBy: { event: due.from.event, on: due.from.counted?.from ?? due.from.on },
    stages,
    steps: [
      ...silenceSteps(deadline.rule, due, reading),
      ...ownSteps(deadline, due).filter(({ text: step }) => !toldApart.has(step)),
    ],
    monthEnd: stages.some(({ isClamped }) => isClamped) ? MONTH_END : null,
    holidays: holidayNotesOf(text, due),
    doubts: doubtsOf(text, due, reading, citations),
    citations,
    disagreements: disagreementsOn(
      [deadline.rule, deadline.rule === imr.fileByRule ? imr.openedBy : null],
      reading,
    ),
    openQuestion: ruleOf(deadline.rule).doubt ?? null,
    paragraph: paragraphOf(deadline, due, acted, reading, imr.fileBy),
  };
}

const MONTH_END =
  'Ending on the last day of a shorter month is the ordinary rule and the earliest date. No California case on it is on file.';

/** The stretches of counting that led to a due date, in their order. */
export function stagesOf({ from, period, countedTo }: DueDate): ProofStage[] {
  const silence: ProofStage[] = from.counted
    ? [{ unit: 'days', count: from.counted.days, from: from.counted.from, to: from.on, isClamped: false }]
    : [];
  const units = {
    'calendar days': 'days',
    'working days': 'working days',
    months: 'months',
    'federal months': 'months',
    hours: 'hours',
  } as const;
  const isClamped = period.unit === 'months' && dayOfMonth(countedTo) !== dayOfMonth(from.on);
  return [
    ...silence,
    { unit: units[period.unit], count: period.count, from: from.on, to: countedTo, isClamped },
  ];
}

function silenceSteps(rule: DatedRuleId, due: DueDate, c: CaseReading): ProofStep[] {
  const { from } = due;
  if (!from.counted) return [];
  const { plan } = wordingFor(c);
  const { from: start, days } = from.counted;
  const end = formatMediumDate(from.on);
  const isOver = c.letter !== null || isAfter(c.asOf.on, from.on);
  const opens = formatMediumDate(addDays(from.on, 1));
  const door = rule.startsWith('mc.hearing.') ? 'the State Hearing' : 'the IMR';
  const laws = lawsOfSilence(rule, due, c).map(({ law: name }) => name);
  return [
    {
      text: `${formatMediumDate(start)} is the first day, so it is not counted.`,
      result: null,
      laws: [law.firstDayExcluded.law],
    },
    {
      text: `Plus ${days} calendar days is ${end}. Weekends and holidays count, and the end is not moved.`,
      result: from.on,
      laws: laws.slice(0, 1),
    },
    {
      text: isOver
        ? `No letter of the ${plan} is dated by then, so ${door} opened on ${opens}.`
        : `If no letter of the ${plan} is dated by then, ${door} opens on ${opens}.`,
      result: addDays(from.on, 1),
      laws: laws.slice(1),
    },
  ];
}

/** What gives the plan its days to answer, then what its silence does under this rule; none where no silence counts. */
function lawsOfSilence(rule: DatedRuleId, { from }: DueDate, c: CaseReading): Citation[] {
  return from.counted ? [...new Set(silenceLaws(rule, c))] : [];
}

function ownSteps({ explanation, rule }: Deadline, { period, countedTo, on }: DueDate): ProofStep[] {
  const cited = new Set(explanation.citations.map(({ law: name }) => name));
  const known = (...names: readonly string[]) => names.filter((name) => cited.has(name));
  const { citations, insuranceCitations = [] } = ruleOf(rule);
  const own = [...citations, ...insuranceCitations].map(({ law: name }) => name);
  const counting = known(
    ...own,
    ...(period.unit === 'months' ? [law.calendarMonth.law] : []),
    ...(period.unit === 'working days' ? [law.stateClosures.law] : []),
  );
  return explanation.steps.map((text, index) => {
    const isFirstDay = text.startsWith('The first day, ');
    const countsAt = period.unit.endsWith('months') || period.unit === 'hours' ? 0 : 1;
    if (isFirstDay) return { text, result: null, laws: known(law.firstDayExcluded.law) };
    const result = [on, countedTo].find((day) => text.includes(formatMediumDate(day))) ?? null;
    return { text, result, laws: index === countsAt ? counting : [] };
  });
}

function paragraphOf(
  deadline: Deadline,
  due: DueDate,
  acted: LocalDate | null,
  c: CaseReading,
  fileBy: LocalDate | null,
): ProofParagraph {
  // The next working day stands beside the date on the page only: its provisions would defend nothing said here.
  const asides = new Set(due.rolledOn === undefined ? [] : [law.rollOver.law, law.stateClosures.law]);
  const laws = [...lawsOfSilence(deadline.rule, due, c), ...deadline.explanation.citations]
    .map(({ law: name }) => name)
    .filter((name) => !asides.has(name));
  const told = [
    deadline.explanation.trigger.text,
    countedText(due),
    lastDayText(deadline, due, c),
    otherReadingText(deadline, fileBy),
  ];
  return {
    reckoning: told.filter((sentence) => sentence !== '').join(' '),
    outcomeAgainst: (lastDay) =>
      outcomeText(
        lastDay === deadline.dueOn
          ? deadline
          : { ...deadline, dueOn: lastDay, status: statusAgainst(lastDay, deadline, acted, c.asOf.on) },
        acted,
        c,
      ),
    laws: `(${[...new Set(laws)].join('; ')}.)`,
  };
}

function countedText({ from, period, countedTo, at }: DueDate): string {
  const end = formatLongDate(countedTo);
  if (at && from.at) return `${period.count} elapsed hours later is ${formatInstant(at)}.`;
  switch (period.unit) {
    case 'months':
    case 'federal months': {
      const lacks =
        dayOfMonth(countedTo) === dayOfMonth(from.on)
          ? ''
          : `, ${monthName(countedTo)} having no day ${dayOfMonth(from.on)}`;
      return `${numberWord(period.count)} calendar months from ${formatLongDate(from.on)} end on ${end}${lacks}.`;
    }
    case 'hours':
      return `${period.count} hours, counted as whole days because the hour is not known, end on ${end}.`;
    case 'working days':
      return `${numberWord(period.count)} working days after that day end on ${end}${leftOutText(from.on, countedTo)}.`;
    case 'calendar days':
      return `${numberWord(period.count)} calendar days after that day end on ${end}.`;
  }
}

/** Who has to do what by then, without which a date means nothing to whoever reads the letter. */
function lastDayText({ rule, owedBy, dueOn }: Deadline, due: DueDate, c: CaseReading): string {
  const { title } = ruleOf(rule);
  const task = `${title.charAt(0).toLowerCase()}${title.slice(1)}`.replace(
    'the grievance',
    `the ${wordingFor(c).grievance}`,
  );
  const end = due.at ? 'moment' : 'day';
  if (dueOn === due.countedTo) return `That is the last ${end} for ${whoOf(owedBy, c)} to ${task}.`;
  const why = due.notBefore
    ? 'The services are to end later, and the later day counts'
    : 'That is a Saturday, a Sunday or a federal holiday, and the rule itself moves it';
  return `${why}: the last day for ${whoOf(owedBy, c)} to ${task} is ${formatLongDate(dueOn)}.`;
}

/** A later reading must not leave the page as if it were the date to rely on. */
function otherReadingText({ kind, dueOn }: Deadline, fileBy: LocalDate | null): string {
  if (kind !== 'information' || !fileBy || !isAfter(dueOn, fileBy)) return '';
  return `This is a later reading of the law, not relied on: the safe date is ${formatLongDate(fileBy)}.`;
}

function whoOf(owedBy: Deadline['owedBy'], c: CaseReading): string {
  const who = {
    client: 'the client',
    plan: `the ${wordingFor(c).plan}`,
    regulator: 'the department',
    reviewer: 'the reviewer',
  };
  return who[owedBy];
}

function outcomeText({ dueOn, status, owedBy }: Deadline, acted: LocalDate | null, c: CaseReading): string {
  const who = whoOf(owedBy, c);
  const late = (on: LocalDate) => formatDayCount(daysBetween(dueOn, on));
  if (status === 'met' && acted) return `${capitalized(who)} acted in time, on ${formatLongDate(acted)}.`;
  if (status === 'late' && acted)
    return `${capitalized(who)} acted on ${formatLongDate(acted)}, ${late(acted)} late.`;
  if (status === 'overdue')
    return `By ${formatLongDate(c.asOf.on)} ${who} had not done so, ${late(c.asOf.on)} after the last day.`;
  return status === 'moot' ? 'This date no longer matters.' : '';
}

function leftOutText(from: LocalDate, to: LocalDate): string {
  const closures: string[] = [];
  for (let day = addDays(from, 1); isAfter(to, day); day = addDays(day, 1)) {
    const name = closureName(day);
    if (name) closures.push(name);
  }
  return `, weekends${closures.length > 0 ? ` and ${closures.join(', ')}` : ''} left out`;
}

const NUMBER_WORDS: Readonly<Record<number, string>> = {
  3: 'Three',
  4: 'Four',
  5: 'Five',
  6: 'Six',
  7: 'Seven',
};
const numberWord = (count: number): string => NUMBER_WORDS[count] ?? String(count);

/** The same day of each month that a stretch of months passes, the last one clamped to its month. */
export const monthsPassed = ({ from, count }: ProofStage): LocalDate[] =>
  Array.from({ length: count }, (_, index) => addMonths(from, index + 1));
