import { and, asc, eq, gt, inArray, isNull, lt, notExists, type SQLWrapper, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { ANSWER_RULES } from '../cases/stage.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, cases, deadlines, denials, planDecisions } from '../db/schema.ts';
import { restrictions } from '../db/schema-access.ts';

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
        sql`not ${silenceIsNoted(cases.id, 'cdi.appeal.silence', deadlines.startsOn)}`,
        after ? gt(cases.id, after) : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Cases whose plan let the rule's own time to answer pass with nobody noting it, since its clock goes by another date:
 * what silence opens, it opens by the rule.
 */
export async function listSilencesByRule(
  tx: Transaction,
  today: LocalDate,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: deadlines.caseId })
    .from(deadlines)
    .where(
      and(
        sql`${deadlines.outcome} = 'pending'`,
        inArray(deadlines.rule, [...ANSWER_RULES]),
        lt(deadlines.ruleDueOn, today),
        sql`not ${silenceIsNoted(deadlines.caseId, 'ca.imr.open.silence', deadlines.ruleDueOn)}`,
        after ? gt(deadlines.caseId, after) : undefined,
      ),
    )
    .orderBy(asc(deadlines.caseId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What silence does when the time to answer ends: the rule under which its end is put on the record. */
export type SilenceRule = 'ca.imr.open.silence' | 'cdi.appeal.silence';

/** Whether the case's record says that there was no answer through `lastDay`. */
export async function isSilenceNoted(
  tx: Transaction,
  caseId: string,
  rule: SilenceRule,
  lastDay: LocalDate,
): Promise<boolean> {
  const { rows } = await tx.execute<{ noted: boolean }>(
    sql`select ${silenceIsNoted(sql`${caseId}::uuid`, rule, sql`${lastDay}::date`)} as noted`,
  );
  return rows[0]?.noted ?? false;
}

const silenceIsNoted = (caseId: SQLWrapper, rule: SilenceRule, lastDay: SQLWrapper) => sql`exists (
  select 1 from ${auditEvents} e where e.case_id = ${caseId} and e.event = 'deadline.lapsed'
    and e.changes @> jsonb_build_array(
      jsonb_build_object('field', 'rule', 'to', ${rule}::text),
      jsonb_build_object('field', 'lastDay', 'to', ${lastDay}::text)))`;

/** Which open cases are gone through: all of them, or the restricted ones, which not everybody's change reaches. */
export type CaseScope = 'all' | 'restricted';

/** One page of the open cases' ids, in the order of their ids. */
export async function listOpenCaseIds(
  tx: Transaction,
  scope: CaseScope,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        isNull(cases.closedAt),
        after ? gt(cases.id, after) : undefined,
        scope === 'restricted'
          ? sql`exists (select 1 from ${restrictions} r where r.case_id = ${cases.id})`
          : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
