import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Blobs, MissingBlob, StoreFull } from '../../../lib/document-store/blobs.ts';
import { diskBlobs } from '../../../lib/document-store/disk-store.ts';
import { openDocumentStore, sealedStore } from '../../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey, UnknownMasterKey } from '../../../lib/document-store/file-keys.ts';
import { bucketBlobs } from '../../../lib/document-store/s3-store.ts';
import { BrokenSeal } from '../../../lib/document-store/sealed-file.ts';
import { readCommandEnv } from '../../../lib/env.ts';
import { temporaryFolder } from '../../support/document-store.ts';
import { startS3Server } from '../../support/s3-server.ts';

let s3: Awaited<ReturnType<typeof startS3Server>>;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.close());

const key = newMasterKey();
const keys = masterKeys({ DOCUMENT_KEY: key });
const TYPE = 'application/pdf';

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];

const gathered = async (names: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = [];
  for await (const name of names) all.push(name);
  return all;
};

async function* brokenOff(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
  await Promise.resolve();
  throw new Error('the source broke off');
}

const places = {
  'a folder': () => {
    const folder = temporaryFolder();
    return { blobs: diskBlobs(folder), folder };
  },
  'a bucket': () => ({ blobs: bucketBlobs(s3.settings), folder: s3.directory }),
};

describe.each(Object.entries(places))('a store in %s', (_, open) => {
  const opened = (): { blobs: Blobs; folder: string } => open();

  test.each([0, 1, 65_536, 6_000_001])('gives back a file of %d bytes', async (size) => {
    const { blobs } = opened();
    const store = sealedStore(blobs, keys);
    const file = randomBytes(size);
    for (const source of [file, Readable.from([file.subarray(0, size / 2), file.subarray(size / 2)])]) {
      const kept = await store.keep(source, TYPE);
      expect(kept).toMatchObject({ mediaType: TYPE, byteCount: size, masterKeyId: keys.current.id });
      expect(kept.storageKey).toMatch(/^[0-9a-f]{32}$/);
      expect((await store.read(kept)).equals(file)).toBe(true);
    }
  });

  test('gives no byte of what was changed, cut, or taken for another file', async () => {
    const { blobs, folder } = opened();
    const store = sealedStore(blobs, keys);
    const [one, other] = [
      await store.keep(randomBytes(200_000), TYPE),
      await store.keep(randomBytes(200_000), TYPE),
    ];
    await expect(store.read({ ...one, storageKey: other.storageKey })).rejects.toThrow();
    await expect(store.read({ ...one, wrappedKey: other.wrappedKey })).rejects.toThrow();
    const stored = filesIn(folder).find(
      (file) => file.includes(one.storageKey) && fs.statSync(file).size > 200_000,
    );
    if (!stored) throw new Error('the file was not found on disk');
    const whole = fs.readFileSync(stored);
    fs.writeFileSync(
      stored,
      Buffer.concat([whole.subarray(0, 100_000), Buffer.of(1), whole.subarray(100_001)]),
    );
    await expect(store.read(one)).rejects.toThrow(BrokenSeal);
    fs.writeFileSync(stored, whole);
    expect(await store.read(one)).toHaveLength(200_000);
  });

  test('holds nothing of a file whose source broke off', async () => {
    const { blobs } = opened();
    const store = sealedStore(blobs, keys);
    const before = await gathered(store.keptBefore(new Date(8.64e15)));
    for (const size of [1_000, 6_000_000]) {
      const broken = Readable.from(brokenOff(randomBytes(size)));
      await expect(store.keep(broken, TYPE)).rejects.toThrow('broke off');
    }
    expect(await gathered(store.keptBefore(new Date(8.64e15)))).toEqual(before);
  });

  test('gives up what is discarded, once and again, and says what it has held for long', async () => {
    const { blobs } = opened();
    const store = sealedStore(blobs, keys);
    const kept = await store.keep(Buffer.from('text'), 'text/plain');
    expect(await gathered(store.keptBefore(new Date(0)))).toEqual([]);
    expect(await gathered(store.keptBefore(new Date(8.64e15)))).toContain(kept.storageKey);
    await store.discard(kept.storageKey);
    await store.discard(kept.storageKey);
    await expect(store.read(kept)).rejects.toThrow(MissingBlob);
    await expect(store.read(kept)).rejects.toThrow(/restore DATA_DIR\/documents, or the bucket/);
  });

  test('opens with the key that was restored, and says which one is missing', async () => {
    const { blobs } = opened();
    const kept = await sealedStore(blobs, keys).keep(Buffer.from('The plan denied.'), 'text/plain');
    const other = sealedStore(blobs, masterKeys({ DOCUMENT_KEY: newMasterKey() }));
    await expect(other.read(kept)).rejects.toThrow(UnknownMasterKey);
    await expect(other.read(kept)).rejects.toThrow(
      new RegExp(`master key ${keys.current.id}.*put the key it was stored with into DOCUMENT_FORMER_KEYS`),
    );
    const restored = masterKeys({
      DOCUMENT_KEY: newMasterKey(),
      DOCUMENT_FORMER_KEYS: [newMasterKey(), key],
    });
    expect(String(await sealedStore(blobs, restored).read(kept))).toBe('The plan denied.');
  });

  test('opens a file whose key was wrapped anew, without the former one', async () => {
    const { blobs } = opened();
    const kept = await sealedStore(blobs, keys).keep(Buffer.from('The plan denied.'), 'text/plain');
    const next = newMasterKey();
    const both = sealedStore(blobs, masterKeys({ DOCUMENT_KEY: next, DOCUMENT_FORMER_KEYS: [key] }));
    const rewrapped = { ...kept, ...both.rewrap(kept) };
    const alone = sealedStore(blobs, masterKeys({ DOCUMENT_KEY: next }));
    expect(String(await alone.read(rewrapped))).toBe('The plan denied.');
    await expect(sealedStore(blobs, keys).read(rewrapped)).rejects.toThrow(UnknownMasterKey);
  });
});

