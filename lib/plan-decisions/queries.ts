import { formatMonthDay, formatShortDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import { planAnswer } from '../cases/assessed-case.ts';
import {
  type Barred,
  barredWhenClosed,
  type CaseForm,
  type DateValue,
  dateValuesOf,
} from '../cases/case-form.ts';
import { currentGrievance } from '../cases/case-record.ts';
import { type FormSource, readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import type { DecisionOutcome } from '../db/vocabulary.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { wordingFor } from '../deadlines/wording.ts';
import { answerViolation } from './rules.ts';

export type PlanDecisionValues = {
  readonly decisionId: string;
  readonly outcome: DecisionOutcome | '';
  readonly letterOn: DateValue;
  readonly receivedOn: DateValue;
  readonly note: string;
};

/** The form of the plan's answer to the current grievance, or of the recorded one that `decisionId` names. */
export async function readPlanDecisionForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  decisionId: string | null,
): Promise<CaseForm<PlanDecisionValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const former =
    source.record.grievances.find(({ decision }) => decision && decision.id === decisionId)?.decision ?? null;
  if (decisionId !== null && !former) return null;
  return {
    case: source.case,
    lead: answerLead(source),
    barred: barredWhenClosed(source.record) ?? (former ? null : barredByAnswer(source)),
    isCorrection: former !== null,
    values: {
      decisionId: former?.id ?? '',
      outcome: former?.outcome ?? '',
      ...dateValuesOf(former, ['letterOn', 'receivedOn']),
      note: former?.note ?? '',
    },
  };
}

function answerLead(source: FormSource): string {
  const { facts, today, record } = source;
  const grievance = currentGrievance(record);
  const { plan, grievance: word } = wordingFor(readCase(facts));
  const answer = planAnswer(source);
  if (!grievance) return `The ${plan} answers a ${word}, and none is logged yet.`;
  if (!grievance.receivedOn) return `The day the ${plan} received the ${word} is not known yet.`;
  const received = formatMonthDay(grievance.receivedOn, today);
  if (!answer) return `The ${plan} received the ${word} on ${received}.`;
  const has = answer.answeredOn || isAfter(today, answer.clock.dueOn) ? 'had' : 'has';
  const until = formatShortDate(answer.clock.dueOn, today);
  return `The ${plan} ${has} until ${until} to answer the ${word} it received on ${received}.`;
}

function barredByAnswer({ record }: FormSource): Barred | null {
  const violation = answerViolation(record);
  if (!violation) return null;
  const decided = currentGrievance(record)?.decision;
  const log = { folder: 'grievance', label: 'Log the grievance' };
  return {
    violation,
    ways: decided
      ? [
          { folder: `plan-decision?id=${decided.id}`, label: 'Correct the decision' },
          { ...log, label: 'Log a new grievance' },
        ]
      : [log, { folder: 'denial', label: 'Record the denial' }],
  };
}
