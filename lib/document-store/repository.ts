import { storedFiles } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { KeptFile } from './document-store.ts';

/** Records a file that is in the store already; `caseId` is null for what belongs to the office. */
export async function insertStoredFile(
  unit: UnitOfWork,
  caseId: string | null,
  file: KeptFile,
): Promise<string> {
  const [row] = await unit.tx
    .insert(storedFiles)
    .values({ officeId: unit.actor.officeId, caseId, createdAt: unit.now, ...file })
    .returning({ id: storedFiles.id });
  if (!row) throw new Error('a file was not recorded');
  return row.id;
}
