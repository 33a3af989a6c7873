import { pacificToday } from '../calendar/clock.ts';
import { daysBetween, type LocalDate, yearOf } from '../calendar/local-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { isProved, provedApplication } from '../imr/proof-of-filing.ts';

export type Figures = Readonly<Record<string, string | number | null>>;

const days = (from: LocalDate | null | undefined, to: LocalDate | null | undefined): number | null =>
  from && to ? daysBetween(from, to) : null;

/**
 * What an erased case leaves for the office's figures: years, whole days between events, and choices from closed lists.
 * Nothing anybody typed, no date and no name of a person (45 CFR 164.514(b)(2) is the measure).
 */
export function figuresOf(record: CaseRecord): Figures {
  const grievance = record.grievances.at(-1);
  const decision = grievance?.decision;
  const application = provedApplication(record);
  const begun = grievance?.receivedOn ?? grievance?.sentOn;
  return {
    openedYear: yearOf(pacificToday(record.openedAt)),
    closedYear: record.closedAt ? yearOf(pacificToday(record.closedAt)) : null,
    openDays: record.closedAt ? days(pacificToday(record.openedAt), pacificToday(record.closedAt)) : null,
    program: record.line?.program ?? null,
    regulator: record.line?.regulator ?? null,
    urgent: record.urgent ? 1 : 0,
    outcome: record.outcome,
    denialBases: record.denial ? record.denial.bases.toSorted().join(' ') : null,
    grievanceCount: record.grievances.length,
    grievanceToDecisionDays: days(begun, decision?.letterOn),
    decisionOutcome: decision?.outcome ?? null,
    imrCount: record.imrApplications.filter(isProved).length,
    imrRegulator: application?.regulator ?? null,
    grievanceToImrDays: days(begun, application?.appliedOn),
    imrToDeterminationDays: days(application?.appliedOn, application?.determinedOn),
    determination: application?.outcome ?? null,
  };
}
