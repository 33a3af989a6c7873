import { formatLongDate } from '../calendar/format-date.ts';
import { grantedDay } from '../deadlines/adjusted.ts';
import type { Proof } from '../deadlines/proof.ts';
import type { DateAdjustment } from './case-record.ts';

const GRANTED_BY = { plan: 'the plan', regulator: 'the department' } as const;

/**
 * The proof in prose with the dates that stand beside the rule's own, for a letter; names of the staff are left out.
 * Who is late is told by the law's date or the one granted: a date set by hand binds only whoever set it.
 */
export function proofParagraph(proof: Proof, adjustments: readonly DateAdjustment[]): string {
  const standing = adjustments.filter(
    ({ rule, withdrawnAt }) => rule === proof.deadline.rule && withdrawnAt === null,
  );
  const { reckoning, outcomeAgainst, laws } = proof.paragraph;
  const lastDay = grantedDay(standing) ?? proof.deadline.dueOn;
  return [reckoning, ...standing.map(besideText), outcomeAgainst(lastDay), laws]
    .filter((part) => part !== '')
    .join(' ');
}

function besideText({ kind, grantedBy, dueOn, reason, source }: DateAdjustment): string {
  const on = formatLongDate(dueOn);
  const what =
    kind === 'by-hand' || !grantedBy
      ? `Beside this date stands ${on}, set by hand`
      : `By ${kind === 'pause' ? 'a pause' : 'an extension'} that ${GRANTED_BY[grantedBy]} granted, the last day became ${on}`;
  return `${what}${source ? ` (${source})` : ''}: ${reason.replace(/\.*$/, '')}.`;
}
