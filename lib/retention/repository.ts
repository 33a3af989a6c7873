import { and, eq, isNull, sql } from 'drizzle-orm';
import { cases } from '../db/schema.ts';
import { erasureProposals, legalHolds } from '../db/schema-access.ts';
import { clientMessages, reminders } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Kept } from './rules.ts';
import type { Figures } from './statistics.ts';

/** Locks a case and reads what decides whether it is kept; null when this person has no such case. */
export async function lockKept(unit: UnitOfWork, caseId: string): Promise<Kept | null> {
  const [row] = await unit.tx
    .select({ closedAt: cases.closedAt, retainUntilOn: cases.retainUntilOn })
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('update');
  if (!row) return null;
  const [hold] = await unit.tx.select({ id: legalHolds.id }).from(legalHolds).where(standingHold(caseId));
  const [proposal] = await unit.tx
    .select({ proposedBy: erasureProposals.proposedBy })
    .from(erasureProposals)
    .where(standingProposal(caseId));
  return { ...row, isHeld: hold !== undefined, proposedBy: proposal?.proposedBy ?? null };
}

const standingHold = (caseId: string) => and(eq(legalHolds.caseId, caseId), isNull(legalHolds.releasedAt));
const standingProposal = (caseId: string) =>
  and(eq(erasureProposals.caseId, caseId), isNull(erasureProposals.withdrawnAt));

export async function insertHold(
  unit: UnitOfWork,
  hold: { caseId: string; reason: string; placedBy: string },
): Promise<void> {
  await unit.tx.insert(legalHolds).values({ officeId: unit.actor.officeId, placedAt: unit.now, ...hold });
}

export async function releaseStandingHold(
  unit: UnitOfWork,
  caseId: string,
  release: { releasedBy: string; releaseReason: string },
): Promise<void> {
  await unit.tx
    .update(legalHolds)
    .set({ releasedAt: unit.now, ...release })
    .where(standingHold(caseId));
}

export async function insertProposal(
  unit: UnitOfWork,
  proposal: { caseId: string; reason: string; proposedBy: string },
): Promise<void> {
  await unit.tx
    .insert(erasureProposals)
    .values({ officeId: unit.actor.officeId, proposedAt: unit.now, ...proposal });
}

/** Ends a standing proposal and says whether there was one; a case that none stands for is left as it is. */
export async function withdrawStandingProposal(
  unit: UnitOfWork,
  caseId: string,
  withdrawnBy: string,
): Promise<boolean> {
  const { rowCount } = await unit.tx
    .update(erasureProposals)
    .set({ withdrawnAt: unit.now, withdrawnBy })
    .where(standingProposal(caseId));
  return (rowCount ?? 0) > 0;
}

/** What was written about a case, by the id under which each message was sent. */
export async function listMessageIds(unit: UnitOfWork, caseId: string): Promise<string[]> {
  const rows = await unit.tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(eq(reminders.caseId, caseId))
    .unionAll(
      unit.tx.select({ id: clientMessages.id }).from(clientMessages).where(eq(clientMessages.caseId, caseId)),
    );
  return rows.map(({ id }) => id);
}

/** Erases a case for good. The database checks every condition itself: it is the one thing nobody can take back. */
export async function eraseCaseRows(unit: UnitOfWork, caseId: string, figures: Figures): Promise<void> {
  await unit.tx.execute(
    sql`select erase_case(${caseId}, ${unit.now.toISOString()}, ${JSON.stringify(figures)})`,
  );
}
