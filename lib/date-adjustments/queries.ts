import { inArray } from 'drizzle-orm';
import { formatLongDate, formatMediumDate, formatShortDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { deadlineOf, isLive } from '../cases/assessed-case.ts';
import { barredWhenClosed, type CaseForm } from '../cases/case-form.ts';
import type { CaseRecord, DateAdjustment } from '../cases/case-record.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { clockTitle, isManual } from '../deadlines/clock-title.ts';
import { adjustableClock, NO_SUCH_CLOCK, NOT_STANDING, standingAdjustment } from './rules.ts';

type ClockChoice = { readonly value: string; readonly label: string };

export type DateFormValues = {
  /** Empty where the form was not opened from a clock. */
  readonly rule: string;
  readonly clocks: readonly ClockChoice[];
};

/** The form that sets a date beside a rule's, opened from one clock of the case or from none. */
export async function readDateForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  rule: string | null,
): Promise<CaseForm<DateFormValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const clocks = source.assessment.deadlines.filter(
    (clock) => isLive(clock) && clock.kind !== 'information' && !isManual(clock.rule),
  );
  const found = rule === null ? null : adjustableClock(source, rule);
  const violation =
    found && 'violation' in found ? found.violation : clocks.length === 0 ? NO_SUCH_CLOCK : null;
  return {
    case: source.case,
    lead:
      found && 'clock' in found ? datesOf(found.clock) : 'The date stands beside the rule’s; both are kept.',
    barred:
      barredWhenClosed(source.record) ??
      (violation && { violation, ways: [{ folder: 'note', label: 'Add a note' }] }),
    isCorrection: false,
    values: {
      rule: found && 'clock' in found ? found.clock.rule : '',
      clocks: clocks.map((clock) => ({
        value: clock.rule,
        label: `${clockTitle(clock)}, ${formatShortDate(clock.dueOn, today)}`,
      })),
    },
  };
}

/** "Answer the grievance: the rule says Wednesday, March 4, 2026, and the date worked to is Friday, March 6, 2026." */
function datesOf(clock: AdjustedDeadline): string {
  const title = clockTitle(clock);
  if (!clock.ruleDueOn) return `${title}: the rule says ${formatLongDate(clock.dueOn)}.`;
  return `${title}: the rule says ${formatLongDate(clock.ruleDueOn)}, and the date worked to is ${formatLongDate(clock.dueOn)}.`;
}

export type WithdrawalValues = {
  readonly adjustmentId: string;
  /** What was recorded, in a sentence, and the reason that was given. */
  readonly recorded: string;
  readonly reason: string;
};

export async function readWithdrawalForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  adjustmentId: string,
): Promise<CaseForm<WithdrawalValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const standing = standingAdjustment(source.record, adjustmentId);
  const clock = standing && deadlineOf(source, standing.rule);
  const names = await readRecorders(tx, source.record);
  return {
    case: source.case,
    lead: clock ? datesOf(clock) : 'The clock this date was for does not run on the case now.',
    barred:
      barredWhenClosed(source.record) ??
      (standing ? null : { violation: NOT_STANDING, ways: [{ folder: 'note', label: 'Add a note' }] }),
    isCorrection: false,
    values: {
      adjustmentId,
      recorded: standing ? `${adjustmentText(standing, names)}.` : '',
      reason: standing?.reason ?? '',
    },
  };
}

/** What the people are called who recorded or withdrew dates on this case; costs nothing when nobody did. */
export async function readRecorders(
  tx: Transaction,
  { adjustments }: Pick<CaseRecord, 'adjustments'>,
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(
      adjustments.flatMap(({ recordedBy, withdrawnBy }) => [
        recordedBy,
        ...(withdrawnBy ? [withdrawnBy] : []),
      ]),
    ),
  ];
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const GRANTED_BY = { plan: 'the plan', regulator: 'the department' } as const;

/** "Ana Ruiz set Tue, Jun 30, 2026 by hand", "The plan granted an extension to Tue, Jun 30, 2026, recorded by Ana Ruiz". */
export function adjustmentText(
  { kind, grantedBy, dueOn, recordedBy }: Pick<DateAdjustment, 'kind' | 'grantedBy' | 'dueOn' | 'recordedBy'>,
  names: ReadonlyMap<string, string>,
): string {
  const who = names.get(recordedBy) ?? 'Somebody';
  const on = formatMediumDate(dueOn);
  if (kind === 'by-hand' || !grantedBy) return `${who} set ${on} by hand`;
  const what = kind === 'pause' ? 'a pause' : 'an extension';
  const by = GRANTED_BY[grantedBy];
  return `${by.charAt(0).toUpperCase()}${by.slice(1)} granted ${what} to ${on}, recorded by ${who}`;
}
