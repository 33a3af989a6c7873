import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { cases, deadlines } from '../db/schema.ts';
import { restrictions } from '../db/schema-access.ts';
import { reconciliations, reminderAnswers, reminders } from '../db/schema-reminders.ts';
import type { KeptAnswer, KeptClock, KeptMessage } from './compare.ts';
import type { Difference } from './difference.ts';

/** What is kept about each of some cases, to be compared with what its facts give. */
export type KeptOfCases = {
  readonly clocks: ReadonlyMap<string, readonly KeptClock[]>;
  readonly answers: ReadonlyMap<string, readonly KeptAnswer[]>;
  readonly ledger: ReadonlyMap<string, readonly KeptMessage[]>;
  readonly restricted: ReadonlySet<string>;
};

/** Reads in four queries what is kept about a page of cases. */
export async function readKept(tx: Transaction, caseIds: readonly string[]): Promise<KeptOfCases> {
  const ids = [...caseIds];
  const clocks = await tx
    .select({
      caseId: deadlines.caseId,
      rule: deadlines.rule,
      dueOn: deadlines.dueOn,
      standsSince: deadlines.standsSince,
    })
    .from(deadlines)
    .where(and(inArray(deadlines.caseId, ids), eq(deadlines.outcome, 'pending')));
  const answers = await tx
    .select({
      caseId: reminderAnswers.caseId,
      rule: reminderAnswers.rule,
      dueOn: reminderAnswers.dueOn,
      kind: reminderAnswers.kind,
      untilOn: reminderAnswers.quietUntilOn,
      at: reminderAnswers.answeredAt,
    })
    .from(reminderAnswers)
    .where(and(inArray(reminderAnswers.caseId, ids), isNull(reminderAnswers.withdrawnAt)));
  const ledger = await tx
    .select({
      caseId: reminders.caseId,
      rule: reminders.rule,
      dueOn: reminders.dueOn,
      rung: reminders.rung,
      recipientKind: reminders.recipientKind,
      recipientId: reminders.recipientId,
      state: reminders.state,
      claimedAt: reminders.claimedAt,
      createdAt: reminders.createdAt,
      plannedAt: reminders.plannedAt,
      sentAt: reminders.sentAt,
      bulletinId: reminders.bulletinId,
    })
    .from(reminders)
    .where(inArray(reminders.caseId, ids));
  const restricted = await tx
    .select({ caseId: restrictions.caseId })
    .from(restrictions)
    .where(inArray(restrictions.caseId, ids));
  return {
    clocks: byCase(clocks),
    answers: byCase(answers),
    ledger: byCase(ledger),
    restricted: new Set(restricted.map(({ caseId }) => caseId)),
  };
}

const byCase = <Row extends { readonly caseId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ caseId }) => caseId);

/** When this office's reminders were first compared; null before. */
export async function readFirstComparison(tx: Transaction): Promise<Date | null> {
  const [row] = await tx
    .select({ at: reconciliations.at })
    .from(reconciliations)
    .orderBy(reconciliations.at)
    .limit(1);
  return row?.at ?? null;
}

/** Whether this person recorded something on the case since then, so that they know themselves what has moved. */
export async function hasRecordedSince(
  tx: Transaction,
  caseId: string,
  personId: string,
  since: Date,
): Promise<boolean> {
  const { rows } = await tx.execute<{ has: boolean }>(sql`
    select exists (select 1 from audit_events e where e.case_id = ${caseId} and e.actor_id = ${personId}
      and e.at >= ${since} and e.event not in ('case.viewed', 'client.viewed')) as has`);
  return rows[0]?.has ?? false;
}

export type LatestReconciliation = {
  readonly at: Date;
  readonly deadlineCount: number;
  readonly dueCount: number;
  /** All of them; `differences` may be cut short. */
  readonly differenceCount: number;
  readonly differences: readonly Difference[];
};

/** The latest comparison of the office the transaction is in. */
export async function readLatestReconciliation(tx: Transaction): Promise<LatestReconciliation | null> {
  const [row] = await tx
    .select({
      at: reconciliations.at,
      deadlineCount: reconciliations.deadlineCount,
      dueCount: reconciliations.dueCount,
      differenceCount: reconciliations.differenceCount,
      differences: reconciliations.differences,
    })
    .from(reconciliations)
    .orderBy(desc(reconciliations.at), desc(reconciliations.id))
    .limit(1);
  return row ?? null;
}

/** Of these cases, the ones whoever asks may see. */
export async function listVisible(tx: Transaction, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(inArray(cases.id, [...new Set(caseIds)]));
  return new Set(rows.map(({ id }) => id));
}
