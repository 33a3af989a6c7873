import type { Readable } from 'node:stream';

/** Where sealed bytes are kept: a folder or a bucket. It sees random names and sealed bytes, nothing else. */
export type Blobs = {
  /** Durable when it resolves; when it rejects, nothing stands under the name. */
  put(name: string, sealed: AsyncIterable<Buffer>): Promise<void>;
  /** Throws MissingBlob. */
  get(name: string): Promise<Readable>;
  /** Removing what is not there is done already. */
  remove(name: string): Promise<void>;
  /** Everything that is there, with what a broken-off `put` left. */
  list(): AsyncIterable<{ readonly name: string; readonly since: Date }>;
};

export class MissingBlob extends Error {
  override name = 'MissingBlob';
  constructor(name: string) {
    super(
      `The stored file ${name} is not there: restore DATA_DIR/documents, or the bucket, together with the database.`,
    );
  }
}

/** Thrown where there is no room left. What was being stored is not there, not even in part. */
export class StoreFull extends Error {
  override name = 'StoreFull';
  constructor(cause: unknown) {
    super(
      'There is no room left where documents are kept, so nothing was stored. Ask whoever runs the server.',
      {
        cause,
      },
    );
  }
}

const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A failure of the disk in the words of the store. */
export const inStoreWords = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && NO_ROOM.has(error.code) ? new StoreFull(error) : error;
