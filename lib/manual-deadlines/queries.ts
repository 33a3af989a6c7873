import { formatLongDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { deadlineOf } from '../cases/assessed-case.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { manualClockId } from '../deadlines/clock-title.ts';
import { listFamily, openRelatives } from '../families/queries.ts';
import { endedViolation, manualDeadlineOf } from './rules.ts';

export type FinishValues = {
  readonly deadlineId: string;
  readonly title: string;
  readonly note: string;
};

export type DeadlineValues = {
  /** The open cases of its family, to which it can be added too. */
  readonly family: readonly { readonly value: string; readonly label: string }[];
};

/** The form that adds a deadline. */
export async function readDeadlineForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<DeadlineValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(source.record),
    isCorrection: false,
    values: { family: openRelatives(await listFamily(tx, caseId)) },
  };
}

/** The form that ends a deadline: done on a day, or no longer needed. */
export async function readFinishForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  deadlineId: string,
): Promise<CaseForm<FinishValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const deadline = manualDeadlineOf(source.record, deadlineId);
  const clock = deadlineOf(source, manualClockId(deadlineId));
  const violation = endedViolation(deadline);
  return {
    case: source.case,
    lead: clock
      ? `${deadline?.title ?? ''}: ${clock.status === 'overdue' ? 'it was due' : 'due'} ${formatLongDate(clock.dueOn)}. ${clock.explanation.trigger.text}`
      : leadOf(source),
    barred:
      barredWhenClosed(source.record) ??
      (violation && { violation, ways: [{ folder: 'deadline', label: 'Add a deadline' }] }),
    isCorrection: false,
    values: { deadlineId, title: deadline?.title ?? '', note: deadline?.note ?? '' },
  };
}
