import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
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

/** What an opened form knows to be its own: what was typed into it, and the draft it has seen last. */
export type OwnDraft = { readonly formId: string | null; readonly draftId: string | null };

/** Keeps what a person typed, in the place of what they had typed there before; null where they see no such case. */
export async function putDraft(
  tx: Transaction,
  actor: UserActor,
  { caseId, form }: DraftPlace,
  typed: Typed,
  { formId, now }: { readonly formId: string | null; readonly now: Date },
): Promise<{ readonly draftId: string } | null> {
  const { officeId, userId } = actor;
  if (caseId !== null) {
    const seen = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId));
    if (seen.length === 0) return null;
  }
  const kept = { formId, typed, savedAt: now };
  const [draft] = await tx
    .insert(drafts)
    .values({ officeId, userId, caseId, form, ...kept })
    .onConflictDoUpdate({
      target: [drafts.userId, drafts.caseId, drafts.form],
      set: { id: sql`gen_random_uuid()`, ...kept },
    })
    .returning({ draftId: drafts.id });
  return draft ?? null;
}

/** Forgets a person's own draft of one form, but none that they typed meanwhile into the same form elsewhere. */
export async function dropDraft(
  tx: Transaction,
  actor: UserActor,
  place: DraftPlace,
  { formId, draftId }: OwnDraft,
): Promise<void> {
  const isOwn = or(
    formId === null ? undefined : eq(drafts.formId, formId),
    draftId === null ? undefined : eq(drafts.id, draftId),
  );
  if (isOwn) await tx.delete(drafts).where(and(isAt(actor, place), isOwn));
}

/** A person's own draft of one form. */
export async function findDraft(
  tx: Transaction,
  actor: UserActor,
  place: DraftPlace,
): Promise<{ readonly id: string; readonly typed: Typed; readonly savedAt: Date } | null> {
  const [draft] = await tx
    .select({ id: drafts.id, typed: drafts.typed, savedAt: drafts.savedAt })
    .from(drafts)
    .where(isAt(actor, place));
  return draft ? { ...draft, typed: copyOf(draft.typed) } : null;
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
