import fs from 'node:fs/promises';
import path from 'node:path';
import { type Blobs, inStoreWords, MissingBlob } from './blobs.ts';

const UNFINISHED = '.unfinished';
const NAME = /^[0-9a-f]{32}(\.unfinished)?$/;

/** Opens a file to be written: a test gives one whose disk is full. */
export type OpenToWrite = (file: string) => Promise<Pick<fs.FileHandle, 'write' | 'sync' | 'close'>>;

/** Keeps each blob in a file of its own below `folder`, in 256 folders by the first letters of its name. */
export function diskBlobs(
  folder: string,
  openToWrite: OpenToWrite = (file) => fs.open(file, 'wx', 0o600),
): Blobs {
  const folderOf = (name: string) => {
    if (!NAME.test(name)) throw new Error('this is not the name of a stored file');
    return path.join(folder, name.slice(0, 2));
  };
  return {
    async put(name, sealed) {
      const within = folderOf(name);
      const unfinished = path.join(within, `${name}${UNFINISHED}`);
      try {
        await makeFolder(folder, within);
        await writeWhole(unfinished, sealed, openToWrite);
        await fs.rename(unfinished, path.join(within, name));
        await syncFolder(within);
      } catch (error) {
        await fs.rm(unfinished, { force: true });
        await fs.rm(path.join(within, name), { force: true });
        throw inStoreWords(error);
      }
    },
    async get(name) {
      const file = path.join(folderOf(name), name);
      const handle = await fs.open(file).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new MissingBlob(name) : error;
      });
      return handle.createReadStream();
    },
    async remove(name) {
      const within = folderOf(name);
      await fs.rm(path.join(within, name), { force: true });
    },
    async *list() {
      for (const within of await namesIn(folder)) {
        for (const name of await namesIn(path.join(folder, within))) {
          if (!NAME.test(name)) continue;
          const found = await fs.stat(path.join(folder, within, name)).catch(() => null);
          if (found) yield { name, since: found.mtime };
        }
      }
    },
  };
}

async function writeWhole(file: string, bytes: AsyncIterable<Buffer>, open: OpenToWrite): Promise<void> {
  const handle = await open(file);
  try {
    for await (const chunk of bytes) await writeFully(handle, chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes every byte of a chunk, at the end or at `position`: the system may take fewer at a time. */
export async function writeFully(
  handle: Pick<fs.FileHandle, 'write'>,
  chunk: Buffer,
  position: number | null = null,
): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const at = position === null ? null : position + written;
    written += (await handle.write(chunk, written, chunk.length - written, at)).bytesWritten;
  }
}

/** Makes a folder, and `root` above it, so that they survive a power cut. */
async function makeFolder(root: string, folder: string): Promise<void> {
  const made = await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  await syncFolder(path.dirname(made));
  await syncFolder(root);
}

/** Makes the names in a folder durable. Windows cannot, and needs it not. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const namesIn = async (folder: string): Promise<string[]> =>
  fs.readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
