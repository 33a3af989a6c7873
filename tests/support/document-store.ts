import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diskBlobs } from '../../lib/document-store/disk-store.ts';
import { type DocumentStore, sealedStore } from '../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey } from '../../lib/document-store/file-keys.ts';

/** A store of its own in a folder that goes when the process ends. */
export function openTestStore(): DocumentStore {
  return sealedStore(
    diskBlobs(path.join(temporaryFolder(), 'documents')),
    masterKeys({ DOCUMENT_KEY: newMasterKey() }),
  );
}

const folders: string[] = [];

/** A folder that goes when the process ends. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-documents-'));
  if (folders.length === 0)
    process.once('exit', () => {
      for (const each of folders) fs.rmSync(each, { recursive: true, force: true });
    });
  folders.push(folder);
  return folder;
}
