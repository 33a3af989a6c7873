import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { KeptFile } from '../document-store/document-store.ts';
import { insertStoredFile } from '../document-store/repository.ts';
import { done, type Outcome } from '../errors.ts';
import { guessFields } from './guess-fields.ts';
import type { ReadForm } from './read-form.ts';
import { replaceForm } from './repository.ts';

export type NewOfficialForm = {
  readonly regulator: 'DMHC' | 'CDI';
  readonly title: string;
  /** In the store already. */
  readonly file: KeptFile;
  readonly form: ReadForm;
};

/** Adds a department's own form, which fills the packets from now on; the one before it is kept. */
export async function addForm(
  unit: UnitOfWork<UserActor>,
  { regulator, title, file, form }: NewOfficialForm,
): Promise<Outcome<{ formId: string }>> {
  const fieldMap = guessFields(regulator, form.fieldNames);
  const formId = await replaceForm(unit, {
    regulator,
    title,
    fileId: await insertStoredFile(unit, null, file),
    pageCount: form.pageCount,
    fieldMap,
    hasFields: form.fieldNames.length > 0,
    uploadedBy: unit.actor.userId,
  });
  unit.record({
    event: 'official-form.added',
    subjectId: formId,
    changes: [
      { field: 'title', from: null, to: title },
      { field: 'regulator', from: null, to: regulator },
      { field: 'pageCount', from: null, to: form.pageCount },
    ],
  });
  return done({ formId });
}
