import { ArrowRight } from 'lucide-react';
import { Mark } from '@/components/mark.tsx';
import { formatMediumDate, formatMoment } from '@/lib/calendar/format-date.ts';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { recordHref } from '@/lib/cases/available-records.ts';
import type { DateAdjustment } from '@/lib/cases/case-record.ts';
import type { Proof } from '@/lib/deadlines/proof.ts';

type Names = ReadonlyMap<string, string>;
type Props = { assessed: AssessedCase; proof: Proof; recorders: Names; mayAdjust: boolean };

/** A date that was granted or set by hand is its own value with its own reason; the rule's stays what it is. */
export function WorkedTo({ assessed: { record }, proof, recorders, mayAdjust }: Props) {
  const recorded = record.adjustments.filter(({ rule }) => rule === proof.deadline.rule);
  if (recorded.length === 0) return null;
  const withdraw = (id: string) => (mayAdjust ? recordHref(record.id, 'date', { withdraw: id }) : null);
  return (
    <section className="pf" aria-labelledby="pf-worked">
      <h2 id="pf-worked">Dates beside the rule’s</h2>
      <ol className="pf-events">
        {recorded.map((adjustment) => (
          <Adjusted
            key={adjustment.id}
            adjustment={adjustment}
            names={recorders}
            withdraw={adjustment.withdrawnAt ? null : withdraw(adjustment.id)}
          />
        ))}
      </ol>
      <p className="quiet small">
        A granted date takes the place of the rule’s. Of that date and one set by hand, the earlier is worked
        to.
      </p>
    </section>
  );
}

function Adjusted({
  adjustment,
  names,
  withdraw,
}: {
  adjustment: DateAdjustment;
  names: Names;
  withdraw: string | null;
}) {
  const { formerDueOn, dueOn, reason, source, recordedBy, recordedAt, withdrawnBy, withdrawnAt } = adjustment;
  const nameOf = (id: string | null) => (id && names.get(id)) || 'somebody';
  return (
    <li>
      <p>
        <strong>{whatOf(adjustment)}</strong> {withdrawnAt ? <Mark kind="open">withdrawn</Mark> : null}
      </p>
      <p className="pf-move">
        <span className="vh">From </span>
        <s>
          <time dateTime={formerDueOn}>{formatMediumDate(formerDueOn)}</time>
        </s>
        <ArrowRight className="i" size={16} aria-hidden="true" />
        <span className="vh"> to </span>
        <time dateTime={dueOn}>{formatMediumDate(dueOn)}</time>
      </p>
      <p>{reason}</p>
      <p className="quiet small">
        {source ? `Source: ${source}. ` : ''}Recorded by {nameOf(recordedBy)}, {formatMoment(recordedAt)}.
        {withdrawnAt ? ` Withdrawn by ${nameOf(withdrawnBy)}, ${formatMoment(withdrawnAt)}.` : ''}{' '}
        {withdraw ? (
          <a className="link" href={withdraw} aria-label={`Withdraw: ${whatOf(adjustment)}`}>
            Withdraw
          </a>
        ) : null}
      </p>
    </li>
  );
}

const GRANTED_BY = { plan: 'The plan', regulator: 'The department' } as const;

function whatOf({ kind, grantedBy }: Pick<DateAdjustment, 'kind' | 'grantedBy'>): string {
  if (kind === 'by-hand' || !grantedBy) return 'Set by hand';
  return `${GRANTED_BY[grantedBy]} granted ${kind === 'pause' ? 'a pause' : 'an extension'}`;
}
