import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { inheritEnv } from '../../lib/env.ts';
import { Problem, programFailed } from './problem.ts';
import { isStillRunning, type ProcessIdentity } from './process-identity.ts';

export type Running = { pid: number; exited: Promise<void>; stop: () => Promise<void> };
/** A program of ours: the arguments to Node, and what it needs in its environment. */
export type Program = { args: string[]; env?: Readonly<Record<string, string | undefined>> };

const windows = process.platform === 'win32';
const lifeline = new URL('lifeline.ts', import.meta.url).href;
const graceMilliseconds = { ours: 10_000, leftover: 2_000 };
const keptOutput = 64 * 1024;

/** Starts a program that stays up; its output goes to ours, or to an open file. */
export function startChild(program: Program, output: 'inherit' | number = 'inherit'): Running {
  const child = spawnNode(program, output);
  const exited = exitOf(child).then(() => {});
  if (!child.pid) throw new Problem(`${program.args.join(' ')} could not be started.`);
  return { pid: child.pid, exited, stop: () => stopGroup(child.pid, exited) };
}

/** Runs a program to its end, quietly; what it printed is shown when it fails. Stops it when interrupted. */
export async function runToEnd(
  title: string,
  program: Program,
  { interrupted, onStart }: { interrupted: AbortSignal; onStart: (pid: number) => void },
): Promise<void> {
  interrupted.throwIfAborted();
  const child = spawnNode(program, 'pipe');
  if (child.pid) onStart(child.pid);
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-keptOutput);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const exited = exitOf(child);
  const interrupt = () => void stopGroup(child.pid, exited);
  interrupted.addEventListener('abort', interrupt);
  const code = await exited;
  interrupted.removeEventListener('abort', interrupt);
  interrupted.throwIfAborted();
  if (code === 0) return;
  throw programFailed(title, output);
}

/** Ends processes that a killed command left behind, together with what they started. */
export async function stopLeftovers(leftovers: ProcessIdentity[]): Promise<void> {
  await Promise.all(
    leftovers.map((leftover) => {
      const gone = async () => {
        while (isStillRunning(leftover)) await sleep(50);
      };
      return stopGroup(leftover.pid, gone(), graceMilliseconds.leftover);
    }),
  );
}

function spawnNode({ args, env = {} }: Program, output: 'inherit' | 'pipe' | number): ChildProcess {
  // Its own process group: Ctrl-C reaches the launcher alone, which stops everything in order.
  return spawn(process.execPath, ['--import', lifeline, ...args], {
    env: inheritEnv(env),
    stdio: ['ignore', output, output, 'ipc'],
    detached: !windows,
  });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
}

async function stopGroup(
  pid: number | undefined,
  exited: Promise<unknown>,
  grace = graceMilliseconds.ours,
): Promise<void> {
  if (pid === undefined) return;
  const target = windows ? pid : -pid;
  let over = false;
  const ended = exited.then(() => {
    over = true;
  });
  signal(target, 'SIGTERM');
  const late = setTimeout(() => over || signal(target, 'SIGKILL'), grace);
  await ended;
  clearTimeout(late);
}

function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
