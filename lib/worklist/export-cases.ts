import type { UserActor } from '../access/actor.ts';
import { csvLine } from '../audit/csv.ts';
import { pacificToday } from '../calendar/clock.ts';
import { STAGE_LABELS } from '../cases/stage.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { CASE_OUTCOME_LABELS, LANGUAGE_NAMES, OWED_BY_LABELS } from '../labels.ts';
import type { ExportInput } from './input.ts';
import { homeOf, viewParams } from './list-filter.ts';
import { type ListedCase, listUnpaged } from './queries.ts';

/** A longer list is narrowed first: whoever needs the whole office has its backup. */
const MOST_EXPORTED = 5_000;

/** Spreadsheets take a file without it for another alphabet. */
const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS: Readonly<Record<string, (listed: ListedCase) => string | null>> = {
  case: ({ number }) => number,
  client: ({ clientName }) => clientName,
  language: ({ language, languageNote }) => languageNote || LANGUAGE_NAMES[language],
  plan: ({ planName }) => planName,
  owner: ({ ownerName }) => ownerName,
  stage: ({ stage }) => STAGE_LABELS[stage],
  urgent: ({ urgent }) => (urgent ? 'yes' : ''),
  next_deadline: ({ next }) => next && clockTitle(next),
  due_on: ({ next }) => next && next.dueOn,
  owed_by: ({ next }) => next && OWED_BY_LABELS[next.owedBy],
  last_contact_on: ({ lastContactOn }) => lastContactOn,
  closed_on: ({ closed }) => closed && pacificToday(closed.at),
  outcome: ({ closed }) => closed && CASE_OUTCOME_LABELS[closed.outcome],
};

/** The chosen cases, or all of a list, as a CSV file. That it was taken is on the record with what it held. */
export async function exportCases(
  unit: UnitOfWork<UserActor>,
  { caseIds, filter }: ExportInput,
): Promise<Outcome<string>> {
  const { tx, actor, today } = unit;
  const cases = await listUnpaged(tx, filter, actor.userId, today, caseIds, MOST_EXPORTED + 1);
  if (cases.length > MOST_EXPORTED) return refuse(tooMany);
  unit.record({
    event: 'cases.exported',
    changes: [
      { field: 'count', from: null, to: cases.length },
      { field: 'isSearched', from: null, to: caseIds.length === 0 && filter.query !== '' },
      ...(caseIds.length > 0
        ? [{ field: 'numbers', from: null, to: cases.map(({ number }) => number) }]
        : [{ field: 'list', from: null, to: viewParams(filter, homeOf(actor.role)) }]),
    ],
  });
  const lines = cases.map((listed) => csvLine(Object.values(COLUMNS).map((read) => read(listed))));
  return done([`${BYTE_ORDER_MARK}${csvLine(Object.keys(COLUMNS))}`, ...lines].join(''));
}

const tooMany = {
  field: null,
  message: `This list holds more than ${MOST_EXPORTED.toLocaleString('en-US')} cases.`,
  remedy: 'Narrow it first.',
};
