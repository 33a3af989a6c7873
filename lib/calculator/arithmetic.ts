import { closureName, federalHolidayName, isWeekend, isWorkingDay } from '../calendar/business-days.ts';
import { addDays, dayOfMonth, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { CaseReading } from '../deadlines/case-reading.ts';
import { law } from '../deadlines/citations.ts';
import { type DueDate, unreviewedDaysOff } from '../deadlines/due-date.ts';
import type { Outcome } from '../deadlines/facts.ts';
import { citationsOf, type DatedRule } from '../deadlines/rules.ts';
import { silenceLaws } from '../deadlines/silence-laws.ts';
import { fullLawName } from './law-names.ts';
import { type Sentence, voiceOf, type Words } from './words.ts';

/** One step of a proof: its sentence, and the provisions it rests on by their names. */
export interface ProofStep extends Sentence {
  readonly laws: readonly string[];
}

/** How a due date was reached, step by step, in the reader's words; the same counting that the engine did. */
export function arithmeticOf(
  rule: DatedRule,
  due: DueDate,
  c: CaseReading,
  answer: Outcome | null,
  words: Words,
): ProofStep[] {
  const own = citationsOf(rule, c).map(({ law: name }) => name);
  const steps = [
    ...startSteps(rule, due, c, answer, words),
    countingStep(due, own, words),
    ...endSteps(rule, due, c, words),
    ...doubtSteps(rule, due, c, words),
  ];
  return steps.map((step) => ({ ...step, laws: step.laws.map(fullLawName) }));
}

function startSteps(
  rule: DatedRule,
  { from }: DueDate,
  c: CaseReading,
  answer: Outcome | null,
  { proof }: Words,
): ProofStep[] {
  const voice = voiceOf(c);
  if (from.counted === undefined) {
    return [{ ...proof.trigger(from.event, from.on, voice, answer), laws: [] }];
  }
  const { from: started, days } = from.counted;
  const isOver = c.letter !== null || isAfter(c.asOf.on, from.on);
  const [answering, silence] = silenceLaws(rule.id, c);
  return [
    {
      ...proof.answerStarted(started, voice, from.event === 'grievance.filedOn'),
      laws: [law.firstDayExcluded.law],
    },
    { ...proof.answerDays(days, from.on), laws: [answering.law] },
    { ...proof.silence(from.on, isOver, voice), laws: silence === answering ? [] : [silence.law] },
  ];
}

function countingStep(due: DueDate, own: readonly string[], { proof }: Words): ProofStep {
  const { from, period, countedTo } = due;
  const { count, unit } = period;
  const isSameDay = dayOfMonth(countedTo) === dayOfMonth(from.on);
  switch (unit) {
    case 'calendar days':
      return { ...proof.calendarDays(count, countedTo), laws: [...own, law.firstDayExcluded.law] };
    case 'working days': {
      const { closures, hasWeekend } = daysLeftOut(from.on, countedTo);
      const names = closures.map((closure) => proof.closure(closure));
      return {
        ...proof.workingDays(count, countedTo, names, hasWeekend),
        laws: [...own, law.stateClosures.law],
      };
    }
    case 'months': {
      const say = isSameDay ? proof.months : proof.clampedMonths;
      return { ...say(count, countedTo), laws: [...own, law.calendarMonth.law] };
    }
    case 'federal months':
      return {
        ...(isSameDay
          ? proof.months(count, countedTo)
          : proof.nextMonth(count, dayOfMonth(from.on), countedTo)),
        laws: own,
      };
    case 'hours':
      return { ...proof.hoursAsDays(count, countedTo), laws: own };
  }
}

function endSteps(rule: DatedRule, due: DueDate, c: CaseReading, { proof }: Words): ProofStep[] {
  const steps: ProofStep[] = [];
  const say = (sentence: Sentence, laws: readonly string[] = []) => steps.push({ ...sentence, laws });
  if (due.notBefore !== undefined) {
    say(proof.servicesEnd(due.notBefore.on, isAfter(due.notBefore.on, due.countedTo), due.countedTo));
  }
  if (rule.rollover === 'law' && due.on !== due.countedTo) {
    const dayOff = proof.dayOff(federalHolidayName(due.countedTo), due.countedTo);
    say(
      proof.movedByLaw(due.countedTo, due.on, dayOff),
      citationsOf(rule, c).map(({ law: name }) => name),
    );
  }
  if (due.rolledOn !== undefined) {
    const dayOff = proof.dayOff(closureName(due.on), due.on);
    say(proof.rolled(due.on, due.rolledOn, dayOff), [law.rollOver.law]);
  } else if (rule.rollover === 'information' && isWorkingDay(due.on)) say(proof.workingDay);
  if (due.latestOn !== undefined) say(proof.extended(due.latestOn));
  return steps;
}

function doubtSteps(rule: DatedRule, due: DueDate, c: CaseReading, { proof }: Words): ProofStep[] {
  const steps: ProofStep[] = [];
  const daysOff = unreviewedDaysOff(rule, due);
  if (daysOff !== null) steps.push({ ...proof.unreviewed(daysOff.calendar, daysOff.years), laws: [] });
  const unchecked = citationsOf(rule, c).filter(({ certainty }) => certainty === 'from-memory');
  if (unchecked.length > 0) {
    steps.push({ ...proof.unchecked(unchecked.map(({ law: name }) => fullLawName(name))), laws: [] });
  }
  return steps;
}

function daysLeftOut(from: LocalDate, to: LocalDate): { closures: string[]; hasWeekend: boolean } {
  const closures: string[] = [];
  let hasWeekend = false;
  for (let day = addDays(from, 1); isBefore(day, to); day = addDays(day, 1)) {
    const closure = closureName(day);
    if (isWeekend(day)) hasWeekend = true;
    else if (closure !== null) closures.push(closure);
  }
  return { closures, hasWeekend };
}
