import path from 'node:path';
import { countOtherwiseWrapped, rewrapKeys } from '../../lib/document-store/rewrap-keys.ts';
import type { DocumentContext } from '../../lib/document-work/context.ts';
import { getCommandEnv } from '../../lib/env.ts';
import { claimDataFolder } from '../launcher/claim.ts';
import { changeDocumentKey, forgetFormerKeys } from '../launcher/secrets.ts';

/**
 * Makes the new key where Recourse keeps it itself: null where it is set from outside. Throws Problem while Recourse
 * runs, whose programs would not know the new key.
 */
export async function beginRotation(): Promise<{ finish: () => void } | null> {
  const env = getCommandEnv();
  if (env.DOCUMENT_KEY) return null;
  const dataDir = path.resolve(env.DATA_DIR);
  const claim = await claimDataFolder(dataDir, 'npm run documents -- rotate-key');
  try {
    changeDocumentKey(dataDir);
  } finally {
    claim.release();
  }
  return {
    finish() {
      forgetFormerKeys(dataDir);
      console.log(
        'The new key is in secrets.json, and the former one is gone from it. Back the file up again, and keep its former backup as long as any backup of the database from before today.',
      );
    },
  };
}

/** Puts every file's key under the current master key, and says when the former one is needed no more. */
export async function rotateAndPrint(context: DocumentContext): Promise<number> {
  const { files, uploads } = await rewrapKeys(context);
  console.log(
    `${counted(files, 'file')} and ${counted(uploads, 'unfinished upload')} put under the current key.`,
  );
  const left = await countOtherwiseWrapped(context);
  if (left > 0) {
    console.error(
      `${counted(left, 'file')} still need a former key: run this again, and keep DOCUMENT_FORMER_KEYS until then.`,
    );
    return 1;
  }
  console.log('Nothing needs a former key any more: DOCUMENT_FORMER_KEYS can be emptied.');
  return 0;
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
