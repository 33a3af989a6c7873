import { getDatabase } from '../db/app-database.ts';
import { getDocumentStore } from '../document-store/app-store.ts';
import { documentFolders } from '../document-store/document-store.ts';
import { masterKeys } from '../document-store/file-keys.ts';
import { getEnv } from '../env.ts';
import { openStaging } from './staging.ts';
import type { UploadSettings } from './upload-desk.ts';

/** Where the web server takes uploads in. */
export function getUploadSettings(): UploadSettings {
  const env = getEnv();
  return {
    db: getDatabase(),
    store: getDocumentStore(),
    staging: openStaging(documentFolders(env).uploads, masterKeys(env)),
    limitMegabytes: env.UPLOAD_LIMIT_MB,
  };
}
