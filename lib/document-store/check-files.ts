import { createHash } from 'node:crypto';
import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { DocumentContext } from '../document-work/context.ts';
import type { Office } from '../offices/queries.ts';
import { MissingBlob } from './blobs.ts';
import type { DocumentStore } from './document-store.ts';
import { UnknownMasterKey } from './file-keys.ts';
import { listStoredFiles, type StoredFile } from './queries.ts';

/** What is wrong with a stored file, in words for whoever runs the server. */
export type FileProblem = { readonly fileId: string; readonly problem: string };

const BATCH = 200;

/** Opens every stored file of an office, and compares its length and its hash with what was recorded. */
export async function checkFiles(
  { db, store, clock, stopping }: Pick<DocumentContext, 'db' | 'store' | 'clock' | 'stopping'>,
  office: Pick<Office, 'id'>,
): Promise<{ checked: number; problems: FileProblem[] }> {
  const actor = systemActor(office.id);
  const today = pacificToday(clock());
  const problems: FileProblem[] = [];
  let checked = 0;
  for (let after: string | null = null; ; ) {
    const files: StoredFile[] = await inOffice(db, actor, today, (tx) => listStoredFiles(tx, after, BATCH));
    for (const file of files) {
      stopping?.throwIfAborted();
      const problem = await problemOf(store, file);
      if (problem) problems.push({ fileId: file.id, problem });
      checked += 1;
    }
    after = files.at(-1)?.id ?? null;
    if (files.length < BATCH) return { checked, problems };
  }
}

async function problemOf(store: DocumentStore, file: StoredFile): Promise<string | null> {
  const hash = createHash('sha256');
  let byteCount = 0;
  try {
    for await (const chunk of await store.open(file)) {
      hash.update(chunk as Buffer);
      byteCount += (chunk as Buffer).length;
    }
  } catch (error) {
    if (error instanceof MissingBlob) return 'is not in the store';
    if (error instanceof UnknownMasterKey)
      return `needs the master key ${file.masterKeyId}, which is not set`;
    return `cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (byteCount !== file.byteCount) return `has ${byteCount} bytes where ${file.byteCount} were recorded`;
  return hash.digest('hex') === file.sha256 ? null : 'is not the file that was recorded';
}
