import { wordsIn as calculatorWords } from '../calculator/catalog.ts';
import { voiceOf } from '../calculator/words.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { StaffLanguage } from '../db/vocabulary.ts';
import type { AdjustedDeadline, CaseStep } from '../deadlines/adjusted.ts';
import { assess, standingOf } from '../deadlines/assess.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { isManual } from '../deadlines/clock-title.ts';
import { nextStepsFor } from '../deadlines/next-steps.ts';
import { planNextSteps, type WorkedDeadline } from '../deadlines/planned-steps.ts';
import { unprovedApplication } from '../imr/proof-of-filing.ts';
import { wordsIn } from '../words/words.ts';
import { type AssessedCase, deadlineOf, deadlineOfStep, isImrLimit, orderedSteps } from './assessed-case.ts';

/**
 * What to do on the case, most urgent first, in the reader's language: the engine's own steps, in the order in which the
 * case's page shows them. Pure.
 */
export function stepsInWords(assessed: AssessedCase, language: StaffLanguage): readonly string[] {
  const steps = orderedSteps(assessed);
  if (language === 'en') return steps.map(({ text }) => text);
  const say = spoken(assessed, language);
  return steps.map(say);
}

function spoken(assessed: AssessedCase, language: 'es'): (step: CaseStep) => string {
  const { facts, rules, assessment, record, today } = assessed;
  const c = readCase(facts, rules.answerPeriods);
  const standing = standingOf(c, assess(facts, rules).deadlines, rules);
  const deadlines = assessment.deadlines.filter(isOfLaw);
  const planned = planNextSteps(c, deadlines, standing);
  const english = nextStepsFor(c, deadlines, standing);
  const { step: say, dates } = calculatorWords(language);
  const { brief } = wordsIn(language);
  const unproved = unprovedApplication(record);
  const day = (on: LocalDate) => dates.short(on, today);
  return (step) => {
    if (step.rule !== null && isManual(step.rule)) {
      const clock = deadlineOf(assessed, step.rule);
      return clock
        ? `${brief.promises.byHand(clock.title ?? '', brief.owedBy[clock.owedBy])}: ${day(clock.dueOn)}.`
        : '';
    }
    const at = english.findIndex(({ text }) => text === step.text);
    const found = planned[at];
    if (found) return say(found, voiceOf(c), c.isEmergency);
    // What would be to file is, once it was sent, to prove that it arrived.
    const limit = deadlineOfStep(assessed, step);
    const by = limit && isImrLimit(limit.rule) ? day(limit.dueOn) : '';
    return unproved ? brief.proveFiling(day(unproved.appliedOn), by) : step.text;
  };
}

const isOfLaw = (deadline: AdjustedDeadline): deadline is WorkedDeadline => !isManual(deadline.rule);
