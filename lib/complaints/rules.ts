import { formatMediumDate } from '../calendar/format-date.ts';
import { isBefore } from '../calendar/local-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';
import { wrongRegulator } from '../imr/rules.ts';
import type { ComplaintInput } from './input.ts';

export function complaintViolations(record: CaseRecord, input: ComplaintInput): Violation[] {
  return [
    wrongRegulator(
      record,
      input.regulator,
      'A complaint goes to the department that licenses the plan’s line (H&S 1368(b); Ins. Code 12921.1).',
    ),
    beforeDenial(record, input),
  ].filter((violation) => violation !== null);
}

function beforeDenial({ denial }: CaseRecord, { receivedOn }: ComplaintInput): Violation | null {
  if (!denial?.letterOn || !isBefore(receivedOn, denial.letterOn)) return null;
  return {
    field: 'receivedOn',
    message: `The complaint of ${formatMediumDate(receivedOn)} comes before the denial letter of ${formatMediumDate(denial.letterOn)}.`,
    rule: 'A complaint follows the denial that it is about.',
    remedy: 'Check the date, or correct the date on the denial letter.',
  };
}
