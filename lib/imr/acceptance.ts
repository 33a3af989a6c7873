import type { LocalDate } from '../calendar/local-date.ts';
import type { ImrApplication } from '../cases/case-record.ts';
import { type ShownDate, shownDates } from '../date-documents/shown-dates.ts';
import type { Violation } from '../errors.ts';
import { dateSourcesOf, isTimeAhead, readTypedTime } from '../input-fields.ts';
import type { ImrAcceptanceInput } from './input.ts';

/** The part of an application that the department, the plan and the reviewer fill in. */
export type AcceptanceEntry = Pick<
  ImrApplication,
  | 'receivedOn'
  | 'receivedAt'
  | 'acceptedOn'
  | 'acceptedAt'
  | 'rejectedOn'
  | 'rejectionReason'
  | 'planNotifiedOn'
  | 'documentsSentOn'
  | 'documentsSentAt'
  | 'reviewerReceivedOn'
  | 'dateSources'
>;

export function acceptanceEntry(input: ImrAcceptanceInput, former: ImrApplication): AcceptanceEntry {
  const { receivedOn, planNotifiedOn, documentsSentOn, reviewerReceivedOn } = input;
  const acceptedOn = input.screening === 'accepted' ? input.screenedOn : null;
  const rejectedOn = input.screening === 'rejected' ? input.screenedOn : null;
  const known = { ...input, acceptedOnKnown: input.screenedOnKnown, rejectedOnKnown: input.screenedOnKnown };
  return {
    receivedOn,
    receivedAt: momentOf(receivedOn, input.receivedTime),
    acceptedOn,
    acceptedAt: momentOf(acceptedOn, input.screenedTime),
    rejectedOn,
    rejectionReason: rejectedOn ? input.rejectionReason : '',
    planNotifiedOn,
    documentsSentOn,
    documentsSentAt: momentOf(documentsSentOn, input.documentsSentTime),
    reviewerReceivedOn,
    dateSources: dateSourcesOf(
      { receivedOn, acceptedOn, rejectedOn, planNotifiedOn, documentsSentOn, reviewerReceivedOn },
      known,
      former.dateSources,
    ),
  };
}

/** Which documents show those dates: the answer's is the acceptance's or the rejection's, and never of both. */
export function acceptanceDates(input: ImrAcceptanceInput): readonly ShownDate[] {
  const { screening, screenedOn, screenedOnDocument: documentId, screenedOnPage: pageNumber } = input;
  const screened = { documentId, pageNumber };
  return [
    ...shownDates(input, ['receivedOn', 'planNotifiedOn', 'documentsSentOn', 'reviewerReceivedOn']),
    { field: 'acceptedOn', on: screening === 'accepted' ? screenedOn : null, ...screened },
    { field: 'rejectedOn', on: screening === 'rejected' ? screenedOn : null, ...screened },
  ];
}

export function acceptanceViolations(input: ImrAcceptanceInput, now: Date): Violation[] {
  const violations: Violation[] = [];
  if (input.screening !== 'none' && !input.screenedOn)
    violations.push({
      field: 'screenedOn',
      message: 'The department’s answer needs its date.',
      rule: 'An acceptance or a rejection starts or ends clocks (28 CCR 1300.74.30; H&S 1374.31).',
      remedy: 'Type the date on the department’s letter.',
    });
  if (input.screening === 'rejected' && input.rejectionReason === '')
    violations.push({
      field: 'rejectionReason',
      message: 'A rejection needs the department’s reason.',
      rule: 'A rejected application is treated as a complaint at once (H&S 1374.31(b)), and the reason decides what can be done next.',
      remedy: 'Copy the reason from the letter in a sentence.',
    });
  const times: [keyof ImrAcceptanceInput, LocalDate | null][] = [
    ['receivedTime', input.receivedOn],
    ['screenedTime', input.screenedOn],
    ['documentsSentTime', input.documentsSentOn],
  ];
  for (const [field, date] of times) {
    const typed = String(input[field] ?? '');
    if (typed !== '' && (date === null || readTypedTime(typed, date) === null))
      violations.push({
        field,
        message: date ? 'This time of day cannot be read.' : 'A time of day needs its date.',
        remedy: 'Type the date, and the time as 4:05 pm or 16:05; or leave the time blank.',
      });
    else if (date !== null && isTimeAhead(typed, date, now))
      violations.push({
        field,
        message: 'This hour has not come yet: only what has happened is recorded.',
        remedy: 'Check the time, or leave it blank.',
      });
  }
  return violations;
}

function momentOf(date: LocalDate | null, typed: string): Date | null {
  const read = date && typed !== '' ? readTypedTime(typed, date) : null;
  return read ? new Date(read) : null;
}