test.each([
  ['before a byte was read', 0],
  ['in the middle', 1],
])('whoever stops reading %s lets go of the file', async (_, chunks) => {
  const blobs = diskBlobs(temporaryFolder());
  const sealed: Readable[] = [];
  const watched: Blobs = {
    ...blobs,
    async get(name) {
      const stream = await blobs.get(name);
      sealed.push(stream);
      return stream;
    },
  };
  const store = sealedStore(watched, keys);
  const opened = await store.open(await store.keep(randomBytes(500_000), TYPE));
  if (chunks > 0) for await (const chunk of opened) if (Buffer.isBuffer(chunk)) break;
  opened.destroy();
  await expect.poll(() => sealed[0]?.closed).toBe(true);
});

describe('the store of the configuration', () => {
  const envWith = (more: Record<string, string>) => {
    const read = readCommandEnv({ DOCUMENT_KEY: key, ...more });
    if (!read.ok) throw new Error(read.problems.join());
    return read.env;
  };

  test('is in DATA_DIR, and opens where it was moved to', async () => {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    const kept = await openDocumentStore(envWith({ DATA_DIR: from })).keep(
      Buffer.from('moved'),
      'text/plain',
    );
    await expect(openDocumentStore(envWith({ DATA_DIR: to })).read(kept)).rejects.toThrow(MissingBlob);
    fs.cpSync(path.join(from, 'documents'), path.join(to, 'documents'), { recursive: true });
    fs.rmSync(from, { recursive: true });
    expect(String(await openDocumentStore(envWith({ DATA_DIR: to })).read(kept))).toBe('moved');
  });

  test('is a bucket where one is set, to which the files of a folder can be moved', async () => {
    const folder = temporaryFolder();
    const kept = await openDocumentStore(envWith({ DATA_DIR: folder })).keep(
      Buffer.from('moved'),
      'text/plain',
    );
    const { endpoint, bucket, accessKeyId, secretAccessKey } = s3.settings;
    const inBucket = openDocumentStore(
      envWith({
        DATA_DIR: temporaryFolder(),
        S3_ENDPOINT: endpoint,
        S3_BUCKET: bucket,
        S3_ACCESS_KEY_ID: accessKeyId,
        S3_SECRET_ACCESS_KEY: secretAccessKey,
        S3_FORCE_PATH_STYLE: 'on',
      }),
    );
    await expect(inBucket.read(kept)).rejects.toThrow(MissingBlob);
    const bytes = fs.readFileSync(
      path.join(folder, 'documents', kept.storageKey.slice(0, 2), kept.storageKey),
    );
    await bucketBlobs(s3.settings).put(
      kept.storageKey,
      (async function* () {
        yield await Promise.resolve(bytes);
      })(),
    );
    expect(String(await inBucket.read(kept))).toBe('moved');
  });

  test('says what is missing where there is no key', () => {
    const { DOCUMENT_KEY: _, ...env } = envWith({});
    expect(() => openDocumentStore(env)).toThrow(/DOCUMENT_KEY is not set.*"npm start" makes one/);
  });
});

describe('a folder', () => {
  test('is readable by its owner alone, and no name reaches out of it', async () => {
    const folder = temporaryFolder();
    const kept = await sealedStore(diskBlobs(`${folder}/documents`), keys).keep(
      Buffer.from('x'),
      'text/plain',
    );
    for (const file of filesIn(folder)) expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(`${folder}/documents`).mode & 0o777).toBe(0o700);
    const blobs = diskBlobs(`${folder}/documents`);
    for (const name of ['../secrets.json', `../${kept.storageKey}`, '', '.', `${kept.storageKey}/..`]) {
      await expect(blobs.get(name)).rejects.toThrow('not the name of a stored file');
      await expect(blobs.remove(name)).rejects.toThrow('not the name of a stored file');
    }
  });

  test.each(['ENOSPC', 'EDQUOT'])('that is full (%s) says so and holds nothing of the file', async (code) => {
    const folder = temporaryFolder();
    let left = 100_000;
    const full = diskBlobs(folder, async (file) => {
      const handle = await fs.promises.open(file, 'wx', 0o600);
      return {
        async write(chunk: Buffer, from: number, length: number) {
          if (left === 0) throw Object.assign(new Error('no space left on device'), { code });
          const taken = Math.min(left, length);
          left -= taken;
          return handle.write(chunk, from, taken);
        },
        sync: () => handle.sync(),
        close: () => handle.close(),
      } as fs.promises.FileHandle;
    });
    const keeping = sealedStore(full, keys).keep(randomBytes(300_000), TYPE);
    await expect(keeping).rejects.toThrow(StoreFull);
    await expect(keeping).rejects.toThrow(
      'There is no room left where documents are kept, so nothing was stored.',
    );
    expect(filesIn(folder)).toEqual([]);
  });

  test('whose disk refuses to make bytes durable holds nothing of the file', async () => {
    const folder = temporaryFolder();
    const failing = diskBlobs(folder, async (file) => {
      const handle = await fs.promises.open(file, 'wx', 0o600);
      return Object.assign(handle, {
        sync: () => Promise.reject(Object.assign(new Error('i/o error'), { code: 'EIO' })),
      }) as fs.promises.FileHandle;
    });
    await expect(sealedStore(failing, keys).keep(randomBytes(9), TYPE)).rejects.toThrow('i/o error');
    expect(filesIn(folder)).toEqual([]);
  });
});
