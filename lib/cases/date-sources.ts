import type { AuditEventName } from '../audit/events.ts';
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
  /** The column that holds it, and the events that may have written it. */
  readonly field: string;
  readonly events: readonly AuditEventName[];
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
    field: home.field,
    events: WRITTEN_BY[home.noun] ?? [],
  };
}

const WRITTEN_BY: Readonly<Partial<Record<RecordNoun, readonly AuditEventName[]>>> = {
  denial: ['case.opened', 'denial.recorded', 'denial.corrected'],
  grievance: ['case.opened', 'grievance.logged', 'grievance.corrected'],
  'plan-decision': ['plan-decision.logged', 'plan-decision.corrected'],
  'imr-acceptance': ['imr.filed', 'imr.accepted', 'imr.rejected', 'imr.records-logged', 'imr.corrected'],
  'imr-determination': ['imr.determined', 'imr.corrected'],
  complaint: ['complaint.recorded', 'complaint.corrected', 'imr.rejected'],
};

/** The place of a record among the recorded facts of its case page. */
export const recordAnchor = (noun: RecordNoun, id?: string): string =>
  ['record', noun, ...(id ? [id] : [])].join('-');

const RECORD_NAMES: Readonly<Partial<Record<RecordNoun, string>>> = {
  denial: 'the denial',
  grievance: 'the grievance',
  'plan-decision': 'the plan’s decision',
  'imr-acceptance': 'the department and the reviewer',
  'imr-determination': 'the determination',
  complaint: 'the complaint',
};

/** The record behind a date: what it is called, and the particulars by which a person finds its paper again. */
export function recordBehind(
  record: CaseRecord,
  noun: RecordNoun,
): { readonly name: string; readonly particulars: string } {
  return { name: RECORD_NAMES[noun] ?? 'the record', particulars: particularsOf(record, noun).join(', ') };
}

function particularsOf(record: CaseRecord, noun: RecordNoun): string[] {
  const grievance = currentGrievance(record);
  const application = currentImrApplication(record);
  switch (noun) {
    case 'denial':
      return record.denial
        ? [
            record.denial.service,
            ...record.denial.bases.map((basis) => BASIS_LABELS[basis].toLowerCase()),
          ].filter(isGiven)
        : [];
    case 'grievance':
      return [
        grievance?.channel ? filedText(grievance.channel) : '',
        grievance?.planReference ? `plan’s reference ${grievance.planReference}` : '',
        grievance?.acknowledgedOn
          ? `plan’s acknowledgment of ${formatMediumDate(grievance.acknowledgedOn)}`
          : '',
      ].filter(isGiven);
    case 'plan-decision':
      return grievance?.decision
        ? [`denial ${OUTCOME_LABELS[grievance.decision.outcome].toLowerCase()}`]
        : [];
    case 'imr-acceptance':
    case 'imr-determination':
      return application?.confirmationNumber ? [`confirmation number ${application.confirmationNumber}`] : [];
    default:
      return [];
  }
}

function filedText(channel: FilingChannel): string {
  const how = CHANNEL_LABELS[channel].toLowerCase();
  return channel === 'online' || channel === 'in-person' ? `filed ${how}` : `filed by ${how}`;
}

const isGiven = (text: string): boolean => text !== '';
