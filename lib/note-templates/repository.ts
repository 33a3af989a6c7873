import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { noteTemplates } from '../db/schema-day.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export type TemplateEntry = {
  readonly kind: 'note' | 'call';
  readonly name: string;
  readonly body: string;
};

/** Locks a template of the office, retired or not. */
export async function lockTemplate(
  { tx }: UnitOfWork,
  templateId: string,
): Promise<(TemplateEntry & { readonly isRetired: boolean }) | null> {
  const [row] = await tx
    .select({
      kind: noteTemplates.kind,
      name: noteTemplates.name,
      body: noteTemplates.body,
      retiredAt: noteTemplates.retiredAt,
    })
    .from(noteTemplates)
    .where(eq(noteTemplates.id, templateId))
    .for('update');
  return row ? { kind: row.kind, name: row.name, body: row.body, isRetired: row.retiredAt !== null } : null;
}

/** Whether another template in use has this name, however it is capitalized. */
export async function isNameTaken(
  { tx }: UnitOfWork,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await tx
    .select({ id: noteTemplates.id })
    .from(noteTemplates)
    .where(
      and(
        sql`lower(${noteTemplates.name}) = lower(${name})`,
        isNull(noteTemplates.retiredAt),
        exceptId === null ? undefined : ne(noteTemplates.id, exceptId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

export async function insertTemplate(
  { tx, actor, now }: UnitOfWork<UserActor>,
  entry: TemplateEntry,
): Promise<string> {
  const [row] = await tx
    .insert(noteTemplates)
    .values({ officeId: actor.officeId, changedBy: actor.userId, changedAt: now, ...entry })
    .returning({ id: noteTemplates.id });
  if (!row) throw new Error('a template was not stored');
  return row.id;
}

export async function updateTemplate(
  { tx, actor, now }: UnitOfWork<UserActor>,
  templateId: string,
  change: Partial<TemplateEntry> & { readonly retiredAt?: Date | null },
): Promise<void> {
  await tx
    .update(noteTemplates)
    .set({ ...change, changedBy: actor.userId, changedAt: now })
    .where(eq(noteTemplates.id, templateId));
}
