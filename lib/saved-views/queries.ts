import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

export type SavedView = {
  readonly id: string;
  readonly name: string;
  /** The list's parameters: see `viewParams`. */
  readonly params: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
};

export type SavedViewColumns = {
  id: string;
  name: string;
  params: string | null;
  is_shared: boolean | null;
  is_own: boolean | null;
};

export const savedViewOf = (row: SavedViewColumns): SavedView => ({
  id: row.id,
  name: row.name,
  params: row.params ?? '',
  isShared: row.is_shared ?? false,
  isOwn: row.is_own ?? false,
});

export type KeptView = SavedView & {
  /** Whose it is. */
  readonly ownerName: string;
};

/** What a person sees of the views of their office: their own and the shared ones, and the one just removed. */
export async function listKeptViews(
  tx: Transaction,
  personId: string,
  removedId: string | null,
): Promise<{ views: KeptView[]; removed: SavedView | null }> {
  const { rows } = await tx.execute<SavedViewColumns & { owner_name: string; removed: boolean }>(sql`
    select v.id, v.name, v.params, v.is_shared, v.user_id = ${personId} as is_own, u.name as owner_name,
      v.removed_at is not null as removed
    from saved_views v join users u on u.id = v.user_id
    where v.removed_at is null or v.id = ${removedId}::uuid
    order by v.name, v.id`);
  const removed = rows.find((row) => row.removed);
  return {
    views: rows
      .filter((row) => !row.removed)
      .map((row) => ({ ...savedViewOf(row), ownerName: row.owner_name })),
    removed: removed ? savedViewOf(removed) : null,
  };
}
