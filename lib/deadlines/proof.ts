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
import { assess } from './assess.ts';
import type { Deadline } from './assessment.ts';
import { type CaseReading, readCase } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import { dueDateIn } from './clock-words.ts';
import type { DueDate } from './due-date.ts';
import type { Facts } from './facts.ts';
import { currentRules, type DatedRuleId, type RuleTable, ruleOf } from './rules.ts';
import { silenceLaws } from './silence-laws.ts';
import { wordingFor } from './wording.ts';

/** One stretch of counting, as it is shown on a calendar; `from` is not counted, `to` is the last day. */
export type ProofStage = {
  readonly unit: 'days' | 'working days' | 'months' | 'hours';
  readonly count: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The last month has no such day number, so its last day counts. */
  readonly isClamped: boolean;
};

export type ProofStep = { readonly text: string; readonly laws: readonly string[] };

/** Everything a due date needs to defend itself, on paper or on a screen. */
export type Proof = {
  readonly deadline: Deadline;
  readonly title: string;
  readonly actedOn: LocalDate | null;
  /** The event that started the counting, where the clock itself was reached by counting: the plan's days to answer. */
  readonly begunBy: { readonly event: string; readonly on: LocalDate };
  readonly stages: readonly ProofStage[];
  readonly steps: readonly ProofStep[];
  readonly citations: readonly Citation[];
  readonly paragraph: string;
};

/** How this case's date under a rule was reached; null where the rule gives this case no date. The date is the rule's own. */
export function proofOf(facts: Facts, rule: string, rules: RuleTable = currentRules): Proof | null {
  const deadline = assess(facts, rules).deadlines.find((each) => each.rule === rule);
  const due = deadline ? dueDateIn(facts, deadline.rule, rules) : null;
  if (!deadline || !due) return null;
  const reading = readCase(facts, rules.answerPeriods);
  const acted = actedOn(facts, deadline.rule);
  return {
    deadline,
    title: ruleOf(deadline.rule).title,
    actedOn: acted,
    begunBy: { event: due.from.event, on: due.from.counted?.from ?? due.from.on },
    stages: stagesOf(due),
    steps: [...silenceSteps(deadline.rule, due, reading), ...ownSteps(deadline, due)],
    citations: [...lawsOfSilence(deadline.rule, due, reading), ...deadline.explanation.citations].filter(
      (citation, index, all) => all.findIndex(({ law: name }) => name === citation.law) === index,
    ),
    paragraph: paragraphOf(deadline, due, acted, reading),
  };
}

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
      laws: [law.firstDayExcluded.law],
    },
    {
      text: `Plus ${days} calendar days is ${end}. Weekends and holidays count, and the end is not moved.`,
      laws: laws.slice(0, 1),
    },
    {
      text: isOver
        ? `No letter of the ${plan} is dated by then, so ${door} opened on ${opens}.`
        : `If no letter of the ${plan} is dated by then, ${door} opens on ${opens}.`,
      laws: laws.slice(1),
    },
  ];
}

/** What gives the plan its days to answer, then what its silence does under this rule; none where no silence counts. */
function lawsOfSilence(rule: DatedRuleId, { from }: DueDate, c: CaseReading): Citation[] {
  return from.counted ? [...new Set(silenceLaws(rule, c))] : [];
}

function ownSteps({ explanation, rule }: Deadline, { period }: DueDate): ProofStep[] {
  const cited = new Set(explanation.citations.map(({ law: name }) => name));
  const known = (...names: readonly string[]) => names.filter((name) => cited.has(name));
  const own = ruleOf(rule).citations.map(({ law: name }) => name);
  const counting = known(
    ...own,
    ...(period.unit === 'months' ? [law.calendarMonth.law] : []),
    ...(period.unit === 'working days' ? [law.stateClosures.law] : []),
  );
  return explanation.steps.map((text, index) => {
    const isFirstDay = text.startsWith('The first day, ');
    const countsAt = period.unit.endsWith('months') || period.unit === 'hours' ? 0 : 1;
    if (isFirstDay) return { text, laws: known(law.firstDayExcluded.law) };
    if (index === countsAt) return { text, laws: counting };
    return { text, laws: text.includes('next working day') ? known(law.rollOver.law) : [] };
  });
}

/** The proof in prose, for a letter: what began, what was counted, where the law says so, and what came of it. */
function paragraphOf(deadline: Deadline, due: DueDate, acted: LocalDate | null, c: CaseReading): string {
  const laws = [...lawsOfSilence(deadline.rule, due, c), ...deadline.explanation.citations].map(
    ({ law: name }) => name,
  );
  return [
    deadline.explanation.trigger.text,
    countedText(due, deadline),
    outcomeText(deadline, acted, c),
    `(${[...new Set(laws)].join('; ')}.)`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function countedText({ from, period, countedTo, at }: DueDate, deadline: Deadline): string {
  const end = formatLongDate(countedTo);
  if (at && from.at) return `${period.count} elapsed hours later is ${formatInstant(at)}.`;
  const moved = deadline.dueOn === countedTo ? '' : ` The last day is ${formatLongDate(deadline.dueOn)}.`;
  switch (period.unit) {
    case 'months':
    case 'federal months': {
      const lacks =
        dayOfMonth(countedTo) === dayOfMonth(from.on)
          ? ''
          : `, ${monthName(countedTo)} having no day ${dayOfMonth(from.on)}`;
      return `${numberWord(period.count)} calendar months from ${formatLongDate(from.on)} end on ${end}${lacks}.${moved}`;
    }
    case 'hours':
      return `${period.count} hours, counted as whole days because the hour is not known, end on ${end}.`;
    case 'working days':
      return `${numberWord(period.count)} working days after that day end on ${end}${leftOutText(from.on, countedTo)}.`;
    case 'calendar days':
      return `${numberWord(period.count)} calendar days after that day end on ${end}.${moved}`;
  }
}

function outcomeText({ dueOn, status, owedBy }: Deadline, acted: LocalDate | null, c: CaseReading): string {
  const who = {
    client: 'The client',
    plan: `The ${wordingFor(c).plan}`,
    regulator: 'The department',
    reviewer: 'The reviewer',
  };
  const late = (on: LocalDate) => formatDayCount(daysBetween(dueOn, on));
  if (status === 'met' && acted) return `${who[owedBy]} acted in time, on ${formatLongDate(acted)}.`;
  if (status === 'late' && acted)
    return `${who[owedBy]} acted on ${formatLongDate(acted)}, ${late(acted)} late.`;
  if (status === 'overdue')
    return `By ${formatLongDate(c.asOf.on)} that had not happened, ${late(c.asOf.on)} after the last day.`;
  return '';
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
