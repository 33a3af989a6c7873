import type { DateSources, HowKnown } from '../db/vocabulary.ts';
import type { RecordNoun } from './available-records.ts';
import { type CaseRecord, currentGrievance, currentImrApplication } from './case-record.ts';

/** Where a fact of the engine is recorded: the column, and the form that corrects it. */
type Home = {
  readonly noun: RecordNoun;
  readonly field: string;
  readonly record: (record: CaseRecord) => { readonly id?: string; readonly dateSources: DateSources } | null;
};

const denial = (record: CaseRecord) => record.denial;
const decision = (record: CaseRecord) => currentGrievance(record)?.decision ?? null;
const withoutId = (record: { readonly dateSources: DateSources } | null) =>
  record && { dateSources: record.dateSources };
const review = (record: CaseRecord) => withoutId(currentImrApplication(record));

const HOMES: Readonly<Record<string, Home>> = {
  'denial.letterDate': { noun: 'denial', field: 'letterOn', record: denial },
  'denial.receivedOn': { noun: 'denial', field: 'receivedOn', record: denial },
  'denial.servicesEndOn': { noun: 'denial', field: 'servicesEndOn', record: denial },
  'grievance.filedOn': { noun: 'grievance', field: 'sentOn', record: currentGrievance },
  'grievance.receivedOn': { noun: 'grievance', field: 'receivedOn', record: currentGrievance },
  'grievance.decision.letterDate': { noun: 'plan-decision', field: 'letterOn', record: decision },
  'grievance.decision.receivedOn': { noun: 'plan-decision', field: 'receivedOn', record: decision },
  'imr.receivedOn': { noun: 'imr-acceptance', field: 'receivedOn', record: review },
  'imr.acceptedOn': { noun: 'imr-acceptance', field: 'acceptedOn', record: review },
  'imr.rejectedOn': { noun: 'imr-acceptance', field: 'rejectedOn', record: review },
  'imr.planNotifiedOn': { noun: 'imr-acceptance', field: 'planNotifiedOn', record: review },
  'imr.reviewerReceivedOn': { noun: 'imr-acceptance', field: 'reviewerReceivedOn', record: review },
  'imr.decision.planReceivedOn': { noun: 'imr-determination', field: 'planReceivedOn', record: review },
  'complaint.receivedOn': {
    noun: 'complaint',
    field: 'receivedOn',
    record: (record) => withoutId(record.complaint),
  },
};

export type FactSource = {
  readonly known: HowKnown | null;
  /** The form that corrects the fact, and the record it corrects. */
  readonly noun: RecordNoun;
  readonly query: Readonly<Record<string, string>>;
};

/** How the date of an event is known, and where it is corrected; null for an event this case has not recorded. */
export function sourceOf(record: CaseRecord, event: string): FactSource | null {
  const home = HOMES[event];
  const recorded = home?.record(record);
  if (!home || !recorded) return null;
  return {
    known: recorded.dateSources[home.field] ?? null,
    noun: home.noun,
    query: recorded.id ? { id: recorded.id } : {},
  };
}
