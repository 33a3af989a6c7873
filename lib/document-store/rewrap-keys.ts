import { type SystemActor, systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import type { DocumentContext } from '../document-work/context.ts';
import { done, type Outcome } from '../errors.ts';
import { eachOffice } from '../offices/each-office.ts';
import { listOffices } from '../offices/queries.ts';
import type { DocumentStore } from './document-store.ts';
import { countWrappedOtherwise, lockOtherwiseWrapped, lockOtherwiseWrappedUploads } from './queries.ts';
import { saveUploadWrapping, saveWrapping } from './repository.ts';

export type RewrapSummary = { files: number; uploads: number };

const BATCH = 500;

/**
 * Puts the keys of every file and upload under the current master key, a batch at a time; the bytes stay as they are.
 * What is done stays done when it is broken off, and the next run goes on. Throws UnknownMasterKey where a key is missing.
 */
export const rewrapKeys = (
  context: Pick<DocumentContext, 'db' | 'store' | 'clock' | 'log' | 'stopping'>,
): Promise<RewrapSummary> =>
  eachOffice(context, undefined, { files: 0, uploads: 0 }, async (office, summary) => {
    const { db, store, clock, stopping } = context;
    for (;;) {
      stopping?.throwIfAborted();
      const outcome = await inUnitOfWork(db, systemActor(office.id), clock(), (unit) =>
        rewrapBatch(unit, store),
      );
      if (!outcome.ok) throw new Error('keys were not rewrapped');
      const { files, uploads } = outcome.value;
      if (files + uploads === 0) return;
      summary.files += files;
      summary.uploads += uploads;
    }
  });

/** How many files and uploads of all offices still need a former master key. */
export async function countOtherwiseWrapped({
  db,
  store,
  clock,
}: Pick<DocumentContext, 'db' | 'store' | 'clock'>): Promise<number> {
  const today = pacificToday(clock());
  let left = 0;
  for (const { id } of await listOffices(db))
    left += await inOffice(db, systemActor(id), today, (tx) => countWrappedOtherwise(tx, store.masterKeyId));
  return left;
}

async function rewrapBatch(
  unit: UnitOfWork<SystemActor>,
  store: DocumentStore,
): Promise<Outcome<RewrapSummary>> {
  const files = await lockOtherwiseWrapped(unit.tx, store.masterKeyId, BATCH);
  for (const file of files) await saveWrapping(unit, file.id, store.rewrap(file));
  const uploads = await lockOtherwiseWrappedUploads(unit.tx, store.masterKeyId, BATCH);
  for (const upload of uploads)
    await saveUploadWrapping(unit, upload.id, store.rewrap({ ...upload, storageKey: upload.id }));
  const count = files.length + uploads.length;
  if (count > 0)
    unit.record({ event: 'files.rewrapped', changes: [{ field: 'fileCount', from: null, to: count }] });
  return done({ files: files.length, uploads: uploads.length });
}
