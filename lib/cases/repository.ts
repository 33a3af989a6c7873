import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
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
import type { CaseOutcome, Role } from '../db/vocabulary.ts';
import { type Findable, searchTermsOf } from './search-terms.ts';

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
): Promise<void> {
  await unit.tx
    .update(caseClosures)
    .set({ reopenedAt: unit.now, ...reopening })
    .where(sql`${caseClosures.caseId} = ${caseId} and ${caseClosures.reopenedAt} is null`);
  await updateCase(unit, caseId, { closedAt: null, outcome: null, retainUntilOn: null });
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

export async function findActivePerson(
  unit: UnitOfWork,
  userId: string,
): Promise<{ id: string; role: Role } | null> {
  const [person] = await unit.tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  return person ?? null;
}

/** Stores the words under which a case is found, and drops those it no longer has. */
export async function saveSearchTerms(unit: UnitOfWork, record: Findable): Promise<void> {
  const terms = searchTermsOf(record);
  await unit.tx
    .delete(caseSearchTerms)
    .where(and(eq(caseSearchTerms.caseId, record.id), notInArray(caseSearchTerms.term, terms)));
  await unit.tx
    .insert(caseSearchTerms)
    .values(terms.map((term) => ({ officeId: record.officeId, caseId: record.id, term })))
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
