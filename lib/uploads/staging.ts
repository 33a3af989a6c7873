import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inStoreWords } from '../document-store/blobs.ts';
import { syncFolder, writeFully } from '../document-store/disk-store.ts';
import { type MasterKeys, unwrapKey, type WrappedKey, wrapKey } from '../document-store/file-keys.ts';
import { BrokenSeal, FRAME_BYTES, KEY_BYTES } from '../document-store/sealed-file.ts';
import {
  FRAME_HEAD_BYTES,
  FRAME_OVERHEAD_BYTES,
  openFrame,
  plainLengthOf,
  sealFrame,
} from './staged-frames.ts';

/** An upload as its row says; `receivedCount` bytes of it were safely on disk when somebody last looked. */
export type StagedUpload = WrappedKey & { readonly id: string; readonly receivedCount: number };

export type Staging = {
  /** A new key for an upload, wrapped for its row. */
  newKey(id: string): WrappedKey;
  /** How many bytes are safely on disk: what a crash left unfinished behind them is cut off. */
  settle(upload: StagedUpload): Promise<number>;
  /**
   * Adds bytes behind those that are there and answers how many are safely on disk then. Where the source breaks off, what
   * had come is kept, and the failure is thrown.
   */
  append(upload: StagedUpload, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** The plain bytes from the beginning. */
  read(upload: StagedUpload): AsyncGenerator<Buffer>;
  discard(id: string): Promise<void>;
  /** The ids of what lies here since before `moment`. */
  stagedBefore(moment: Date): AsyncGenerator<string>;
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Opens the file of an upload to read and write: a test gives one whose disk is full. */
export type OpenStaged = (file: string, flags: 'r+' | 'w+') => Promise<fs.FileHandle>;

const openPrivate: OpenStaged = (file, flags) => fs.open(file, flags, 0o600);

/** Keeps uploads that are not whole yet in files of `folder`, sealed from their first byte. */
export function openStaging(folder: string, keys: MasterKeys, open: OpenStaged = openPrivate): Staging {
  const fileOf = (id: string) => {
    if (!ID.test(id)) throw new Error('this is not the id of an upload');
    return path.join(folder, id);
  };
  const keyOf = (upload: StagedUpload) => unwrapKey(keys, upload, upload.id);

  /** Opens what is there, or begins it; null where nothing is there and nothing is to be begun. */
  async function handleOf(id: string, options: { readonly begin: boolean }): Promise<fs.FileHandle | null> {
    try {
      return await open(fileOf(id), 'r+');
    } catch (error) {
      if (!isMissing(error)) throw error;
      if (!options.begin) return null;
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const handle = await open(fileOf(id), 'w+');
      await syncFolder(folder);
      return handle;
    }
  }

  return {
    newKey: (id) => wrapKey(keys, randomBytes(KEY_BYTES), id),
    async settle(upload) {
      const handle = await handleOf(upload.id, { begin: false });
      if (!handle) return 0;
      await using _ = handle;
      return (await settleFile(handle, upload, keyOf(upload))).plain;
    },
    async append(upload, bytes) {
      const key = keyOf(upload);
      try {
        const handle = await handleOf(upload.id, { begin: true });
        if (!handle) throw new Error('an upload could not be begun');
        await using _ = handle;
        const from = await settleFile(handle, upload, key);
        return await appendTo(handle, from, key, bytes);
      } catch (error) {
        throw inStoreWords(error);
      }
    },
    async *read(upload) {
      const key = keyOf(upload);
      const handle = await handleOf(upload.id, { begin: false });
      if (!handle) return;
      await using _ = handle;
      for await (const { start, next } of placesOf(handle))
        yield openFrame(await readAt(handle, start.sealed, next.sealed - start.sealed), key, start.plain);
    },
    discard: (id) => fs.rm(fileOf(id), { force: true }),
    async *stagedBefore(moment) {
      const names = await fs.readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      });
      for (const name of names.filter((each) => ID.test(each))) {
        const found = await fs.stat(path.join(folder, name)).catch(() => null);
        if (found && found.mtime < moment) yield name;
      }
    },
  };
}

type Place = { readonly plain: number; readonly sealed: number };

/** Finds the end of what is whole and makes it durable. What was not said to be safe yet is tried before it is believed. */
async function settleFile(handle: fs.FileHandle, upload: StagedUpload, key: Buffer): Promise<Place> {
  let end: Place = { plain: 0, sealed: 0 };
  for await (const { start, next } of placesOf(handle)) {
    if (next.plain > upload.receivedCount && !(await opens(handle, start, next, key))) break;
    end = next;
  }
  const { size } = await handle.stat();
  if (size !== end.sealed) await handle.truncate(end.sealed);
  await handle.sync();
  return end;
}

async function opens(handle: fs.FileHandle, start: Place, next: Place, key: Buffer): Promise<boolean> {
  try {
    openFrame(await readAt(handle, start.sealed, next.sealed - start.sealed), key, start.plain);
    return true;
  } catch (error) {
    if (error instanceof BrokenSeal) return false;
    throw error;
  }
}

/** Where each frame begins and ends, as far as they are there from end to end. */
async function* placesOf(handle: fs.FileHandle): AsyncGenerator<{ start: Place; next: Place }> {
  const { size } = await handle.stat();
  let start: Place = { plain: 0, sealed: 0 };
  for (;;) {
    const length = plainLengthOf(await readAt(handle, start.sealed, FRAME_HEAD_BYTES));
    if (length === null) return;
    const next = { plain: start.plain + length, sealed: start.sealed + length + FRAME_OVERHEAD_BYTES };
    if (next.sealed > size) return;
    yield { start, next };
    start = next;
  }
}

async function readAt(handle: fs.FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function appendTo(
  handle: fs.FileHandle,
  from: Place,
  key: Buffer,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  let { plain, sealed } = from;
  let pending = Buffer.alloc(0);
  const source = new Source(bytes);
  const writeFrame = async (frameBytes: Buffer) => {
    const frame = sealFrame(frameBytes, key, plain);
    await writeFully(handle, frame, sealed);
    sealed += frame.length;
    plain += frameBytes.length;
  };
  for await (const chunk of source) {
    pending = Buffer.concat([pending, chunk]);
    for (; pending.length >= FRAME_BYTES; pending = pending.subarray(FRAME_BYTES))
      await writeFrame(pending.subarray(0, FRAME_BYTES));
  }
  if (pending.length > 0) await writeFrame(pending);
  await handle.sync();
  if (source.failure) throw source.failure.reason;
  return plain;
}

/** Reads a source that may break off, and keeps the reason until what had come is written. */
class Source implements AsyncIterable<Uint8Array> {
  failure: { readonly reason: unknown } | null = null;
  readonly #bytes: AsyncIterable<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const source = this.#bytes[Symbol.asyncIterator]();
    for (;;) {
      const next = await source.next().catch((reason: unknown) => {
        this.failure = { reason };
        return { done: true, value: undefined } as const;
      });
      if (next.done) return;
      yield next.value;
    }
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
