import { formatShortDate } from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { Barred, Way } from '../cases/case-form.ts';
import { type CaseRecord, currentImrApplication } from '../cases/case-record.ts';
import type { ImrStanding } from '../deadlines/assessment.ts';
import { isCoverageOnly } from '../denials/rules.ts';
import type { Violation } from '../errors.ts';
import { isProved } from './proof-of-filing.ts';

/** Since when the IMR is open and through which day, or why it is not. */
export function standingLead(standing: ImrStanding, today: LocalDate): string {
  const { availability, availableFrom, fileBy, reasons } = standing;
  if (availability === 'available' && availableFrom && fileBy) {
    const open = `The IMR has been open since ${formatShortDate(availableFrom, today)}.`;
    const last = formatShortDate(fileBy, today);
    return isAfter(today, fileBy)
      ? `${open} The last safe day to ask for it was ${last}.`
      : `${open} The last safe day to ask for it is ${last}.`;
  }
  return reasons[0]?.text ?? 'Nothing has opened the IMR yet.';
}

/** What speaks against a filing, with what can be done instead; null where nothing does. */
export function barredFromFiling(record: CaseRecord, violation: Violation | null): Barred | null {
  return violation && { violation, ways: waysAroundFiling(record) };
}

function waysAroundFiling(record: CaseRecord): Way[] {
  const application = currentImrApplication(record);
  if (application && !application.rejectedOn)
    return [
      ...(isProved(application)
        ? []
        : [{ folder: 'proof-of-filing', label: 'Record proof that it arrived' }]),
      { folder: 'imr-acceptance', label: 'Record the department’s answer' },
      { folder: `imr-filing?id=${application.id}`, label: 'Correct the application' },
    ];
  if (record.hearing?.heldOn) return [{ folder: 'hearing', label: 'Correct the hearing' }];
  const { program } = record.line ?? {};
  if (program === 'self-funded' || program === 'medicare')
    return [{ folder: 'coverage', label: 'Check the plan’s line' }];
  if (isCoverageOnly(record.denial))
    return [
      program === 'medi-cal'
        ? { folder: 'hearing', label: 'Record a hearing request' }
        : { folder: 'complaint', label: 'Record a complaint instead' },
      { folder: 'denial', label: 'Correct the denial' },
    ];
  const decision = record.grievances.at(-1)?.decision;
  if (decision?.outcome === 'overturned')
    return [{ folder: `plan-decision?id=${decision.id}`, label: 'Correct the decision' }];
  if (program === 'medi-cal') return [{ folder: 'hearing', label: 'Record a hearing request' }];
  return [{ folder: 'coverage', label: 'Check the plan’s line' }];
}
