import { and, asc, eq, gt, isNull, lt, notExists, type SQLWrapper, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, cases, deadlines, denials, planDecisions } from '../db/schema.ts';

export type StoredClock = typeof deadlines.$inferSelect;

export async function listStoredClocks(tx: Transaction, caseId: string): Promise<StoredClock[]> {
  return tx.select().from(deadlines).where(eq(deadlines.caseId, caseId)).orderBy(asc(deadlines.rule));
}

/** A clock that ran out and has not been noted on its case. */
export type LapsedClock = { readonly caseId: string; readonly rule: string; readonly dueOn: LocalDate };

/** One page of clocks whose last day is over, oldest first, after the last of the page before. */
export async function listLapsesToNote(
  tx: Transaction,
  today: LocalDate,
  after: LapsedClock | null,
  limit: number,
): Promise<LapsedClock[]> {
  const { caseId, rule, dueOn } = deadlines;
  return tx
    .select({ caseId, rule, dueOn })
    .from(deadlines)
    .where(
      and(
        sql`${deadlines.outcome} = 'pending'`,
        isNull(deadlines.lapseNotedOn),
        lt(dueOn, today),
        after
          ? sql`(${dueOn}, ${caseId}, ${rule}) > (${after.dueOn}, ${after.caseId}, ${after.rule})`
          : undefined,
      ),
    )
    .orderBy(asc(dueOn), asc(caseId), asc(rule))
    .limit(limit);
}

/**
 * Cases whose insurer let its time to answer pass with nobody noting it. No clock lapses when an insurer stays silent, so
 * they are found by the client's six months: where neither the denial nor a decision began them, its last day did.
 */
export async function listInsurerSilences(
  tx: Transaction,
  today: LocalDate,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const datedOnStart = (letters: typeof denials | typeof planDecisions) =>
    tx
      .select({ on: letters.letterOn })
      .from(letters)
      .where(and(eq(letters.caseId, cases.id), eq(letters.letterOn, deadlines.startsOn)));
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(deadlines, and(eq(deadlines.caseId, cases.id), eq(deadlines.rule, 'cdi.imr.deadline')))
    .where(
      and(
        sql`${cases.closedAt} is null and ${cases.stage} in ('grievance', 'imr-open')`,
        sql`${deadlines.outcome} = 'pending'`,
        lt(deadlines.startsOn, today),
        notExists(datedOnStart(denials)),
        notExists(datedOnStart(planDecisions)),
        sql`not ${silenceIsNoted(cases.id, deadlines.startsOn)}`,
        after ? gt(cases.id, after) : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Whether the case's record says that the insurer was silent through `lastDay`. */
export async function isSilenceNoted(tx: Transaction, caseId: string, lastDay: LocalDate): Promise<boolean> {
  const { rows } = await tx.execute<{ noted: boolean }>(
    sql`select ${silenceIsNoted(sql`${caseId}::uuid`, sql`${lastDay}::date`)} as noted`,
  );
  return rows[0]?.noted ?? false;
}

const silenceIsNoted = (caseId: SQLWrapper, lastDay: SQLWrapper) => sql`exists (
  select 1 from ${auditEvents} e where e.case_id = ${caseId} and e.event = 'deadline.lapsed'
    and e.changes @> jsonb_build_array(jsonb_build_object('field', 'lastDay', 'to', ${lastDay}::text)))`;

/** One page of the open cases' ids, in the order of their ids. */
export async function listOpenCaseIds(
  tx: Transaction,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(isNull(cases.closedAt), after ? gt(cases.id, after) : undefined))
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
