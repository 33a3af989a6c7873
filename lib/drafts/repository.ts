import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { Transaction } from '../db/client.ts';
import { cases } from '../db/schema.ts';
import { drafts } from '../db/schema-day.ts';
import type { DraftPlace } from './draft-place.ts';
import type { DraftInput } from './input.ts';

type Typed = NonNullable<DraftInput['typed']>;

const isAt = ({ userId }: UserActor, { caseId, form }: DraftPlace) =>
  and(
    eq(drafts.userId, userId),
    caseId === null ? isNull(drafts.caseId) : eq(drafts.caseId, caseId),
    eq(drafts.form, form),
  );

/** Keeps what a person typed, in the place of what they had typed there before; false where they see no such case. */
export async function putDraft(
  tx: Transaction,
  actor: UserActor,
  { caseId, form }: DraftPlace,
  typed: Typed,
  now: Date,
): Promise<boolean> {
  const { officeId, userId } = actor;
  if (caseId !== null) {
    const seen = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId));
    if (seen.length === 0) return false;
  }
  await tx
    .insert(drafts)
    .values({ officeId, userId, caseId, form, typed, savedAt: now })
    .onConflictDoUpdate({
      target: [drafts.userId, drafts.caseId, drafts.form],
      set: { typed, savedAt: now },
    });
  return true;
}

/** Forgets a person's own draft of one form, where there is one. */
export async function dropDraft(tx: Transaction, actor: UserActor, place: DraftPlace): Promise<void> {
  await tx.delete(drafts).where(isAt(actor, place));
}

/** A person's own draft of one form. */
export async function findDraft(
  tx: Transaction,
  actor: UserActor,
  place: DraftPlace,
): Promise<{ readonly typed: Typed; readonly savedAt: Date } | null> {
  const [draft] = await tx
    .select({ typed: drafts.typed, savedAt: drafts.savedAt })
    .from(drafts)
    .where(isAt(actor, place));
  return draft ? { typed: copyOf(draft.typed), savedAt: draft.savedAt } : null;
}

/** The drafts of one case that the reader may see: their own. */
export async function listDrafts(
  tx: Transaction,
  caseId: string,
): Promise<{ readonly form: string; readonly savedAt: Date }[]> {
  return tx
    .select({ form: drafts.form, savedAt: drafts.savedAt })
    .from(drafts)
    .where(eq(drafts.caseId, caseId))
    .orderBy(desc(drafts.savedAt), drafts.form);
}

const copyOf = (typed: typeof drafts.$inferSelect.typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

/** Forgets drafts of an office that nobody typed on since a moment; how many. */
export async function dropDraftsBefore(tx: Transaction, before: Date): Promise<number> {
  const { rowCount } = await tx.delete(drafts).where(lt(drafts.savedAt, before));
  return rowCount ?? 0;
}
