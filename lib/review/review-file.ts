import { csvLine } from '../audit/csv.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import {
  BASIS_LABELS,
  CASE_OUTCOME_LABELS,
  OUTCOME_LABELS,
  OWED_BY_LABELS,
  PROGRAM_LABELS,
  REGULATOR_LABELS,
} from '../labels.ts';
import type { ReviewedCase, ReviewedClock } from './queries.ts';
import { STANDING_WORDS } from './words.ts';

const COLUMNS: Readonly<
  Record<string, (reviewed: ReviewedCase, clock: ReviewedClock | null) => string | number | null>
> = {
  reference: ({ reference }) => reference,
  year_opened: ({ yearOpened }) => yearOpened,
  program: ({ program }) => program && PROGRAM_LABELS[program],
  regulator: ({ regulator }) => regulator && REGULATOR_LABELS[regulator],
  bases: ({ bases }) => bases.map((basis) => BASIS_LABELS[basis]).join('; '),
  outcome: ({ outcome }) => (outcome ? CASE_OUTCOME_LABELS[outcome] : 'Open'),
  closed_on_day: ({ closedOnDay }) => closedOnDay,
  plan_answer: ({ planAnswer }) => planAnswer && OUTCOME_LABELS[planAnswer],
  determination: ({ determination }) => determination && OUTCOME_LABELS[determination],
  clock: (_, clock) => clock && clockTitle(clock),
  owed_by: (_, clock) => clock && OWED_BY_LABELS[clock.owedBy],
  starts_on_day: (_, clock) => clock && clock.startsOnDay,
  due_on_day: (_, clock) => clock && clock.dueOnDay,
  met_on_day: (_, clock) => clock && clock.metOnDay,
  standing: (_, clock) => clock && STANDING_WORDS[clock.standing],
};

/** The review as the lines of a CSV file: one for each clock of a case, one for a case that has none. */
export function* reviewLines(cases: readonly ReviewedCase[]): Generator<string> {
  yield `\uFEFF${csvLine(Object.keys(COLUMNS))}`;
  for (const reviewed of cases)
    for (const clock of reviewed.clocks.length > 0 ? reviewed.clocks : [null])
      yield csvLine(Object.values(COLUMNS).map((read) => read(reviewed, clock)));
}
