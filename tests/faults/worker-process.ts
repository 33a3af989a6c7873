import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { SweepSummary } from '../../lib/reminders/sweep.ts';

const PROGRAM = path.join(import.meta.dirname, 'programs', 'sweeping-worker.ts');
const started = new Set<WorkerProcess>();

export type WorkerSettings = {
  readonly workerUrl: string;
  readonly officeId: string;
  readonly mail: { readonly resend: string } | { readonly smtp: string };
};
export type Order = { readonly at: Date; readonly minutesBetween?: number; readonly sweeps?: number };

/** A worker in a process of its own, loaded and waiting for the order to sweep. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #lines: string[] = [];
  #rest = '';
  #errors = '';
  /** The questions and requests it has begun so far. */
  steps = 0;
  /** What each sweep that came to its end said. */
  readonly summaries: SweepSummary[] = [];
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  hasEnded = false;

  constructor({ workerUrl, officeId, mail }: WorkerSettings) {
    this.#child = spawn(process.execPath, [PROGRAM], {
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'test',
        DATABASE_WORKER_URL: workerUrl,
        OFFICE_ID: officeId,
        ...('smtp' in mail ? { SMTP_URL: mail.smtp } : { RESEND_BASE_URL: mail.resend }),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#hear(chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#errors += chunk.toString();
    });
    // Whoever is killed can no longer be told anything.
    this.#child.stdin?.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => {
        this.hasEnded = true;
        started.delete(this);
        this.#wake();
        resolve({ code, signal });
      });
    });
    started.add(this);
  }

  /** Settles when it is loaded and connected. */
  get isReady(): Promise<void> {
    return this.until(() => this.#lines.includes('ready'));
  }

  async order({ at, minutesBetween = 0, sweeps }: Order): Promise<void> {
    await this.isReady;
    this.#lines = this.#lines.filter((line) => line !== 'obeyed');
    const order = { at: at.toISOString(), minutesBetween, sweeps: sweeps ?? null };
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
  }

  /** Has it sweep so often and waits until it has; the sums of what the sweeps did. */
  async sweep(at: Date, sweeps = 1, minutesBetween = 0): Promise<SweepSummary> {
    const before = this.summaries.length;
    await this.order({ at, sweeps, minutesBetween });
    await this.until(() => this.#lines.includes('obeyed'));
    return sumOf(this.summaries.slice(before));
  }

  /** Waits for something that its output brings about; throws when it ends before. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.hasEnded) throw new Error(`the worker ended: ${this.#errors}`);
      await this.next();
    }
  }

  /** Waits for its next output or its end. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.hasEnded) return resolve();
      const listener = () => {
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  async kill(): Promise<void> {
    if (!this.hasEnded) this.#child.kill('SIGKILL');
    await this.ended;
  }

  #hear(text: string): void {
    this.#rest += text;
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    this.steps += text.replaceAll(/[^.]/g, '').length;
    for (const line of lines.map((each) => each.replace(/^\.+/, '')).filter((each) => each !== '')) {
      if (line.startsWith('{')) this.summaries.push(JSON.parse(line) as SweepSummary);
      else this.#lines.push(line);
    }
    this.#wake();
  }

  #wake(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Ends every worker that a test left running. */
export async function killWorkers(): Promise<void> {
  await Promise.all([...started].map((worker) => worker.kill()));
}

function sumOf([first, ...others]: readonly SweepSummary[]): SweepSummary {
  if (!first) throw new Error('it has not swept');
  const sum = { ...first };
  for (const each of others)
    for (const key of Object.keys(sum) as (keyof SweepSummary)[]) sum[key] += each[key];
  return sum;
}
