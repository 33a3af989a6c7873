import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { cases } from '../db/schema.ts';
import { restrictions } from '../db/schema-access.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

/** The ids of a family's cases that the actor may know of, without `exceptId`. */
export async function listRelatives(
  { tx }: UnitOfWork,
  familyId: string | null,
  exceptId: string,
): Promise<string[]> {
  if (familyId === null) return [];
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.familyId, familyId), ne(cases.id, exceptId)))
    .orderBy(cases.id);
  return rows.map(({ id }) => id);
}

/** How many other cases its family has, those that the actor may not know of included. */
export async function countRelatives({ tx }: UnitOfWork, familyId: string | null): Promise<number> {
  if (familyId === null) return 0;
  const { rows } = await tx.execute<{ size: number }>(sql`select family_size(${familyId}) as size`);
  return (rows[0]?.size ?? 1) - 1;
}

export async function hasRestricted({ tx }: UnitOfWork, caseIds: readonly string[]): Promise<boolean> {
  const rows = await tx
    .select({ caseId: restrictions.caseId })
    .from(restrictions)
    .where(inArray(restrictions.caseId, [...caseIds]))
    .limit(1);
  return rows.length > 0;
}

/** Puts a case into a family, or takes it out of its own, and moves it to its next version. */
export async function setFamily({ tx }: UnitOfWork, caseId: string, familyId: string | null): Promise<void> {
  await tx
    .update(cases)
    .set({ familyId, version: sql`${cases.version} + 1` })
    .where(eq(cases.id, caseId));
}
