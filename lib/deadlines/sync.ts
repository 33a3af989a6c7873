import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { assessCase } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readCase } from '../cases/load-case.ts';
import { stageOf } from '../cases/stage.ts';
import { cases, deadlines } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { DeadlineOutcome } from '../db/vocabulary.ts';
import { planCorrections } from '../reminders/repository.ts';
import type { AdjustedAssessment, AdjustedDeadline } from './adjusted.ts';
import { actOf } from './manual-clocks.ts';

/** A clock as its record gives it; since when it stands so is only known as it is stored. */
export type DerivedClock = Omit<typeof deadlines.$inferInsert, 'standsSince' | 'nextLookAt'>;

/**
 * Ends every command: recomputes the case's clocks from its recorded facts, replaces the stored ones and moves the
 * case to its next version. Repeating it changes nothing but the version. Returns the record it read.
 */
export async function syncDeadlines(unit: UnitOfWork, caseId: string): Promise<CaseRecord> {
  const record = await readCase(unit.tx, caseId);
  if (!record) throw new Error('a case vanished while it was locked');
  const { derived, clocks } = deriveClocks(record, unit.today);
  await replaceClocks(unit, caseId, clocks);
  await unit.tx
    .update(cases)
    .set({ ...derived, version: sql`${cases.version} + 1` })
    .where(eq(cases.id, caseId));
  return record;
}

export type DerivedCase = Pick<
  CaseRecord,
  'stage' | 'nextRule' | 'nextOwedBy' | 'nextStartsOn' | 'nextDueOn' | 'fileBy' | 'lastReadingOn'
>;

/** What lists and reminders store of a case: a pure function of its record and the day. */
export function deriveClocks(
  record: CaseRecord,
  today: LocalDate,
): { derived: DerivedCase; clocks: DerivedClock[]; assessment: AdjustedAssessment } {
  const { facts, assessment } = assessCase(record, today);
  const closed = record.closedAt !== null;
  const clocks = assessment.deadlines.map((deadline): DerivedClock => {
    const outcome = outcomeOf(deadline, closed);
    const startsOn = deadline.explanation.trigger.on;
    return {
      officeId: record.officeId,
      caseId: record.id,
      rule: deadline.rule,
      owedBy: deadline.owedBy,
      kind: deadline.kind,
      startsOn,
      dueOn: deadline.dueOn,
      dueAt: deadline.dueAt ? new Date(deadline.dueAt) : null,
      ruleDueOn: deadline.ruleDueOn ?? null,
      title: deadline.title ?? '',
      rolledOn: deadline.rolledOn ?? null,
      latestOn: deadline.latestOn ?? null,
      outcome,
      actedOn: actOf(facts, deadline),
      ownerId: record.ownerId,
    };
  });
  const next = clocks.find(({ outcome, kind }) => outcome === 'pending' && kind !== 'information');
  return {
    assessment,
    clocks,
    derived: {
      stage: stageOf(facts, assessment, closed),
      nextRule: next?.rule ?? null,
      nextOwedBy: next?.owedBy ?? null,
      nextStartsOn: next?.startsOn ?? null,
      nextDueOn: next?.dueOn ?? null,
      fileBy: closed ? null : assessment.imr.fileBy,
      lastReadingOn: closed ? null : (assessment.imr.otherReadings.at(-1)?.fileBy ?? null),
    },
  };
}

/** Whether a pending clock is open or overdue depends on the day it is read, so it is not stored. */
function outcomeOf({ status }: AdjustedDeadline, closed: boolean): DeadlineOutcome {
  if (status === 'open' || status === 'overdue') return closed ? 'closed' : 'pending';
  return status;
}

