import { formatMediumDate } from '../calendar/format-date.ts';
import { addMonths, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord, Denial } from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';

export const DENIAL_FIELDS_BY_FACT = {
  'denial.letterDate': 'letterOn',
  'denial.receivedOn': 'receivedOn',
  'denial.servicesEndOn': 'servicesEndOn',
  'denial.basis': 'bases',
} as const;

/** What speaks against a denial as typed, beside what the case already has that is about it. */
export function denialViolations(
  denial: Denial,
  record: Pick<CaseRecord, 'denial' | 'grievances' | 'imrApplications' | 'complaint'>,
): Violation[] {
  const violations: Violation[] = [];
  const filed = record.imrApplications.some(({ rejectedOn }) => rejectedOn === null);
  if (filed && isCoverageOnly(denial))
    violations.push({
      field: 'bases',
      message: 'An IMR application is on file, and a denial on coverage alone has none.',
      rule: 'Disputes about what the contract covers go to the department as a complaint (H&S 1374.30(b), 1374.31(b)).',
      remedy: 'Keep the reason that the application rests on, or record the department’s rejection first.',
    });
  // A correction of something else is not refused for an order that was there before it.
  const isMoved = denial.letterOn !== (record.denial?.letterOn ?? null);
  return isMoved && denial.letterOn ? [...violations, ...overtaken(denial.letterOn, record)] : violations;
}

/** What is recorded as coming before the denial letter, though it is about it. */
function overtaken(
  letterOn: LocalDate,
  {
    grievances,
    imrApplications,
    complaint,
  }: Pick<CaseRecord, 'grievances' | 'imrApplications' | 'complaint'>,
): Violation[] {
  const told = (what: string, on: LocalDate, rule: string): Violation => ({
    field: 'letterOn',
    message: `The denial letter of ${formatMediumDate(letterOn)} comes ${what} of ${formatMediumDate(on)}.`,
    rule,
    remedy: 'Check the date on the letter, or correct that other date first.',
  });
  const grieved = grievances
    .map(({ sentOn, receivedOn }) => sentOn ?? receivedOn)
    .find((on) => on !== null && isLongBefore(on, letterOn));
  const applied = imrApplications.find(({ appliedOn }) => isBefore(appliedOn, letterOn));
  const violations: Violation[] = [];
  if (grieved) violations.push(told('more than a year after the grievance', grieved, GRIEVED_BEFORE_DENIAL));
  if (applied)
    violations.push(
      told(
        'after the IMR application',
        applied.appliedOn,
        'An application follows the denial that it is about.',
      ),
    );
  if (complaint && isBefore(complaint.receivedOn, letterOn))
    violations.push(
      told('after the complaint', complaint.receivedOn, 'A complaint follows the denial that it is about.'),
    );
  return violations;
}

/** A grievance about a delay may precede the denial; one from more than a year before it is about something else. */
export const isLongBefore = (grievedOn: LocalDate, letterOn: LocalDate): boolean =>
  isBefore(addMonths(grievedOn, 12), letterOn);

export const GRIEVED_BEFORE_DENIAL =
  'A grievance about a delay can come before the denial, but one from more than a year before is about something else.';

/** The plan's reasons are known, and none of them is one that an Independent Medical Review looks at. */
export const isCoverageOnly = (denial: Pick<Denial, 'bases'> | null): boolean =>
  denial !== null &&
  denial.bases.length > 0 &&
  denial.bases.every((basis) => basis === 'not-covered' || basis === 'other');
