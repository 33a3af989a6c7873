import type { AuditChange } from '../audit/events.ts';
import { formatMediumDate, formatMoment } from '../calendar/format-date.ts';
import { parseLocalDate } from '../calendar/local-date.ts';
import {
  BASIS_LABELS,
  CASE_OUTCOME_LABELS,
  CHANNEL_LABELS,
  DOCUMENT_KIND_LABELS,
  HOW_KNOWN_LABELS,
  LANGUAGE_NAMES,
  MESSAGE_DETAIL_LABELS,
  OUTCOME_LABELS,
  REGULATOR_LABELS,
  RESTRICTION_GROUND_LABELS,
} from '../labels.ts';

/** One field in words: what it is called, its former value (empty where there was none) and its new one. */
export type ChangeWords = { readonly label: string; readonly from: string; readonly to: string };

const FIELD_LABELS: Readonly<Record<string, string>> = {
  acceptedAt: 'Hour of acceptance',
  acceptedOn: 'Accepted',
  acknowledgedOn: 'Acknowledgment',
  address: 'Address',
  appliedOn: 'Sent to the department',
  bases: 'Reasons given',
  birthOn: 'Date of birth',
  certifiedBy: 'Urgency certified by',
  channel: 'Sent by',
  compellingStatement: 'Compelling reasons',
  confirmationNumber: 'Confirmation number',
  contactHours: 'Best hours',
  contractProvision: 'Contract provision',
  decidedOn: 'Written answer',
  destination: 'Sent to',
  determinedOn: 'Determination',
  documentKind: 'Kind of document',
  doneOn: 'Done',
  documentsSentAt: 'Hour the plan sent its records',
  documentsSentOn: 'Plan sent its records',
  dueOn: 'Due',
  email: 'E-mail',
  emailConsentHow: 'How consent was given',
  emailConsentOn: 'Consent to e-mail',
  emailConsentWithdrawnOn: 'Consent withdrawn',
  expedited: 'Urgent track',
  extensionApprovedBy: 'Late filing approved by',
  extensionStatement: 'Why it is late',
  filing: 'Filing',
  grantedBy: 'Granted by',
  ground: 'Ground',
  heldOn: 'Held',
  implementedOn: 'Carried out',
  language: 'Language',
  languageNote: 'Interpreter or other language',
  letterOn: 'Date on the letter',
  linkedCaseIds: 'Linked cases',
  mayLeaveVoicemail: 'May leave voicemail',
  maySayWhoWeAre: 'May say who we are',
  maySendPaperMail: 'May send paper mail',
  maySendText: 'May send texts',
  memberNumber: 'Member number',
  messageDetail: 'What messages may tell',
  messageDetailOn: 'Agreed to what messages tell',
  name: 'Name',
  namedId: 'Named',
  namedIds: 'Named people',
  namedUntilOn: 'Named through',
  note: 'Note',
  outcome: 'Outcome',
  ownerId: 'Owner',
  pagesRedacted: 'Pages blacked out',
  pagesSplit: 'Pages',
  pageCount: 'Pages',
  phone: 'Phone',
  planLineId: 'Plan',
  planNotifiedOn: 'Plan notified',
  planReceivedOn: 'Plan received it',
  planReference: 'Plan’s reference',
  pronouns: 'Pronouns',
  proof: 'Proof',
  receivedAt: 'Hour of receipt',
  receivedOn: 'Received',
  regulator: 'Department',
  rejectedOn: 'Rejected',
  rejectionReason: 'Reason for the rejection',
  representativeAuthority: 'Representative’s authority',
  representativeEmail: 'Representative’s e-mail',
  representativeName: 'Representative',
  representativePhone: 'Representative’s phone',
  representativeRelationship: 'Representative’s relationship',
  requestedOn: 'Requested',
  reviewerReceivedOn: 'Reviewer has the records',
  safeContactNote: 'Safe-contact note',
  sentAt: 'Hour it was sent',
  sentOn: 'Sent',
  service: 'Service',
  serviceCoveredBy: 'Service covered by',
  serviceReceived: 'Care already received',
  servicesEndOn: 'Services end',
  source: 'Source',
  statement: 'Statement',
  statementOn: 'Written statement',
  title: 'Title',
  unlinkedCaseIds: 'No longer linked',
  urgent: 'Urgent',
  versionsDestroyed: 'Versions destroyed',
};

const GRANTED_BY_WORDS: Readonly<Record<string, string>> = { plan: 'the plan', regulator: 'the department' };

const FILING_WORDS: Readonly<Record<string, string>> = {
  timely: 'in time',
  'late-but-timely-on-another-reading': 'late, in time on another reading',
  late: 'late',
};

const VALUE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bases: BASIS_LABELS,
  channel: CHANNEL_LABELS,
  documentKind: DOCUMENT_KIND_LABELS,
  filing: FILING_WORDS,
  grantedBy: GRANTED_BY_WORDS,
  ground: RESTRICTION_GROUND_LABELS,
  language: LANGUAGE_NAMES,
  messageDetail: MESSAGE_DETAIL_LABELS,
  outcome: { ...OUTCOME_LABELS, ...CASE_OUTCOME_LABELS },
  regulator: REGULATOR_LABELS,
};

const HOW_KNOWN_GROUP = 'dateSources';
const INTAKE_GRIEVANCE = 'grievance';

/**
 * The changes of one entry in words, in the order they were recorded. Fields that no person typed are left out;
 * `names` says what the people and plans behind ids are called.
 */
export function changesInWords(
  changes: readonly AuditChange[],
  names: ReadonlyMap<string, string>,
): ChangeWords[] {
  return changes.flatMap(({ field, from, to }): ChangeWords[] => {
    const path = field.split('.');
    const name = path.at(-1) ?? '';
    const known = FIELD_LABELS[name];
    if (known === undefined) return [];
    // Intake records two letters at once, and both have a day of receipt.
    const label = path[0] === INTAKE_GRIEVANCE ? `Grievance ${known.toLowerCase()}` : known;
    if (path.includes(HOW_KNOWN_GROUP)) {
      // How a date is known is said with its date; alone it is news only when it was corrected.
      if (from === null || from === undefined) return [];
      return [{ label: `${label}, how known`, from: knownWords(from), to: knownWords(to) }];
    }
    return [{ label, from: valueWords(name, from, names), to: valueWords(name, to, names) }];
  });
}

const knownWords = (value: unknown): string =>
  typeof value === 'string' ? ((HOW_KNOWN_LABELS as Readonly<Record<string, string>>)[value] ?? value) : '';

function valueWords(field: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((each) => valueWords(field, each, names)).join(', ');
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  const date = parseLocalDate(text);
  if (date) return formatMediumDate(date);
  if (field.endsWith('At')) return formatMoment(new Date(text));
  const unknown = /linkedCaseIds$/i.test(field) ? 'a case you may not know of' : 'somebody else';
  return VALUE_LABELS[field]?.[text] ?? names.get(text) ?? (isId(text) ? unknown : text);
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text);