async function replaceClocks(
  unit: UnitOfWork,
  caseId: string,
  clocks: readonly DerivedClock[],
): Promise<void> {
  const stored = await unit.tx
    .select({
      rule: deadlines.rule,
      dueOn: deadlines.dueOn,
      outcome: deadlines.outcome,
      standsSince: deadlines.standsSince,
    })
    .from(deadlines)
    .where(eq(deadlines.caseId, caseId))
    // A message that is being settled names one of these dates: what was told is known once it is.
    .for('update');
  const { actor, now } = unit;
  await planCorrections(
    unit.tx,
    caseId,
    stored.filter((former) => holdsNoMore(former, clocks)),
    actor.kind === 'user' ? actor.userId : null,
    now,
  );
  const gone = stored.map(({ rule }) => rule).filter((rule) => !clocks.some((clock) => clock.rule === rule));
  if (gone.length > 0)
    await unit.tx.delete(deadlines).where(and(eq(deadlines.caseId, caseId), inArray(deadlines.rule, gone)));
  if (clocks.length === 0) return;
  // A lapse is on the record once for each due date, though the case be closed and reopened between; the reminders of
  // a moved or reopened clock start anew, and its ladder is looked at on the next run.
  const isSameDate = 'deadlines.due_on = excluded.due_on';
  const isUnmoved = `${isSameDate} and deadlines.outcome = excluded.outcome`;
  const climbsBy = (row: string) =>
    ['starts_on', 'due_at', 'rule_due_on', 'owed_by', 'kind'].map((column) => `${row}.${column}`).join();
  const isSameLadder = `${isUnmoved} and (${climbsBy('deadlines')}) is not distinct from (${climbsBy('excluded')})`;
  const kept = (column: string, when: string, otherwise: string) =>
    sql.raw(`case when ${when} then deadlines.${column} else ${otherwise} end`);
  await unit.tx
    .insert(deadlines)
    .values(
      clocks.map((clock) => ({
        ...clock,
        standsSince: now,
        nextLookAt: clock.outcome === 'pending' ? now : null,
      })),
    )
    .onConflictDoUpdate({
      target: [deadlines.caseId, deadlines.rule],
      set: {
        owedBy: sql`excluded.owed_by`,
        kind: sql`excluded.kind`,
        startsOn: sql`excluded.starts_on`,
        dueOn: sql`excluded.due_on`,
        dueAt: sql`excluded.due_at`,
        ruleDueOn: sql`excluded.rule_due_on`,
        title: sql`excluded.title`,
        rolledOn: sql`excluded.rolled_on`,
        latestOn: sql`excluded.latest_on`,
        outcome: sql`excluded.outcome`,
        actedOn: sql`excluded.acted_on`,
        ownerId: sql`excluded.owner_id`,
        lapseNotedOn: kept('lapse_noted_on', isSameDate, 'null'),
        standsSince: kept('stands_since', isUnmoved, 'excluded.stands_since'),
        nextLookAt: kept('next_look_at', isSameLadder, 'excluded.next_look_at'),
      },
    });
}

/** Whether people who were told of this date would now be wrong: it has moved, or nothing is due any more. Meeting it is no such change. */
function holdsNoMore(
  former: { readonly rule: string; readonly dueOn: LocalDate; readonly outcome: DeadlineOutcome },
  clocks: readonly DerivedClock[],
): boolean {
  if (former.outcome !== 'pending') return false;
  const present = clocks.find(({ rule }) => rule === former.rule);
  return !present || present.dueOn !== former.dueOn || present.outcome === 'moot';
}

/** Remembers that the lapse of these clocks is on the case's record. */
export async function markLapsesNoted(
  unit: UnitOfWork,
  caseId: string,
  rules: readonly string[],
): Promise<void> {
  if (rules.length === 0) return;
  await unit.tx
    .update(deadlines)
    .set({ lapseNotedOn: unit.today })
    .where(and(eq(deadlines.caseId, caseId), inArray(deadlines.rule, [...rules])));
}

/** Has the next sweep look at a clock's ladder again: something that keeps its rungs away has changed. */
export async function lookAgain(
  unit: UnitOfWork,
  { caseId, rule }: { readonly caseId: string; readonly rule: string },
): Promise<void> {
  await unit.tx
    .update(deadlines)
    .set({ nextLookAt: unit.now })
    .where(and(eq(deadlines.caseId, caseId), eq(deadlines.rule, rule), eq(deadlines.outcome, 'pending')));
}

/**
 * The same for every ladder of the office that is not spent: under another policy its rungs stand elsewhere. What is due
 * already stays about as long due, yet differs, so that a sweep under the former policy does not move it on.
 */
export async function lookAtAllAgain(unit: UnitOfWork): Promise<void> {
  await unit.tx
    .update(deadlines)
    .set({ nextLookAt: sql`least(${deadlines.nextLookAt} - interval '1 millisecond', ${unit.now})` })
    .where(and(eq(deadlines.outcome, 'pending'), isNotNull(deadlines.nextLookAt)));
}
