import { diskBlobs } from '../../lib/document-store/disk-store.ts';
import { type DocumentStore, documentFolders, sealedStore } from '../../lib/document-store/document-store.ts';
import { masterKeys } from '../../lib/document-store/file-keys.ts';
import { inheritEnv } from '../../lib/env.ts';
import { pdfOf } from '../../tests/support/files/pdfs.ts';
import type { TestOffice } from '../../tests/support/office.ts';
import { addPaper } from '../../tests/support/packets.ts';

/** The store of the server that the journeys are against. */
function serverStore(): DocumentStore {
  const { E2E_DATA_DIR, E2E_DOCUMENT_KEY } = inheritEnv({});
  if (!E2E_DATA_DIR) throw new Error('E2E_DATA_DIR is not set: journeys are run by "npm test"');
  const { documents } = documentFolders({ DATA_DIR: E2E_DATA_DIR });
  return sealedStore(diskBlobs(documents), masterKeys({ DOCUMENT_KEY: E2E_DOCUMENT_KEY }));
}

/** A paper of two pages on a case, as it is once the worker has looked at it. */
export const addPaperToCase = async (office: TestOffice, caseId: string): Promise<string> =>
  addPaper(office, serverStore(), caseId, {
    kind: 'other',
    title: 'A paper',
    pages: await pdfOf('One', 'Two'),
    on: '2026-03-10',
  });
