import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const SCRIPTS = path.join(import.meta.dirname, '../../scripts');

export type Program = {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
};

/** Runs one of our scripts as a process of its own, with an environment that nothing else steers. */
export function runScript(script: string, args: string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, [path.join(SCRIPTS, script), ...args], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  return {
    child,
    output: () => output,
    ended: new Promise((resolve) => {
      child.once('close', (code, signal) => resolve({ code, signal }));
    }),
  };
}

/** The environment of a script that does scheduled work in this database and sends through this server. */
export const scriptEnv = (workerUrl: string, more: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_WORKER_URL: workerUrl,
  APP_URL: 'http://localhost:3000',
  MAIL_FROM: 'Recourse <reminders@example.org>',
  MAIL_DIR: '/nonexistent',
  DATA_DIR: '/nonexistent',
  DOCUMENT_KEY: 'k'.repeat(43),
  ...more,
});
