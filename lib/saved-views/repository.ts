import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { savedViews } from '../db/schema-day.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

type Entry = { readonly name: string; readonly params: string; readonly isShared: boolean };

const COLUMNS = {
  id: savedViews.id,
  userId: savedViews.userId,
  name: savedViews.name,
  params: savedViews.params,
  isShared: savedViews.isShared,
  removedAt: savedViews.removedAt,
};

/** Locks a view that its reader sees, removed or not. */
export async function lockView({ tx }: UnitOfWork, viewId: string) {
  const [view] = await tx.select(COLUMNS).from(savedViews).where(eq(savedViews.id, viewId)).for('update');
  return view ?? null;
}

/** Locks the person's own view of this name, however it is capitalized. */
export async function lockOwnView({ tx, actor }: UnitOfWork<UserActor>, name: string) {
  const [view] = await tx
    .select(COLUMNS)
    .from(savedViews)
    .where(
      and(
        eq(savedViews.userId, actor.userId),
        isNull(savedViews.removedAt),
        sql`lower(${savedViews.name}) = lower(${name})`,
      ),
    )
    .for('update');
  return view ?? null;
}

export async function countOwnViews({ tx, actor }: UnitOfWork<UserActor>): Promise<number> {
  return tx.$count(savedViews, and(eq(savedViews.userId, actor.userId), isNull(savedViews.removedAt)));
}

export async function insertView({ tx, actor }: UnitOfWork<UserActor>, entry: Entry): Promise<string | null> {
  const [row] = await tx
    .insert(savedViews)
    .values({ officeId: actor.officeId, userId: actor.userId, ...entry })
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return row?.id ?? null;
}

export async function updateView({ tx }: UnitOfWork, viewId: string, entry: Entry): Promise<void> {
  await tx.update(savedViews).set(entry).where(eq(savedViews.id, viewId));
}

export async function removeOrRestore({ tx }: UnitOfWork, viewId: string, at: Date | null): Promise<void> {
  await tx.update(savedViews).set({ removedAt: at }).where(eq(savedViews.id, viewId));
}

/** True where another of its owner's views has taken the name of one that was removed. */
export async function isNameTaken(
  { tx }: UnitOfWork,
  view: { readonly id: string; readonly userId: string; readonly name: string },
): Promise<boolean> {
  const count = await tx.$count(
    savedViews,
    and(
      eq(savedViews.userId, view.userId),
      ne(savedViews.id, view.id),
      isNull(savedViews.removedAt),
      sql`lower(${savedViews.name}) = lower(${view.name})`,
    ),
  );
  return count > 0;
}
