import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bareEnv } from '../env.ts';
import { answerOf, type Inspection } from './answer.ts';

type Options = {
  /** Ends the inspection with the signal's reason. */
  readonly stopping?: AbortSignal;
  readonly withinMilliseconds?: number;
  /** Another program in place of the inspection's own, for tests. */
  readonly program?: string;
};

/** The inspection did not come to its end: it took too long, or crashed. Trying again may help. */
export class InspectionFailed extends Error {
  override name = 'InspectionFailed';
}

const ROOT = path.join(import.meta.dirname, '..', '..');
const PROGRAM = path.join(import.meta.dirname, 'inspect-program.ts');
/** What is a program, and not the data and the keys that may stand beside it. */
const READABLE = ['lib', 'node_modules', 'package.json'].map((name) => path.join(ROOT, name));
/** Their libraries are WebAssembly; those of pictures, which a DOCX may hold too, are native code. */
const WITHOUT_ADDONS = new Set(['application/pdf', 'text/plain']);
const WITHIN_MILLISECONDS = 5 * 60_000;
const LOOK_EVERY_MILLISECONDS = 250;
const MOST_MEMORY_BYTES = 1_500_000_000;
const PAGE_OF_MEMORY_BYTES = 4_096;

/**
 * Looks inside a file and makes its pages, in a process of its own that may read programs and nothing else: it writes no
 * file, starts nothing and reaches no network. The bytes go to it through a pipe, so that they are never plain on a disk.
 * Throws InspectionFailed, and whatever the bytes fail with.
 */
export async function inspectFile(
  bytes: Readable,
  mediaType: string,
  options: Options = {},
): Promise<Inspection> {
  try {
    options.stopping?.throwIfAborted();
    return await inspectInChild(bytes, mediaType, options);
  } finally {
    // A file that nobody began to read would stay open.
    bytes.destroy();
  }
}

async function inspectInChild(
  bytes: Readable,
  mediaType: string,
  { stopping, withinMilliseconds = WITHIN_MILLISECONDS, program = PROGRAM }: Options,
): Promise<Inspection> {
  const inspector = spawn(
    process.execPath,
    [
      '--permission',
      ...(WITHOUT_ADDONS.has(mediaType) ? [] : ['--allow-addons']),
      ...READABLE.map((place) => `--allow-fs-read=${place}`),
      '--max-old-space-size=768',
      '--disable-warning=SecurityWarning',
      program,
      mediaType,
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: bareEnv({}) },
  );
  const limits = holdToLimits(inspector, withinMilliseconds, stopping);
  try {
    const [fed, said, code] = await Promise.all([
      feed(bytes, inspector),
      readAll(inspector),
      exitOf(inspector),
    ]);
    stopping?.throwIfAborted();
    if (limits.isOverMemory()) return { ok: false, refusal: 'unpacks-too-large' };
    if (fed.failure && !fed.isOfPipe) throw fed.failure;
    const answer = code === 0 ? answerOf(said) : null;
    if (!answer) throw new InspectionFailed('a file was not inspected to its end');
    return answer;
  } finally {
    limits.lift();
    inspector.kill('SIGKILL');
  }
}

/** An inspector that has seen enough closes the pipe; that is no failure of the bytes. */
async function feed(bytes: Readable, { stdin }: ChildProcess) {
  if (!stdin) throw new InspectionFailed('no process could be started');
  let isOfPipe = false;
  stdin.once('error', () => {
    isOfPipe = true;
  });
  try {
    await pipeline(bytes, stdin);
    return { failure: null, isOfPipe };
  } catch (failure) {
    return { failure, isOfPipe: isOfPipe || isEndOfPipe(failure) };
  }
}

const isEndOfPipe = (failure: unknown): boolean =>
  ['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'].includes(
    (failure as NodeJS.ErrnoException | null)?.code ?? '',
  );

async function readAll({ stdout }: ChildProcess): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdout ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });

function holdToLimits(child: ChildProcess, withinMilliseconds: number, stopping: AbortSignal | undefined) {
  let isOverMemory = false;
  const end = () => void child.kill('SIGKILL');
  const deadline = setTimeout(end, withinMilliseconds);
  const look = setInterval(() => {
    if (residentBytes(child.pid) < MOST_MEMORY_BYTES) return;
    isOverMemory = true;
    end();
  }, LOOK_EVERY_MILLISECONDS);
  stopping?.addEventListener('abort', end, { once: true });
  return {
    isOverMemory: () => isOverMemory,
    lift() {
      clearTimeout(deadline);
      clearInterval(look);
      stopping?.removeEventListener('abort', end);
    },
  };
}

/** What a process holds in memory, where the system tells: the limit of its heap does not count pictures. */
function residentBytes(pid: number | undefined): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
    return Number(pages) * PAGE_OF_MEMORY_BYTES;
  } catch {
    return 0;
  }
}
