import { formatShortDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import {
  type Barred,
  barredWhenClosed,
  type CaseForm,
  clockOf,
  clockSentence,
  type DateValue,
  dateValuesOf,
  timeValue,
} from '../cases/case-form.ts';
import { type AnsweredGrievance, type CaseRecord, currentGrievance } from '../cases/case-record.ts';
import { type FormSource, readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import type { FilingChannel } from '../db/vocabulary.ts';
import { noGrievance, unansweredViolation } from './rules.ts';

export type GrievanceValues = {
  readonly grievanceId: string;
  readonly sentOn: DateValue;
  readonly receivedOn: DateValue;
  readonly receivedTime: string;
  readonly channel: FilingChannel | '';
  readonly expedited: boolean;
  readonly certifiedBy: string;
  readonly planReference: string;
};

/** The form of a new grievance, or of the recorded one that `grievanceId` names. */
export async function readGrievanceForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  grievanceId: string | null,
): Promise<CaseForm<GrievanceValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const former = grievanceOf(source.record, grievanceId);
  if (grievanceId !== null && !former) return null;
  return {
    case: source.case,
    lead: former ? 'Each clock that counts from it moves with its dates.' : filingLead(source, today),
    barred: barredWhenClosed(source.record) ?? (former ? null : barredByUnanswered(source)),
    isCorrection: former !== null,
    values: {
      grievanceId: former?.id ?? '',
      ...dateValuesOf(former, ['sentOn', 'receivedOn']),
      receivedTime: timeValue(former?.receivedAt),
      channel: former?.channel ?? '',
      expedited: former?.expedited ?? source.record.urgent,
      certifiedBy: former?.certifiedBy ?? '',
      planReference: former?.planReference ?? '',
    },
  };
}

/** Without an id it is the unanswered grievance whose day of receipt is still to be filled in, if there is one. */
function grievanceOf(record: CaseRecord, id: string | null): AnsweredGrievance | null {
  if (id !== null) return record.grievances.find((grievance) => grievance.id === id) ?? null;
  const current = currentGrievance(record);
  return current && !current.decision && !current.receivedOn ? current : null;
}

export type AcknowledgmentValues = {
  readonly acknowledgedOn: DateValue;
  readonly statementOn: DateValue;
  /** An expedited grievance is owed a written statement beside, or instead of, the acknowledgment. */
  readonly asksForStatement: boolean;
  /** The plan's reference is asked for until it is known. */
  readonly asksForReference: boolean;
};

export async function readAcknowledgmentForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<AcknowledgmentValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const grievance = currentGrievance(source.record);
  const clock = clockOf(source.assessment, ['ca.grv.ack', 'ca.grv.expedited.statement']);
  return {
    case: source.case,
    lead: clock ? clockSentence(clock, today) : 'It shows that the plan has the grievance, and since when.',
    barred: barredWhenClosed(source.record) ?? (grievance ? null : barredWithoutGrievance),
    isCorrection: Boolean(grievance?.acknowledgedOn ?? grievance?.statementOn),
    values: {
      ...dateValuesOf(grievance, ['acknowledgedOn', 'statementOn']),
      asksForStatement: Boolean(grievance?.expedited || grievance?.statementOn),
      asksForReference: !grievance?.planReference,
    },
  };
}

const barredWithoutGrievance: Barred = {
  violation: noGrievance,
  ways: [{ folder: 'grievance', label: 'Log the grievance' }],
};

function barredByUnanswered({ record }: FormSource): Barred | null {
  const violation = unansweredViolation(record);
  const current = currentGrievance(record) as AnsweredGrievance;
  return (
    violation && {
      violation,
      ways: [
        { folder: 'plan-decision', label: 'Record the plan’s decision' },
        { folder: `grievance?id=${current.id}`, label: 'Correct the grievance' },
      ],
    }
  );
}

function filingLead({ assessment }: FormSource, today: LocalDate): string {
  const clock = clockOf(assessment, ['ca.grv.file', 'mc.appeal.file', 'fed.appeal.file']);
  if (!clock || clock.status === 'met' || clock.status === 'late')
    return 'The day the plan received it starts the plan’s time to answer: 30 days, or 3 when expedited.';
  const until = formatShortDate(clock.dueOn, today);
  return isAfter(today, clock.dueOn)
    ? `The client had until ${until} to file it; the plan may allow longer.`
    : `The client has until ${until} to file it. ${clock.explanation.trigger.text}`;
}
