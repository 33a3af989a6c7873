import { and, asc, count, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { cases, clients, users } from '../db/schema.ts';
import { erasedCases, erasureProposals, legalHolds } from '../db/schema-access.ts';
import type { CaseOutcome } from '../db/vocabulary.ts';

const RETENTION_PAGE = 50;

export type RetainedCase = {
  readonly id: string;
  readonly number: string;
  readonly clientName: string;
  readonly closedAt: Date | null;
  readonly outcome: CaseOutcome | null;
  readonly retainUntilOn: LocalDate | null;
  readonly heldSince: Date | null;
  readonly holdReason: string;
  readonly proposedBy: string | null;
  readonly proposerName: string;
  readonly proposedAt: Date | null;
  readonly proposalReason: string;
};

export type ErasedCase = {
  readonly caseId: string;
  readonly number: string;
  readonly erasedAt: Date;
  readonly eraserName: string;
};

export type RetentionReview = {
  /** Cases whose time is over, those put forward first, then the longest over. */
  readonly due: readonly RetainedCase[];
  readonly dueCount: number;
  /** Cases under a legal hold, whether or not their time is over. */
  readonly held: readonly RetainedCase[];
  readonly erased: readonly ErasedCase[];
  readonly erasedCount: number;
};

const COLUMNS = {
  id: cases.id,
  number: cases.number,
  clientName: clients.name,
  closedAt: cases.closedAt,
  outcome: cases.outcome,
  retainUntilOn: cases.retainUntilOn,
  heldSince: legalHolds.placedAt,
  holdReason: sql<string>`coalesce(${legalHolds.reason}, '')`,
  proposedBy: erasureProposals.proposedBy,
  proposerName: sql<string>`coalesce(${users.name}, '')`,
  proposedAt: erasureProposals.proposedAt,
  proposalReason: sql<string>`coalesce(${erasureProposals.reason}, '')`,
} as const;

const retained = (tx: Transaction) =>
  tx
    .select(COLUMNS)
    .from(cases)
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .leftJoin(legalHolds, and(eq(legalHolds.caseId, cases.id), isNull(legalHolds.releasedAt)))
    .leftJoin(
      erasureProposals,
      and(eq(erasureProposals.caseId, cases.id), isNull(erasureProposals.withdrawnAt)),
    )
    .leftJoin(users, eq(users.id, erasureProposals.proposedBy));

/** What is looked through before anything is erased. Five queries; the lists are capped, their counts are whole. */
export async function reviewRetention(tx: Transaction, today: LocalDate, from = 0): Promise<RetentionReview> {
  const isDue = and(isNotNull(cases.closedAt), lte(cases.retainUntilOn, today));
  const due = await retained(tx)
    .where(and(isDue, isNull(legalHolds.id)))
    .orderBy(sql`${erasureProposals.id} is null`, asc(cases.retainUntilOn), asc(cases.id))
    .limit(RETENTION_PAGE)
    .offset(from);
  const [dueCount] = await tx
    .select({ count: count() })
    .from(cases)
    .leftJoin(legalHolds, and(eq(legalHolds.caseId, cases.id), isNull(legalHolds.releasedAt)))
    .where(and(isDue, isNull(legalHolds.id)));
  const held = await retained(tx)
    .where(isNotNull(legalHolds.id))
    .orderBy(asc(legalHolds.placedAt), asc(cases.id))
    .limit(RETENTION_PAGE);
  const erased = await tx
    .select({
      caseId: erasedCases.caseId,
      number: erasedCases.number,
      erasedAt: erasedCases.erasedAt,
      eraserName: users.name,
    })
    .from(erasedCases)
    .innerJoin(users, eq(users.id, erasedCases.erasedBy))
    .orderBy(desc(erasedCases.erasedAt), desc(erasedCases.caseId))
    .limit(RETENTION_PAGE);
  const [erasedCount] = await tx.select({ count: count() }).from(erasedCases);
  return {
    due,
    dueCount: dueCount?.count ?? 0,
    held,
    erased,
    erasedCount: erasedCount?.count ?? 0,
  };
}

/** One case as the screens of its keeping show it; null when this person has no such case. */
export async function readRetained(tx: Transaction, caseId: string): Promise<RetainedCase | null> {
  const [row] = await retained(tx).where(eq(cases.id, caseId));
  return row ?? null;
}

/** What was left of an erased case, for whoever follows an old link to it. */
export async function readErased(tx: Transaction, caseId: string): Promise<ErasedCase | null> {
  const [row] = await tx
    .select({
      caseId: erasedCases.caseId,
      number: erasedCases.number,
      erasedAt: erasedCases.erasedAt,
      eraserName: users.name,
    })
    .from(erasedCases)
    .innerJoin(users, eq(users.id, erasedCases.erasedBy))
    .where(eq(erasedCases.caseId, caseId));
  return row ?? null;
}
