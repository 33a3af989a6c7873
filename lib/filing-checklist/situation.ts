import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { AssessedCase } from '../cases/assessed-case.ts';
import { type CaseRecord, currentGrievance, pendingImrApplication } from '../cases/case-record.ts';
import { assess } from '../deadlines/assess.ts';
import type { ImrStanding } from '../deadlines/assessment.ts';
import { factsOf } from '../deadlines/case-facts.ts';
import { type CaseReading, readCase } from '../deadlines/case-reading.ts';
import { isPastEveryReading, openingsOf } from '../deadlines/imr-standing.ts';
import { isMinor } from '../imr/application-fields.ts';
import { isUncharted, regulatorOf } from '../imr/rules.ts';

/** What about a case decides which papers its IMR application needs. */
export type FilingSituation = {
  /** Why this dispute goes to no IMR at all; null where an application can be made, now or later. */
  readonly elsewhere: string | null;
  readonly regulator: 'DMHC' | 'CDI' | null;
  readonly isInsurance: boolean;
  readonly planName: string | null;
  /** Also where no reason is recorded yet: most denials are. */
  readonly isMedicalNecessity: boolean;
  readonly isExperimental: boolean;
  readonly isEmergency: boolean;
  readonly isPaymentDispute: boolean;
  readonly isExpedited: boolean;
  readonly isMinor: boolean;
  readonly representative: { readonly name: string; readonly authority: string } | null;
  readonly grievance: 'none' | 'awaited' | 'silent' | 'answered' | 'answered-late';
  readonly isOpen: boolean;
  readonly opensOn: LocalDate | null;
  /** Nothing but the urgency lets the client apply already. */
  readonly opensByUrgency: boolean;
  readonly lateness: 'in-time' | 'on-another-reading' | 'late';
};

/** Where the client stands before the application that is being made ready, or that is before the department. */
export function filingSituation({ record, rules, today }: AssessedCase): FilingSituation {
  const pending = pendingImrApplication(record);
  const grievance = currentGrievance(record);
  const isExpedited = pending?.expedited ?? (record.urgent || (grievance?.expedited ?? false));
  const unfiled = factsOf({ ...record, imrApplications: [] }, today);
  const facts = isExpedited ? { ...unfiled, imr: { expedited: true } } : unfiled;
  const standing = assess(facts, rules).imr;
  const reading = readCase(facts, rules.answerPeriods);
  const opened = openingsOf(reading, rules.openings).filter(({ on }) => !isAfter(on, today));
  const { client } = record;
  return {
    elsewhere: elsewhereOf(record, standing),
    regulator: regulatorOf(record),
    isInsurance: reading.track === 'cdi',
    planName: record.plan?.name ?? null,
    isMedicalNecessity: !record.denial?.bases.length || record.denial.bases.includes('medical-necessity'),
    isExperimental: reading.isExperimental,
    isEmergency: reading.isEmergency,
    isPaymentDispute: reading.isPaymentDispute,
    isExpedited,
    isMinor: isMinor(record, today),
    representative:
      client.representativeName === ''
        ? null
        : { name: client.representativeName, authority: client.representativeAuthority },
    grievance: grievanceOf(reading, today),
    isOpen: standing.availability === 'available',
    opensOn: standing.availableFrom,
    opensByUrgency: opened.length > 0 && opened.every(({ rule }) => rule === 'ca.imr.open.urgent'),
    lateness: latenessOf(pending?.filing ?? null, standing, today),
  };
}

function elsewhereOf(record: CaseRecord, { availability, reasons }: ImrStanding): string | null {
  if (availability !== 'unavailable' || isUncharted(record)) return null;
  return reasons[0]?.text ?? 'This dispute does not go to an IMR.';
}

function grievanceOf(
  { letter, silenceDay, isSilent, filed }: CaseReading,
  today: LocalDate,
): FilingSituation['grievance'] {
  if (letter) return isSilent ? 'answered-late' : 'answered';
  if (!filed) return 'none';
  return silenceDay && isAfter(today, silenceDay.on) ? 'silent' : 'awaited';
}

function latenessOf(
  filing: 'timely' | 'late-but-timely-on-another-reading' | 'late' | null,
  standing: ImrStanding,
  today: LocalDate,
): FilingSituation['lateness'] {
  if (filing) return filing === 'late' ? 'late' : filing === 'timely' ? 'in-time' : 'on-another-reading';
  if (isPastEveryReading(standing, today)) return 'late';
  return standing.fileBy && isAfter(today, standing.fileBy) ? 'on-another-reading' : 'in-time';
}
