import type { AuditEventName } from '../audit/events.ts';
import type { Writing } from '../audit/queries.ts';
import { formatMediumDate } from '../calendar/format-date.ts';
import type { DateSources, FilingChannel, HowKnown } from '../db/vocabulary.ts';
import { BASIS_LABELS, CHANNEL_LABELS, OUTCOME_LABELS } from '../labels.ts';
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
  /** By what a document that shows the date is tied to it. */
  readonly tie: { readonly recordId: string | null; readonly field: string };
  /** The events that may have written it, each with what it calls the field. */
  readonly writings: readonly Writing[];
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
    tie: {
      recordId: home.record === review ? (currentImrApplication(record)?.id ?? null) : (recorded.id ?? null),
      field: home.field,
    },
    writings: [
      { events: WRITTEN_BY[home.noun] ?? [], field: home.field },
      // A case that is opened with its letters names the fields of each.
      { events: ['case.opened'], field: home.noun === 'denial' ? home.field : `${home.noun}.${home.field}` },
    ],
  };
}

const WRITTEN_BY: Readonly<Partial<Record<RecordNoun, readonly AuditEventName[]>>> = {
  denial: ['denial.recorded', 'denial.corrected'],
  grievance: ['grievance.logged', 'grievance.corrected'],
  'plan-decision': ['plan-decision.logged', 'plan-decision.corrected'],
  'imr-acceptance': ['imr.filed', 'imr.accepted', 'imr.rejected', 'imr.records-logged', 'imr.corrected'],
  'imr-determination': ['imr.determined', 'imr.corrected'],
  complaint: ['complaint.recorded', 'complaint.corrected', 'imr.rejected'],
};

/** The place of a record among the recorded facts of its case page. */
export const recordAnchor = (noun: RecordNoun, id?: string): string =>
  ['record', noun, ...(id ? [id] : [])].join('-');

type Behind = { readonly name: string; readonly particulars: (record: CaseRecord) => readonly string[] };

const confirmation = (record: CaseRecord): string[] => {
  const number = currentImrApplication(record)?.confirmationNumber;
  return number ? [`confirmation number ${number}`] : [];
};

const BEHIND: Readonly<Partial<Record<RecordNoun, Behind>>> = {
  denial: {
    name: 'the denial',
    particulars: (record) => [
      record.denial?.service ?? '',
      ...(record.denial?.bases ?? []).map((basis) => BASIS_LABELS[basis].toLowerCase()),
    ],
  },
  grievance: {
    name: 'the grievance',
    particulars(record) {
      const { channel, planReference, acknowledgedOn } = currentGrievance(record) ?? {};
      return [
        channel ? filedText(channel) : '',
        planReference ? `plan’s reference ${planReference}` : '',
        acknowledgedOn ? `plan’s acknowledgment of ${formatMediumDate(acknowledgedOn)}` : '',
      ];
    },
  },
  'plan-decision': {
    name: 'the plan’s decision',
    particulars(record) {
      const outcome = decision(record)?.outcome;
      return outcome ? [`denial ${OUTCOME_LABELS[outcome].toLowerCase()}`] : [];
    },
  },
  'imr-acceptance': { name: 'the department and the reviewer', particulars: confirmation },
  'imr-determination': { name: 'the determination', particulars: confirmation },
  complaint: { name: 'the complaint', particulars: () => [] },
};

/** The record behind a date: what it is called, and the particulars by which a person finds its paper again. */
export function recordBehind(
  record: CaseRecord,
  noun: RecordNoun,
): { readonly name: string; readonly particulars: string } {
  const behind = BEHIND[noun];
  const particulars = behind?.particulars(record).filter((text) => text !== '') ?? [];
  return { name: behind?.name ?? 'the record', particulars: particulars.join(', ') };
}

function filedText(channel: FilingChannel): string {
  const how = CHANNEL_LABELS[channel].toLowerCase();
  return channel === 'online' || channel === 'in-person' ? `filed ${how}` : `filed by ${how}`;
}
