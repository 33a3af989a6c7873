import { formatMediumDate, formatMoment } from '../../lib/calendar/format-date.ts';
import type { LocalDate } from '../../lib/calendar/local-date.ts';
import { type ClockId, clockTitle } from '../../lib/deadlines/clock-title.ts';
import type { Difference } from '../../lib/reconciliation/difference.ts';
import { DIFFERENCE_WORDS } from '../../lib/reconciliation/difference.ts';
import { type ReconcileContext, reconcileReminders } from '../../lib/reconciliation/reconcile.ts';
import { rungText } from '../../lib/reminders/ladder.ts';
import { keepRun } from '../../lib/worker-runs/repository.ts';
import { counted } from './foresight.ts';

/** Compares what should have gone out with what did, printing every difference; 1 where there is any. */
export async function compareAndPrint(context: ReconcileContext, officeId: string | null): Promise<number> {
  const printing = { ...context, onDifference: (difference: Difference) => console.log(lineOf(difference)) };
  const { deadlines, due, differences, errors } =
    officeId === null
      ? await keepRun(context, 'reconcile', () => reconcileReminders(printing))
      : await reconcileReminders(printing, { officeId });
  console.log(
    `${counted(deadlines, 'live deadline')} looked at, ${counted(due, 'reminder')} had come due, ${counted(differences, 'difference')} found.`,
  );
  if (errors > 0) console.log(`${counted(errors, 'case')} could not be compared: the log says why.`);
  return differences + errors > 0 ? 1 : 0;
}

/** One difference as a line. */
export function lineOf({ kind, caseNumber, rule, dueOn, rung, to, plannedAt }: Difference): string {
  const what = `${clockTitle({ rule: rule as ClockId })}, due ${formatMediumDate(dueOn as LocalDate)}`;
  const message = rung && to ? ` To the ${to}, ${rungText(rung)}` : '';
  const when = plannedAt ? `, ${formatMoment(new Date(plannedAt))}` : '';
  return `${caseNumber}  ${what}: ${DIFFERENCE_WORDS[kind]}${message}${when}${message ? '.' : ''}`;
}
