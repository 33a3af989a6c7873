import { formatLongDate } from '../calendar/format-date.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import type { Proof } from '../deadlines/proof.ts';
import type { DateAdjustment } from './case-record.ts';

const GRANTED_BY = { plan: 'the plan', regulator: 'the department' } as const;

/**
 * The proof in prose with the dates that stand beside the rule's own, and what came of the one worked to, for a letter;
 * names of the staff are left out.
 */
export function proofParagraph(
  proof: Proof,
  worked: Pick<AdjustedDeadline, 'dueOn' | 'status'>,
  adjustments: readonly DateAdjustment[],
): string {
  const beside = adjustments
    .filter(({ rule, withdrawnAt }) => rule === proof.deadline.rule && withdrawnAt === null)
    .map(besideText);
  const { reckoning, outcomeAgainst, laws } = proof.paragraph;
  return [reckoning, ...beside, outcomeAgainst(worked), laws].filter((part) => part !== '').join(' ');
}

function besideText({ kind, grantedBy, dueOn, reason, source }: DateAdjustment): string {
  const on = formatLongDate(dueOn);
  const what =
    kind === 'by-hand' || !grantedBy
      ? `Beside this date stands ${on}, set by hand`
      : `By ${kind === 'pause' ? 'a pause' : 'an extension'} that ${GRANTED_BY[grantedBy]} granted, the last day became ${on}`;
  return `${what}${source ? ` (${source})` : ''}: ${reason.replace(/\.*$/, '')}.`;
}
