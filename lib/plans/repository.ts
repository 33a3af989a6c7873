import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { cases, healthPlans, planLines } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export type PlanRow = typeof healthPlans.$inferSelect;
export type PlanLineRow = typeof planLines.$inferSelect;
export type PlanEntry = Pick<PlanRow, 'name' | 'phone' | 'grievanceAddress' | 'grievanceFax' | 'note'>;
export type PlanLineEntry = Pick<
  PlanLineRow,
  'name' | 'program' | 'regulator' | 'knoxKeene' | 'source' | 'verifiedOn'
>;

/** Stores a plan; null when the office has one of that name. */
export async function insertPlan(unit: UnitOfWork, entry: PlanEntry): Promise<string | null> {
  const [row] = await unit.tx
    .insert(healthPlans)
    .values({ officeId: unit.actor.officeId, createdAt: unit.now, ...entry })
    .onConflictDoNothing()
    .returning({ id: healthPlans.id });
  return row?.id ?? null;
}

/** Stores a line; null when the plan has one of that name. */
export async function insertPlanLine(
  unit: UnitOfWork,
  planId: string,
  entry: PlanLineEntry,
): Promise<string | null> {
  const [row] = await unit.tx
    .insert(planLines)
    .values({ officeId: unit.actor.officeId, planId, ...entry })
    .onConflictDoNothing()
    .returning({ id: planLines.id });
  return row?.id ?? null;
}

export async function lockPlan(unit: UnitOfWork, planId: string): Promise<PlanRow | null> {
  const [row] = await unit.tx.select().from(healthPlans).where(eq(healthPlans.id, planId)).for('update');
  return row ?? null;
}

export async function lockPlanLine(unit: UnitOfWork, lineId: string): Promise<PlanLineRow | null> {
  const [row] = await unit.tx.select().from(planLines).where(eq(planLines.id, lineId)).for('update');
  return row ?? null;
}

export async function planNameIsTaken(unit: UnitOfWork, plan: PlanRow, name: string): Promise<boolean> {
  const [other] = await unit.tx
    .select({ id: healthPlans.id })
    .from(healthPlans)
    .where(and(eq(sql`lower(${healthPlans.name})`, sql`lower(${name})`), ne(healthPlans.id, plan.id)));
  return other !== undefined;
}

export async function lineNameIsTaken(unit: UnitOfWork, line: PlanLineRow, name: string): Promise<boolean> {
  const [other] = await unit.tx
    .select({ id: planLines.id })
    .from(planLines)
    .where(
      and(
        eq(planLines.planId, line.planId),
        eq(sql`lower(${planLines.name})`, sql`lower(${name})`),
        ne(planLines.id, line.id),
      ),
    );
  return other !== undefined;
}

export async function updatePlan(unit: UnitOfWork, planId: string, entry: PlanEntry): Promise<void> {
  await unit.tx.update(healthPlans).set(entry).where(eq(healthPlans.id, planId));
}

export async function updatePlanLine(unit: UnitOfWork, lineId: string, entry: PlanLineEntry): Promise<void> {
  await unit.tx.update(planLines).set(entry).where(eq(planLines.id, lineId));
}

/** The open cases on a line, sorted so that two changes wait for each other instead of deadlocking. */
export async function openCasesOnLine(unit: UnitOfWork, lineId: string): Promise<string[]> {
  const rows = await unit.tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.planLineId, lineId), isNull(cases.closedAt)))
    .orderBy(asc(cases.id));
  return rows.map(({ id }) => id);
}
