import { Worker } from 'node:worker_threads';
import type { Paper } from './typeset.ts';

type Answer = { pdf: Uint8Array } | { error: Error };
type Press = { readonly thread: Worker; papersSet: number };

/** The compiler remembers every paper it set and forgets none: its thread is ended before that grows large. */
const PAPERS_PER_PRESS = 100;
const IDLE_MILLISECONDS = 30_000;

let press: Press | undefined;
let idle: NodeJS.Timeout | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * As `typeset`, for a process that lives long: in a thread of its own, so that the process goes on with its work
 * meanwhile and gets its memory back.
 */
export function typesetApart(paper: Paper): Promise<Buffer> {
  const set = turn.then(() => setPaper(paper));
  turn = set.catch(() => undefined);
  return set;
}

async function setPaper(paper: Paper): Promise<Buffer> {
  clearTimeout(idle);
  press ??= { thread: new Worker(new URL('./typeset-thread.ts', import.meta.url)), papersSet: 0 };
  const { thread } = press;
  // Held only while a paper is in work, so that a process that is done can end.
  thread.ref();
  try {
    return await answerOf(thread, paper);
  } finally {
    thread.unref();
    if (press?.thread === thread) {
      press.papersSet += 1;
      if (press.papersSet >= PAPERS_PER_PRESS) endPress();
      else idle = setTimeout(endPress, IDLE_MILLISECONDS).unref();
    }
  }
}

function answerOf(thread: Worker, paper: Paper): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const answered = (answer: Answer) => {
      settle();
      if ('pdf' in answer) resolve(Buffer.from(answer.pdf));
      else reject(answer.error);
    };
    const broken = (cause: unknown) => {
      settle();
      press = undefined;
      reject(new Error('the thread that sets papers ended', { cause }));
    };
    const settle = () => {
      thread.off('message', answered);
      thread.off('error', broken);
      thread.off('exit', broken);
    };
    thread.on('message', answered).on('error', broken).on('exit', broken);
    thread.postMessage(paper);
  });
}

function endPress(): void {
  void press?.thread.terminate();
  press = undefined;
}
