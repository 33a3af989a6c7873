import { instantOfDate } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import {
  type CaseRecord,
  currentGrievance,
  currentImrApplication,
  type ImrApplication,
} from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';
import { provedApplication } from '../imr/proof-of-filing.ts';
import type { Facts, GrievanceFacts, ImrFacts } from './facts.ts';
import { readFacts } from './read-facts.ts';

/**
 * Maps a recorded case to the facts the deadline engine takes. A case without a plan line is read as a commercial
 * plan whose regulator is not known, and an application that nothing shows to have arrived as none: the readings under
 * which no clock is missed.
 */
export const factsOf = (record: CaseRecord, asOf: LocalDate): Facts =>
  factsWith(record, asOf, provedApplication(record));

function factsWith(record: CaseRecord, asOf: LocalDate, application: ImrApplication | null): Facts {
  return compact({
    asOf,
    coverage: compact({
      program: record.line?.program ?? 'commercial',
      regulator: record.line?.regulator ?? 'unknown',
      knoxKeene: record.line?.knoxKeene,
      serviceCoveredBy:
        record.serviceCoveredBy ?? (record.line?.program === 'medicare-medi-cal' ? 'medi-cal' : undefined),
    }),
    denial: record.denial
      ? compact({
          letterDate: record.denial.letterOn,
          receivedOn: record.denial.receivedOn,
          basis: record.denial.bases.length > 0 ? record.denial.bases : undefined,
          servicesEndOn: record.denial.servicesEndOn,
          serviceReceived: record.denial.serviceReceived,
        })
      : undefined,
    grievance: grievanceFacts(record),
    hearing: record.hearing
      ? compact({ requestedOn: record.hearing.requestedOn, heldOn: record.hearing.heldOn })
      : undefined,
    imr: application ? imrFacts(application) : undefined,
    complaint: record.complaint
      ? compact({ receivedOn: record.complaint.receivedOn, decidedOn: record.complaint.decidedOn })
      : undefined,
  });
}

function grievanceFacts(record: CaseRecord): GrievanceFacts | undefined {
  const grievance = currentGrievance(record);
  if (!grievance) return undefined;
  const decision = grievance.decision;
  return compact({
    filedOn: grievance.sentOn,
    receivedOn: grievance.receivedOn,
    receivedAt: grievance.receivedAt ? instantOfDate(grievance.receivedAt) : undefined,
    expedited: grievance.expedited,
    acknowledgedOn: grievance.acknowledgedOn,
    statementOn: grievance.statementOn,
    decision: decision
      ? compact({ letterDate: decision.letterOn, receivedOn: decision.receivedOn, outcome: decision.outcome })
      : undefined,
  });
}

function imrFacts(application: ImrApplication): ImrFacts {
  return compact({
    appliedOn: application.appliedOn,
    receivedOn: application.receivedOn,
    receivedAt: application.receivedAt ? instantOfDate(application.receivedAt) : undefined,
    expedited: application.expedited,
    acceptedOn: application.acceptedOn,
    acceptedAt: application.acceptedAt ? instantOfDate(application.acceptedAt) : undefined,
    rejectedOn: application.rejectedOn,
    planNotifiedOn: application.planNotifiedOn,
    documentsSentOn: application.documentsSentOn,
    documentsSentAt: application.documentsSentAt ? instantOfDate(application.documentsSentAt) : undefined,
    reviewerReceivedOn: application.reviewerReceivedOn,
    decision:
      application.determinedOn && application.outcome
        ? compact({
            date: application.determinedOn,
            outcome: application.outcome,
            planReceivedOn: application.planReceivedOn,
          })
        : undefined,
    implementedOn: application.implementedOn,
  });
}

/**
 * The flaws that recording `next` would put into the case's facts: dates out of order, or not yet happened, of an
 * application without proof as well. `fields` says which input of the form stands for which fact; a flaw elsewhere
 * belongs to the form as a whole.
 */
export function dateViolations(
  next: CaseRecord,
  today: LocalDate,
  fields: Readonly<Record<string, string>>,
): Violation[] {
  const read = readFacts(factsWith(next, today, currentImrApplication(next)));
  if (read.ok) return [];
  return read.problems.map(({ path, message }) => ({
    field: fields[path] ?? null,
    message: message.replace(/\b[a-z]+\.[a-zA-Z.]+[a-zA-Z]/g, (fact) => FACT_NAMES[fact] ?? fact),
  }));
}

/** What a person calls the facts that the engine's sentences name by their path. */
const FACT_NAMES: Readonly<Record<string, string>> = {
  'denial.letterDate': 'the date on the denial letter',
  'grievance.filedOn': 'the day the grievance was sent',
  'grievance.receivedOn': 'the day the plan received the grievance',
  'grievance.receivedAt': 'the hour the plan received the grievance',
  'grievance.decision.letterDate': 'the date on the plan’s decision letter',
  'hearing.requestedOn': 'the day the hearing was requested',
  'imr.appliedOn': 'the day the application was sent',
  'imr.receivedOn': 'the day the department received the application',
  'imr.receivedAt': 'the hour the department received the application',
  'imr.acceptedOn': 'the day the department accepted the application',
  'imr.acceptedAt': 'the hour the department accepted the application',
  'imr.reviewerReceivedOn': 'the day the reviewer had the records',
  'imr.decision.date': 'the date of the determination',
  'complaint.receivedOn': 'the day the department received the complaint',
};

type Compact<T> = { [K in keyof T]: Exclude<T[K], null> };

/** The engine knows an unknown fact by its absence. */
function compact<T extends object>(facts: T): Compact<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  ) as Compact<T>;
}
