import { and, eq, isNull } from 'drizzle-orm';
import { officialForms } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

type NewForm = Pick<
  typeof officialForms.$inferInsert,
  'regulator' | 'title' | 'fileId' | 'pageCount' | 'fieldMap' | 'hasFields' | 'uploadedBy'
>;

/** Puts a form in the place of the one that stands, which is kept: packets were made with it. */
export async function replaceForm({ tx, actor, now }: UnitOfWork, form: NewForm): Promise<string> {
  await tx
    .update(officialForms)
    .set({ replacedAt: now })
    .where(and(eq(officialForms.regulator, form.regulator), isNull(officialForms.replacedAt)));
  const [row] = await tx
    .insert(officialForms)
    .values({ ...form, officeId: actor.officeId, uploadedAt: now })
    .returning({ id: officialForms.id });
  if (!row) throw new Error('a form was not stored');
  return row.id;
}

export async function saveFieldMap(
  { tx }: UnitOfWork,
  formId: string,
  fieldMap: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.update(officialForms).set({ fieldMap }).where(eq(officialForms.id, formId));
}
