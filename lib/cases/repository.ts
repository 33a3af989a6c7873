import { and, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { type LocalDate, yearOf } from '../calendar/local-date.ts';
import {
  caseClosures,
  caseNumbers,
  caseSearchTerms,
  cases,
  deadlines,
  offices,
  planLines,
  users,
} from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { CaseOutcome } from '../db/vocabulary.ts';
import { type Findable, noteTermsOf, searchTermsOf } from './search-terms.ts';

const NUMBER_DIGITS = 6;

/** The office's next case number of this year, such as 2026-000123. The row lock hands numbers out one at a time. */
export async function nextCaseNumber(unit: UnitOfWork): Promise<string> {
  const year = yearOf(unit.today);
  const [row] = await unit.tx
    .insert(caseNumbers)
    .values({ officeId: unit.actor.officeId, year, lastNumber: 1 })
    .onConflictDoUpdate({
      target: [caseNumbers.officeId, caseNumbers.year],
      set: { lastNumber: sql`${caseNumbers.lastNumber} + 1` },
    })
    .returning({ lastNumber: caseNumbers.lastNumber });
  if (!row) throw new Error('no case number was given out');
  return `${year}-${String(row.lastNumber).padStart(NUMBER_DIGITS, '0')}`;
}

type NewCase = Pick<
  typeof cases.$inferInsert,
  'id' | 'number' | 'clientId' | 'planLineId' | 'memberNumber' | 'serviceCoveredBy' | 'urgent' | 'ownerId'
>;

export async function insertCase(unit: UnitOfWork, entry: NewCase): Promise<string> {
  const [row] = await unit.tx
    .insert(cases)
    .values({ officeId: unit.actor.officeId, openedAt: unit.now, stage: 'intake', version: 0, ...entry })
    .returning({ id: cases.id });
  if (!row) throw new Error('a case was not stored');
  return row.id;
}

export async function updateCase(
  unit: UnitOfWork,
  caseId: string,
  entry: Partial<typeof cases.$inferInsert>,
): Promise<void> {
  await unit.tx.update(cases).set(entry).where(eq(cases.id, caseId));
}

/** Hands a case and its clocks to another person. */
export async function assignCase(unit: UnitOfWork, caseId: string, ownerId: string): Promise<void> {
  await unit.tx
    .update(cases)
    .set({ ownerId, version: sql`${cases.version} + 1` })
    .where(eq(cases.id, caseId));
  await unit.tx.update(deadlines).set({ ownerId }).where(eq(deadlines.caseId, caseId));
}

export async function closeCaseRow(
  unit: UnitOfWork,
  caseId: string,
  closure: { closedBy: string; outcome: CaseOutcome; note: string },
  retainUntilOn: LocalDate,
): Promise<void> {
  await unit.tx
    .insert(caseClosures)
    .values({ officeId: unit.actor.officeId, caseId, closedAt: unit.now, ...closure });
  await updateCase(unit, caseId, { closedAt: unit.now, outcome: closure.outcome, retainUntilOn });
}

export async function reopenCaseRow(
  unit: UnitOfWork,
  caseId: string,
  reopening: { reopenedBy: string; reopenReason: string },
  ownerId: string | null,
): Promise<void> {
  await unit.tx
    .update(caseClosures)
    .set({ reopenedAt: unit.now, ...reopening })
    .where(sql`${caseClosures.caseId} = ${caseId} and ${caseClosures.reopenedAt} is null`);
  await updateCase(unit, caseId, { ownerId, closedAt: null, outcome: null, retainUntilOn: null });
}

/** How many years the office keeps a closed case. */
export async function retentionYears(unit: UnitOfWork): Promise<number> {
  const [office] = await unit.tx
    .select({ years: offices.retentionYears })
    .from(offices)
    .where(eq(offices.id, unit.actor.officeId));
  if (!office) throw new Error('a unit of work runs in no office');
  return office.years;
}

/** Those of the ids given who can own cases, locked: none of them leaves or becomes a reviewer meanwhile. */
export async function lockOwners(unit: UnitOfWork, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await unit.tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...new Set(ids)]), isNull(users.deactivatedAt), ne(users.role, 'reviewer')))
    .orderBy(users.id)
    .for('share');
  return new Set(rows.map(({ id }) => id));
}

export type RecordedMove = {
  readonly id: number;
  readonly at: Date;
  readonly caseId: string;
  readonly fromId: string | null;
  readonly toId: string;
  /** The case was opened to its new owner with it. */
  readonly named: boolean;
};

/** What one act of the actor moved, in the order in which cases are locked. */
export async function listMoves(unit: UnitOfWork<UserActor>, moveId: string): Promise<RecordedMove[]> {
  const { rows } = await unit.tx.execute<Omit<RecordedMove, 'at'> & { at: string }>(sql`
    select e.id, e.at, e.case_id as "caseId", o.change ->> 'from' as "fromId", o.change ->> 'to' as "toId",
      exists (select from jsonb_array_elements(e.changes) n where n ->> 'field' = 'namedId') as named
    from audit_events e
    cross join lateral (
      select c as change from jsonb_array_elements(e.changes) c where c ->> 'field' = 'ownerId') o
    where e.event = 'case.assigned' and e.actor_id = ${unit.actor.userId} and e.subject_id = ${moveId}
    order by e.case_id`);
  return rows.map((row) => ({ ...row, id: Number(row.id), at: new Date(row.at) }));
}

/** Whether the case changed hands after that event. */
export async function isMovedSince(unit: UnitOfWork, caseId: string, eventId: number): Promise<boolean> {
  const { rows } = await unit.tx.execute(sql`
    select from audit_events where case_id = ${caseId} and id > ${eventId} and event = 'case.assigned' limit 1`);
  return rows.length > 0;
}

/** Stores the words under which a case is found, and drops those it no longer has; the words of its notes stay. */
export async function saveSearchTerms(unit: UnitOfWork, record: Findable): Promise<void> {
  const terms = searchTermsOf(record);
  await unit.tx
    .delete(caseSearchTerms)
    .where(
      and(
        eq(caseSearchTerms.caseId, record.id),
        eq(caseSearchTerms.source, 'case'),
        notInArray(caseSearchTerms.term, terms),
      ),
    );
  await unit.tx
    .insert(caseSearchTerms)
    .values(terms.map((term) => ({ officeId: record.officeId, caseId: record.id, term })))
    .onConflictDoNothing();
}

/** Lets a case be found under what a note on it says. */
export async function learnNoteWords(unit: UnitOfWork, caseId: string, text: string): Promise<void> {
  const terms = noteTermsOf(text);
  if (terms.length === 0) return;
  await unit.tx
    .insert(caseSearchTerms)
    .values(terms.map((term) => ({ officeId: unit.actor.officeId, caseId, source: 'note' as const, term })))
    .onConflictDoNothing();
}

/** Makes two sendings of one intake form wait for each other; says whether the first has opened its case. */
export async function isIntakeOpened(unit: UnitOfWork, intakeId: string): Promise<boolean> {
  await unit.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${intakeId}, 0))`);
  const opened = await unit.tx.select({ id: cases.id }).from(cases).where(eq(cases.id, intakeId));
  return opened.length > 0;
}

export async function lineExists(unit: UnitOfWork, lineId: string): Promise<boolean> {
  const found = await unit.tx.select({ id: planLines.id }).from(planLines).where(eq(planLines.id, lineId));
  return found.length > 0;
}
