import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { storedFiles } from '../db/schema-documents.ts';
import type { CommandEnv } from '../env.ts';
import type { Blobs } from './blobs.ts';
import { diskBlobs } from './disk-store.ts';
import { type MasterKeys, masterKeys, unwrapKey, type WrappedKey, wrapKey } from './file-keys.ts';
import { bucketBlobs } from './s3-store.ts';
import { KEY_BYTES, openBytes, sealBytes } from './sealed-file.ts';

/** A file that is kept, as its row is to say; without the row its bytes cannot be opened. */
export type KeptFile = {
  storageKey: string;
  mediaType: string;
  byteCount: number;
  sha256: string;
  wrappedKey: string;
  masterKeyId: string;
};

export type SealedFile = Pick<
  typeof storedFiles.$inferSelect,
  'storageKey' | 'wrappedKey' | 'masterKeyId' | 'byteCount' | 'sha256'
>;

export type DocumentStore = {
  /** Seals the bytes under a key of their own; durable when it resolves. A crash leaves at most bytes nobody can open. */
  keep(bytes: Readable | Buffer, mediaType: string): Promise<KeptFile>;
  /** The plain bytes; the stream fails where a bit was changed or the file was cut. */
  open(file: SealedFile): Promise<Readable>;
  read(file: SealedFile): Promise<Buffer>;
  /** Takes the bytes out of the store; those that are gone already are no failure. */
  discard(storageKey: string): Promise<void>;
  /** The id of the master key that new files are sealed under. */
  readonly masterKeyId: string;
  /** The file's key under the current master key: its bytes stay as they are. */
  rewrap(file: Pick<SealedFile, 'storageKey' | 'wrappedKey' | 'masterKeyId'>): WrappedKey;
  /** The storage keys of what has been in the store since before `moment`, with what a crash left of a `keep`. */
  keptBefore(moment: Date): AsyncIterable<string>;
};

type StoreEnv = Pick<
  CommandEnv,
  | 'DATA_DIR'
  | 'DOCUMENT_KEY'
  | 'DOCUMENT_FORMER_KEYS'
  | 'S3_ENDPOINT'
  | 'S3_BUCKET'
  | 'S3_REGION'
  | 'S3_ACCESS_KEY_ID'
  | 'S3_SECRET_ACCESS_KEY'
  | 'S3_FORCE_PATH_STYLE'
>;

/** The store of the configuration. Throws MissingMasterKey. */
export const openDocumentStore = (env: StoreEnv): DocumentStore => sealedStore(blobsOf(env), masterKeys(env));

/** Where uploads, which are sealed too, wait to be whole. */
export const documentFolders = ({ DATA_DIR }: Pick<CommandEnv, 'DATA_DIR'>) => ({
  documents: path.resolve(DATA_DIR, 'documents'),
  uploads: path.resolve(DATA_DIR, 'uploads'),
});

function blobsOf(env: StoreEnv): Blobs {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    return diskBlobs(documentFolders(env).documents);
  return bucketBlobs({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    usesPathStyle: env.S3_FORCE_PATH_STYLE === 'on',
  });
}

/** A store over any place for blobs. Names are random: nothing a person typed reaches the disk or the bucket. */
export function sealedStore(blobs: Blobs, keys: MasterKeys): DocumentStore {
  async function open(file: SealedFile): Promise<Readable> {
    const key = unwrapKey(keys, file, file.storageKey);
    const sealed = await blobs.get(file.storageKey);
    const opened = Readable.from(openBytes(sealed, key), { objectMode: false });
    // Whoever stops reading, or never begins, lets go of the file too.
    opened.once('close', () => sealed.destroy());
    return opened;
  }
  return {
    async keep(bytes, mediaType) {
      const storageKey = randomBytes(16).toString('hex');
      const fileKey = randomBytes(KEY_BYTES);
      const hash = createHash('sha256');
      let byteCount = 0;
      const source = Buffer.isBuffer(bytes) ? [bytes] : bytes;
      const counted = (async function* () {
        for await (const chunk of source as AsyncIterable<Buffer> | Buffer[]) {
          hash.update(chunk);
          byteCount += chunk.byteLength;
          yield chunk;
        }
      })();
      await blobs.put(storageKey, sealBytes(counted, fileKey));
      const wrapped = wrapKey(keys, fileKey, storageKey);
      return { storageKey, mediaType, byteCount, sha256: hash.digest('hex'), ...wrapped };
    },
    open,
    async read(file) {
      const chunks: Buffer[] = [];
      for await (const chunk of await open(file)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    discard: (storageKey) => blobs.remove(storageKey),
    masterKeyId: keys.current.id,
    rewrap: (file) => wrapKey(keys, unwrapKey(keys, file, file.storageKey), file.storageKey),
    async *keptBefore(moment) {
      for await (const { name, since } of blobs.list()) if (since < moment) yield name;
    },
  };
}
