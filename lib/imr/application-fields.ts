import { formatMediumDate, formatTypedDate } from '../calendar/format-date.ts';
import { addMonths, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { type CaseRecord, currentGrievance, pendingImrApplication } from '../cases/case-record.ts';
import { BASIS_LABELS, LANGUAGE_NAMES, OUTCOME_LABELS } from '../labels.ts';
import {
  type ApplicationRow,
  ASSISTANT_ROWS,
  CDI_ROWS,
  type Datum,
  DMHC_ROWS,
  type FieldNeed,
} from './application-rows.ts';

export type ApplicationAssistant = {
  readonly name: string;
  readonly relationship: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
};

/** What an application says beyond the facts of its case. */
export type ApplicationContext = {
  readonly regulator: 'DMHC' | 'CDI';
  readonly today: LocalDate;
  readonly expedited: boolean;
  /** The provider who certified the urgency; empty where nobody has. */
  readonly certifiedBy: string;
  /** What happened and why the service is necessary; empty until it is written. */
  readonly statement: string;
  /** Who helps the client with the application, for the authorized-assistant form; null where nobody does. */
  readonly assistant: ApplicationAssistant | null;
};

export type ApplicationField = Omit<ApplicationRow, 'datum'> & {
  /** Null where the record does not say it: a person asks, and nothing is guessed. */
  readonly value: string | null;
  /** Whether its condition holds for this case. */
  readonly isAsked: boolean;
};

/**
 * What the regulator's application asks, in the order of its form, with what the case answers, followed by the DMHC's
 * authorized-assistant form where somebody helps. Pure. A row whose `certainty` is `unverified` was not read in the form
 * itself and is to be checked against the current one.
 */
export function applicationFields(
  record: CaseRecord,
  context: ApplicationContext,
): readonly ApplicationField[] {
  const isDmhc = context.regulator === 'DMHC';
  const form = isDmhc ? DMHC_ROWS : CDI_ROWS;
  const rows = isDmhc && context.assistant ? [...form, ...ASSISTANT_ROWS] : form;
  const says = valuesOf(record, context);
  return rows.map(({ datum, ...row }) => ({
    ...row,
    value: (datum && says[datum]) || null,
    isAsked: isAsked(row.need, record, context),
  }));
}

/** What is known of an application before it is sent: as the one that is pending was, or as the case stands. */
export function applicationContext(
  record: CaseRecord,
  regulator: 'DMHC' | 'CDI',
  today: LocalDate,
): ApplicationContext {
  const application = pendingImrApplication(record);
  const grievance = currentGrievance(record);
  const { client } = record;
  return {
    regulator,
    today,
    expedited: application?.expedited ?? (record.urgent || (grievance?.expedited ?? false)),
    certifiedBy: application?.certifiedBy || grievance?.certifiedBy || '',
    statement: '',
    assistant:
      client.representativeName === '' || isMinor(record, today)
        ? null
        : {
            name: client.representativeName,
            relationship: client.representativeRelationship,
            address: '',
            phone: client.representativePhone,
            email: client.representativeEmail,
          },
  };
}

/** Who sends an application for the client. */
export type ApplicationSender = { readonly office: string; readonly phone: string; readonly person: string };

/**
 * The same with the sender as the client's assistant, where the DMHC is asked and the client named nobody: without its
 * form the department talks about the case with no one but the client. Whom the CDI is to talk with, the client says.
 */
export function assistedBy(context: ApplicationContext, sender: ApplicationSender): ApplicationContext {
  if (context.assistant || context.regulator === 'CDI') return context;
  const { person, office, phone } = sender;
  const name = [person, office].filter((part) => part !== '').join(', ');
  return { ...context, assistant: { name, relationship: 'Advocate', address: '', phone, email: '' } };
}

function valuesOf(record: CaseRecord, context: ApplicationContext): Record<Datum, string | null> {
  const { client, plan, line, denial, hearing, memberNumber } = record;
  const { assistant, today } = context;
  const program = line?.program;
  const isMediCal = program === 'medi-cal' || program === 'medicare-medi-cal';
  const isMedicare = program === 'medicare' || program === 'medicare-medi-cal';
  const bases = denial?.bases.map((basis) => BASIS_LABELS[basis]).join('; ') ?? null;
  return {
    'patient-name': client.name,
    'birth-date': client.birthOn && formatTypedDate(client.birthOn),
    guardian: isMinor(record, today)
      ? named(client.representativeName, client.representativeRelationship)
      : null,
    address: client.address,
    phone: client.phone,
    email: client.email,
    language: client.language === 'other' ? client.languageNote : LANGUAGE_NAMES[client.language],
    plan: plan ? `${plan.name}${line && line.name !== plan.name ? `, ${line.name}` : ''}` : null,
    membership: memberNumber,
    'has-helper': assistant ? 'Yes' : null,
    programs: [isMediCal && 'Medi-Cal: yes', isMedicare && 'Medicare: yes'].filter(Boolean).join('; '),
    hearing: hearing
      ? [
          hearing.requestedOn && `Requested ${formatMediumDate(hearing.requestedOn)}`,
          hearing.heldOn && `held ${formatMediumDate(hearing.heldOn)}`,
        ]
          .filter(Boolean)
          .join('; ')
      : null,
    grievance: grievanceWords(record),
    problem: denial
      ? denial.serviceReceived
        ? 'Payment for a service already received'
        : 'Authorization of a service not yet received'
      : null,
    service: denial?.service ?? null,
    'service-and-denial': denial
      ? [denial.service, denial.letterOn && `denied ${formatTypedDate(denial.letterOn)}`]
          .filter(Boolean)
          .join('; ')
      : null,
    bases,
    received: denial ? (denial.serviceReceived ? 'Yes' : 'No') : null,
    urgency: context.expedited
      ? `Yes${context.certifiedBy ? `, certified by ${context.certifiedBy}` : ''}`
      : 'No',
    statement: context.statement,
    assistant: assistant && named(assistant.name, assistant.relationship),
    'assistant-name': assistant?.name ?? null,
    'assistant-relationship': assistant?.relationship ?? null,
    'assistant-address': assistant?.address ?? null,
    'assistant-phone': assistant?.phone ?? null,
    'assistant-email': assistant?.email ?? null,
    authority: client.representativeAuthority,
  };
}

const named = (name: string, relationship: string): string =>
  relationship === '' ? name : `${name} (${relationship})`;

function grievanceWords(record: CaseRecord): string | null {
  const grievance = currentGrievance(record);
  if (!grievance) return null;
  const { sentOn, receivedOn, decision } = grievance;
  const on = (what: string, date: LocalDate | null) => (date ? `${what} ${formatTypedDate(date)}` : null);
  return [
    'Yes',
    on('sent', sentOn),
    on('received by the plan', receivedOn),
    decision
      ? `answered ${formatTypedDate(decision.letterOn)}: ${OUTCOME_LABELS[decision.outcome].toLowerCase()}`
      : 'no decision so far',
  ]
    .filter(Boolean)
    .join('; ');
}

const MAJORITY_MONTHS = 18 * 12;

export function isMinor({ client }: CaseRecord, today: LocalDate): boolean {
  return client.birthOn !== null && isAfter(addMonths(client.birthOn, MAJORITY_MONTHS), today);
}

function isAsked(
  need: FieldNeed,
  record: CaseRecord,
  { expedited, assistant, today }: ApplicationContext,
): boolean {
  const program = record.line?.program;
  switch (need) {
    case 'always':
    case 'optional':
    case 'on-paper':
      return true;
    case 'if-minor':
      return isMinor(record, today);
    case 'if-email':
      return record.client.email !== '';
    case 'if-helper':
      return assistant !== null;
    case 'if-medi-cal':
      return program === 'medi-cal' || program === 'medicare-medi-cal';
    case 'if-payment':
      return record.denial?.serviceReceived ?? false;
    case 'if-expedited':
      return expedited;
    case 'if-no-signature':
      return record.client.representativeAuthority !== '';
  }
}
