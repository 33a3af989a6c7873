import { and, count, eq, isNull } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { pinnedFacts } from '../db/schema-day.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export type StoredFact = { readonly id: string; readonly body: string; readonly isPinned: boolean };

export async function countPinned({ tx }: UnitOfWork, caseId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(pinnedFacts)
    .where(and(eq(pinnedFacts.caseId, caseId), isNull(pinnedFacts.unpinnedAt)));
  return row?.count ?? 0;
}

export async function insertFact(
  { tx, actor, now }: UnitOfWork<UserActor>,
  caseId: string,
  body: string,
): Promise<string> {
  const [row] = await tx
    .insert(pinnedFacts)
    .values({ officeId: actor.officeId, caseId, body, pinnedBy: actor.userId, pinnedAt: now })
    .returning({ id: pinnedFacts.id });
  if (!row) throw new Error('a fact was not pinned');
  return row.id;
}

export async function findFact(
  { tx }: UnitOfWork,
  caseId: string,
  factId: string,
): Promise<StoredFact | null> {
  const [row] = await tx
    .select({ id: pinnedFacts.id, body: pinnedFacts.body, unpinnedAt: pinnedFacts.unpinnedAt })
    .from(pinnedFacts)
    .where(and(eq(pinnedFacts.caseId, caseId), eq(pinnedFacts.id, factId)));
  return row ? { id: row.id, body: row.body, isPinned: row.unpinnedAt === null } : null;
}

export async function setPinned(
  { tx, actor, now }: UnitOfWork<UserActor>,
  factId: string,
  isPinned: boolean,
): Promise<void> {
  await tx
    .update(pinnedFacts)
    .set(isPinned ? { unpinnedBy: null, unpinnedAt: null } : { unpinnedBy: actor.userId, unpinnedAt: now })
    .where(eq(pinnedFacts.id, factId));
}
