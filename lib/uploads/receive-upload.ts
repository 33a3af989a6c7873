import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { loadCase } from '../cases/load-case.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { KeptFile } from '../document-store/document-store.ts';
import { insertStoredFile } from '../document-store/repository.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { titleOf } from './input.ts';
import { findTwin, findUpload, readOutcome, type Twin } from './queries.ts';
import { finishUpload, insertDocument } from './repository.ts';
import { alreadyHere } from './rules.ts';

/**
 * Records a whole upload, whose bytes are in the store already, as a document of its case. A case takes one at a time, so
 * that the same file is never recorded twice; no clock follows from a document, so the case keeps its version.
 */
export async function receiveUpload(
  unit: UnitOfWork<UserActor>,
  { uploadId, file }: { readonly uploadId: string; readonly file: KeptFile },
): Promise<Outcome<Twin>> {
  const announced = await findUpload(unit.tx, unit.actor, uploadId);
  if (!announced) return notFound;
  const loaded = await loadCase(unit, announced.caseId);
  if (!loaded.ok) return loaded;
  const closed = closedCaseViolation(loaded.record);
  if (closed) return refuse(closed);
  const upload = await findUpload(unit.tx, unit.actor, uploadId);
  if (!upload) return notFound;
  const { caseId } = upload;
  const twin = (await readOutcome(unit.tx, upload)) ?? (await findTwin(unit.tx, caseId, file.sha256));
  if (twin) return refuse(alreadyHere(twin.title));

  const title = titleOf(upload.name);
  const originalFileId = await insertStoredFile(unit, caseId, file);
  await insertDocument(unit, upload, { title, sha256: file.sha256, originalFileId });
  if (!(await finishUpload(unit.tx, uploadId, uploadId))) return notFound;
  unit.record({
    event: 'document.added',
    caseId,
    subjectId: uploadId,
    changes: changedFields({}, { title, kind: upload.kind }),
  });
  return done({ documentId: uploadId, title });
}
