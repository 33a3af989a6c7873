import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { DocumentStore, KeptFile, SealedFile } from '../document-store/document-store.ts';
import type { AssemblyNews, AssemblyOrder } from './order.ts';
import { PacketFailure } from './packet-failure.ts';

const PROGRAM = path.join(import.meta.dirname, 'assemble-program.ts');
/** Of its own heap and of the typesetter's: with the pictures beside them it stays within 500 megabytes. */
const HEAP_MEGABYTES = 192;
const WASM_PAGES = 4_096;
const MOST_MINUTES = 10;

export type FileToTake = { readonly sealed: SealedFile; readonly name: string };
export type Assembled = {
  readonly file: KeptFile;
  readonly pageCount: number;
  /** The most memory the process held. */
  readonly peakMegabytes: number;
};

type Options = {
  readonly store: DocumentStore;
  readonly order: AssemblyOrder;
  readonly files: readonly FileToTake[];
  /** Called after each file that went in, and once all are in type. */
  readonly onStep: () => Promise<void>;
  readonly stopping?: AbortSignal | undefined;
};

/**
 * Has a packet put together by a process of its own, whose memory is bounded, and keeps what comes out. The process gets
 * plain bytes through a pipe and no key; what it left half is discarded.
 *
 * @throws PacketFailure where trying again would end the same way
 */
export async function assembleInChild(options: Options): Promise<Assembled> {
  try {
    return await inOneChild(options);
  } catch (error) {
    if (!(error instanceof NotSet)) throw error;
    // Trying each file by itself takes memory, so that it is done only where it has to be.
    return inOneChild({ ...options, order: { ...options.order, isCareful: true } });
  }
}

class NotSet extends Error {
  override name = 'NotSet';
}

async function inOneChild({ store, order, files, onStep, stopping }: Options): Promise<Assembled> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, `--wasm-max-mem-pages=${WASM_PAGES}`, '--expose-gc', PROGRAM],
    {
      // Nothing of the surroundings: no key, no address of a database.
      env: { PATH: '', NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      timeout: MOST_MINUTES * 60_000,
      killSignal: 'SIGKILL',
    },
  );
  const end = () => child.kill('SIGKILL');
  stopping?.addEventListener('abort', end, { once: true });
  try {
    return await converse(child, { store, order, files, onStep });
  } finally {
    stopping?.removeEventListener('abort', end);
    end();
  }
}

async function converse(
  child: ChildProcess,
  { store, order, files, onStep }: Omit<Options, 'stopping'>,
): Promise<Assembled> {
  const said: AssemblyNews[] = [];
  child.on('message', (news: AssemblyNews) => {
    said.push(news);
    if (news.news === 'typesetting') void onStep();
  });
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-2_000);
  });
  const output = child.stdout as Readable;
  // Ended by hand: what a process that broke off has written must never be kept as if it were whole.
  const paper = new PassThrough();
  paper.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  output.pipe(paper, { end: false });
  let hasBrokenOff = false;
  let isStoreAtFault = false;
  const keeping = attempt(store.keep(paper, 'application/pdf'), () => {
    isStoreAtFault = !hasBrokenOff;
    child.kill('SIGKILL');
    output.destroy();
  });
  const feeding = attempt(feed(child.stdin as Writable, store, order, files, onStep), () => {
    child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close').catch((error: unknown) => {
    paper.destroy(new Error('the assembling program did not start'));
    throw error;
  })) as [number | null];
  const done = said.find((news) => news.news === 'done');
  hasBrokenOff = code !== 0 || !done;
  if (hasBrokenOff) paper.destroy(new Error('the assembling program broke off'));
  else paper.end();
  const [fed, kept] = await Promise.all([feeding, keeping]);

  if (fed.error instanceof PacketFailure) throw fed.error;
  if (done && kept.value) {
    const { pageCount, peakMegabytes } = done;
    return { file: kept.value, pageCount, peakMegabytes };
  }
  if (isStoreAtFault) throw PacketFailure.ofStore(kept.error);
  if (said.some(({ news }) => news === 'not-set')) throw new NotSet();
  const unusable = said.find((news) => news.news === 'unusable');
  if (unusable) throw PacketFailure.ofPaper(files[unusable.fileIndex]?.name ?? 'A paper');
  if (isOutOfMemory(complaint)) throw PacketFailure.tooLarge();
  throw new Error(`the assembling program ended with ${code}: ${complaint}`, { cause: fed.error });
}

type Attempted<T> = { readonly value?: T; readonly error?: unknown };

/** Settles either way, so that nothing is left unheard while the other ends of the process are waited for. */
async function attempt<T>(work: Promise<T>, onError: () => void): Promise<Attempted<T>> {
  try {
    return { value: await work };
  } catch (error) {
    onError();
    return { error };
  }
}

/** Hands over the order and then each file as it comes out of the store. */
async function feed(
  into: Writable,
  store: DocumentStore,
  order: AssemblyOrder,
  files: readonly FileToTake[],
  onStep: () => Promise<void>,
): Promise<void> {
  into.write(`${JSON.stringify(order)}\n`);
  for (const { sealed, name } of files) {
    try {
      for await (const chunk of await store.open(sealed)) await write(into, chunk as Buffer);
    } catch (error) {
      throw into.destroyed ? error : PacketFailure.ofPaper(name);
    }
    await onStep();
  }
  into.end();
}

/** Settles once it is taken in, or fails when the other end is gone. */
const write = (into: Writable, chunk: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    into.write(chunk, (error) => (error ? reject(error) : resolve()));
  });

/** What Node.js and the typesetter say when they reach the bound of their memory. */
const isOutOfMemory = (complaint: string): boolean =>
  /heap out of memory|memory allocation of|RuntimeError: unreachable|Array buffer allocation failed/i.test(
    complaint,
  );
