import { formatMediumDate } from '../calendar/format-date.ts';
import type { AnsweredGrievance, CaseRecord, Denial } from '../cases/case-record.ts';
import { currentGrievance } from '../cases/case-record.ts';
import { GRIEVED_BEFORE_DENIAL, isLongBefore } from '../denials/rules.ts';
import type { Violation } from '../errors.ts';
import { isTimeAhead, readTypedTime } from '../input-fields.ts';
import type { GrievanceFields } from './input.ts';

export const GRIEVANCE_FIELDS_BY_FACT = {
  'grievance.filedOn': 'sentOn',
  'grievance.receivedOn': 'receivedOn',
  'grievance.receivedAt': 'receivedTime',
  'grievance.acknowledgedOn': 'acknowledgedOn',
  'grievance.statementOn': 'statementOn',
} as const;

/** What speaks against a grievance as typed, beside the denial it is about. */
export function grievanceViolations(
  input: GrievanceFields,
  denial: Pick<Denial, 'letterOn'> | null,
  now: Date,
): Violation[] {
  const violations: Violation[] = [];
  if (!input.sentOn && !input.receivedOn)
    violations.push({
      field: 'sentOn',
      message: 'A grievance needs the date it was sent or the date the plan received it.',
      rule: 'The plan’s 30 days, or 3 when expedited, run from the day it received the grievance (H&S 1368.01).',
      remedy: 'Type the one that is known; the other can follow.',
    });
  if (input.receivedTime !== '') {
    if (!input.receivedOn)
      violations.push({
        field: 'receivedTime',
        message: 'A time of day needs the date the plan received the grievance.',
        remedy: 'Type that date too, or leave the time blank.',
      });
    else if (!readTypedTime(input.receivedTime, input.receivedOn))
      violations.push({
        field: 'receivedTime',
        message: 'This time of day cannot be read.',
        remedy: 'Type it as 4:05 pm or 16:05, or leave it blank.',
      });
    else if (isTimeAhead(input.receivedTime, input.receivedOn, now))
      violations.push({
        field: 'receivedTime',
        message: 'This hour has not come yet: only what has happened is recorded.',
        remedy: 'Check the time, or leave it blank.',
      });
  }
  if (input.expedited && input.certifiedBy === '')
    violations.push({
      field: 'certifiedBy',
      message: 'An expedited grievance needs the name of who says it is urgent.',
      rule: 'An imminent and serious threat to health makes a grievance urgent; the client, a representative or the doctor may give notice of it (28 CCR 1300.68.01(a)(1)).',
      remedy: 'Type the doctor’s or the person’s name, or log the grievance as standard.',
    });
  const misplaced = longBeforeDenial(input, denial);
  return misplaced ? [...violations, misplaced] : violations;
}

function longBeforeDenial(
  { sentOn, receivedOn }: Pick<GrievanceFields, 'sentOn' | 'receivedOn'>,
  denial: Pick<Denial, 'letterOn'> | null,
): Violation | null {
  const grievedOn = sentOn ?? receivedOn;
  if (!denial?.letterOn || !grievedOn || !isLongBefore(grievedOn, denial.letterOn)) return null;
  return {
    field: sentOn ? 'sentOn' : 'receivedOn',
    message: `The grievance of ${formatMediumDate(grievedOn)} comes more than a year before the denial letter of ${formatMediumDate(denial.letterOn)}.`,
    rule: GRIEVED_BEFORE_DENIAL,
    remedy: 'Check the year, or correct the date on the denial letter.',
  };
}

/** One grievance at a time: the plan answers the one it has before another starts its own clock. */
export function unansweredViolation(record: CaseRecord): Violation | null {
  const current = currentGrievance(record);
  if (!current || current.decision) return null;
  return {
    field: null,
    message: `The grievance ${whichGrievance(current)} has no decision yet.`,
    rule: 'The plan owes one answer to each grievance (H&S 1368.01(a)).',
    remedy: 'Correct that grievance if its dates are wrong, or log the plan’s decision first.',
  };
}

export const noGrievance: Violation = {
  field: null,
  message: 'No grievance is logged on this case.',
  remedy: 'Log the grievance first, with the date it was sent or the date the plan received it.',
};

function whichGrievance({ receivedOn, sentOn }: AnsweredGrievance): string {
  if (receivedOn) return `that the plan received on ${formatMediumDate(receivedOn)}`;
  return sentOn ? `sent on ${formatMediumDate(sentOn)}` : 'on this case';
}
