import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { cases, healthPlans, planLines } from '../db/schema.ts';
import type { Program, Regulator } from '../db/vocabulary.ts';

type ListedLine = {
  readonly id: string;
  readonly name: string;
  readonly program: Program;
  readonly regulator: Regulator;
  readonly knoxKeene: boolean;
  readonly source: string;
  readonly verifiedOn: LocalDate | null;
};

export type ListedPlan = {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly ListedLine[];
};

/** The office's directory: every plan with its lines, by name. One query. */
export async function listPlans(tx: Transaction): Promise<ListedPlan[]> {
  const rows = await tx
    .select({ plan: { id: healthPlans.id, name: healthPlans.name }, line: LINE_COLUMNS })
    .from(healthPlans)
    .leftJoin(planLines, eq(planLines.planId, healthPlans.id))
    .orderBy(
      asc(sql`lower(${healthPlans.name})`),
      asc(healthPlans.id),
      asc(planLines.name),
      asc(planLines.id),
    );
  return [...Map.groupBy(rows, ({ plan }) => plan.id)].map(([id, group]) => ({
    id,
    name: group[0]?.plan.name ?? '',
    lines: group.flatMap(({ line }) => (line ? [line] : [])),
  }));
}

export type PlanDetail = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly grievanceAddress: string;
  readonly grievanceFax: string;
  readonly note: string;
  readonly lines: readonly (ListedLine & { readonly openCaseCount: number })[];
};

/** One plan with its lines and how many open cases follow each, or null when the office has none by that id. */
export async function readPlan(tx: Transaction, planId: string): Promise<PlanDetail | null> {
  const [plan] = await tx
    .select({
      id: healthPlans.id,
      name: healthPlans.name,
      phone: healthPlans.phone,
      grievanceAddress: healthPlans.grievanceAddress,
      grievanceFax: healthPlans.grievanceFax,
      note: healthPlans.note,
    })
    .from(healthPlans)
    .where(eq(healthPlans.id, planId));
  if (!plan) return null;
  const lines = await tx
    .select({ ...LINE_COLUMNS, openCaseCount: sql<number>`count(${cases.id})::int` })
    .from(planLines)
    .leftJoin(cases, and(eq(cases.planLineId, planLines.id), isNull(cases.closedAt)))
    .where(eq(planLines.planId, planId))
    .groupBy(planLines.id)
    .orderBy(asc(planLines.name), asc(planLines.id));
  return { ...plan, lines };
}

const LINE_COLUMNS = {
  id: planLines.id,
  name: planLines.name,
  program: planLines.program,
  regulator: planLines.regulator,
  knoxKeene: planLines.knoxKeene,
  source: planLines.source,
  verifiedOn: planLines.verifiedOn,
} as const;
