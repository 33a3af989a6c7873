import type { CaseRecord } from '../cases/case-record.ts';
import type { Violation } from '../errors.ts';
import type { HearingInput } from './input.ts';

export const HEARING_FIELDS_BY_FACT = {
  'hearing.requestedOn': 'requestedOn',
  'hearing.heldOn': 'heldOn',
} as const;

export function hearingViolations(record: CaseRecord, input: HearingInput): Violation[] {
  const misplaced = programViolation(record);
  if (misplaced) return [misplaced];
  if (!input.requestedOn && !input.heldOn)
    return [
      {
        field: 'requestedOn',
        message: 'A hearing needs the date it was requested or the date it was held.',
        rule: 'Only a hearing that was held closes the way to an IMR; a request alone does not (28 CCR 1300.74.30).',
        remedy: 'Type the one that is known.',
      },
    ];
  return [];
}

/** A State Hearing belongs to Medi-Cal; a case whose plan is not known yet may still turn out to be one. */
export function programViolation({ line }: Pick<CaseRecord, 'line'>): Violation | null {
  if (!line || line.program === 'medi-cal' || line.program === 'medicare-medi-cal') return null;
  return {
    field: null,
    message: 'A State Hearing is a Medi-Cal hearing, and this case is not with a Medi-Cal plan.',
    rule: 'Members of Medi-Cal managed care may ask for one within 120 days of the plan’s decision (W&I 10951(b)).',
    remedy: 'Correct the plan’s line on the case if the member has Medi-Cal.',
  };
}
