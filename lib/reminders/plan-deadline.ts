import { pacificToday, type Clock as SystemClock } from '../calendar/clock.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, assessCase, isLive } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { readQuiet, type StandingAnswer } from '../reminder-answers/queries.ts';
import { standingFor } from '../suppressions/queries.ts';
import { type ActiveStaff, addresseesOf, type Suppressed } from './addressees.ts';
import { clockOf, isSpokenFor } from './clock.ts';
import { type Answer, dueRungs, nextLook, type PlanInput, planReminders, type Step } from './plan.ts';
import type { OfficePolicy } from './policy.ts';
import { type DueDeadline, listActiveStaff, listEntries, readStanding } from './queries.ts';

/** What one stored deadline owes, seen on its case as recorded. */
export type PlannedDeadline = {
  readonly record: CaseRecord;
  readonly staff: readonly ActiveStaff[];
  readonly steps: readonly Step[];
  /** Nobody on the staff hears of it: they have all left, or mail does not reach them. */
  readonly isUnheard: boolean;
  /** When it has to be looked at next. */
  readonly nextLookAt: Date | null;
};

export type At = { readonly now: Date; readonly today: LocalDate; readonly policy: OfficePolicy };

export const momentOf = (clock: SystemClock): { readonly now: Date; readonly today: LocalDate } => {
  const now = clock();
  return { now, today: pacificToday(now) };
};

/** Reads a due deadline and plans its messages; null when the case no longer has it as it was stored. */
export async function planDeadline(
  tx: Transaction,
  due: DueDeadline,
  at: At,
): Promise<PlannedDeadline | null> {
  const record = await readCase(tx, due.caseId);
  if (!record || record.closedAt) return null;
  const assessed = assessCase(record, at.today);
  const deadline = assessed.assessment.deadlines.find(({ rule }) => rule === due.rule);
  if (!deadline || !isLive(deadline) || deadline.dueOn !== due.dueOn) return null;
  const read = await readPlanInput(tx, assessed, deadline, at);
  if (!read) return null;
  const { input, staff } = read;
  const steps = planReminders(input);
  const isForStaff = dueRungs(input).some(({ to }) => to !== 'client');
  const isUnheard = isForStaff && input.addressees.every(({ kind }) => kind === 'client');
  // What nobody hears stays due, so that it is seen not to have gone and goes as soon as somebody does.
  return { record, staff, steps, isUnheard, nextLookAt: isUnheard ? due.nextLookAt : nextLook(input, steps) };
}

/** Everything that decides what this deadline owes whom at that moment; null where it is not stored as it stands. */
export async function readPlanInput(
  tx: Transaction,
  { record, assessment }: AssessedCase,
  deadline: AdjustedDeadline,
  { now, today, policy }: At,
): Promise<{ readonly input: PlanInput; readonly staff: readonly ActiveStaff[] } | null> {
  const key = { caseId: record.id, rule: deadline.rule, dueOn: deadline.dueOn };
  const standing = await readStanding(tx, key);
  if (!standing) return null;
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const input = {
    now,
    policy,
    clock: clockOf(deadline),
    answer: answerOf(await readQuiet(tx, key.caseId, key.rule, key.dueOn)),
    standsSince: standing.since,
    correctedAt: standing.correctedAt,
    addressees: addresseesOf(record, staff, suppressed),
    ledger: await listEntries(tx, key),
    isSpokenFor: isSpokenFor(deadline, assessment.deadlines),
  };
  return { input, staff };
}

const answerOf = (standing: StandingAnswer | null): Answer | null =>
  standing && {
    ...standing,
    because: `${standing.kind === 'snoozed' ? 'Snoozed' : 'Acknowledged'} by ${standing.byName}: ${standing.reason}`,
  };

/** Everybody who may be written to about a case, and which of their addresses get no mail. */
export async function readWhoHears(
  tx: Transaction,
  record: CaseRecord,
  today: LocalDate,
): Promise<{ readonly staff: readonly ActiveStaff[]; readonly suppressed: Suppressed }> {
  const staff = await listActiveStaff(tx, record, today);
  const addresses = [...staff.map(({ email }) => email), record.client.email];
  return { staff, suppressed: await standingFor(tx, addresses) };
}
