import type { CaseRecord, Denial } from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';

export const DENIAL_FIELDS_BY_FACT = {
  'denial.letterDate': 'letterOn',
  'denial.receivedOn': 'receivedOn',
  'denial.servicesEndOn': 'servicesEndOn',
  'denial.basis': 'bases',
} as const;

/** A denial on coverage must name the contract provision; the plan's letter has to say it. */
export function denialViolations(denial: Denial, record: Pick<CaseRecord, 'imrApplications'>): Violation[] {
  const violations: Violation[] = [];
  const filed = record.imrApplications.some(({ rejectedOn }) => rejectedOn === null);
  if (filed && isCoverageOnly(denial))
    violations.push({
      field: 'bases',
      message: 'An IMR application is on file, and a denial on coverage alone has none.',
      rule: 'Disputes about what the contract covers go to the department as a complaint (H&S 1374.30(b), 1374.31(b)).',
      remedy: 'Keep the reason that the application rests on, or record the department’s rejection first.',
    });
  return violations;
}

/** The plan's reasons are known, and none of them is one that an Independent Medical Review looks at. */
export const isCoverageOnly = (denial: Pick<Denial, 'bases'> | null): boolean =>
  denial !== null &&
  denial.bases.length > 0 &&
  denial.bases.every((basis) => basis === 'not-covered' || basis === 'other');
