import { type ChildProcess, spawn } from 'node:child_process';
import type { SweepSummary } from '../../lib/reminders/sweep.ts';
import { WORKER } from './bundle-worker.ts';

const started = new Set<WorkerProcess>();

export type WorkerSettings = {
  readonly workerUrl: string;
  readonly officeId: string;
  readonly mail: { readonly resend: string } | { readonly smtp: string };
};

/** A worker in a process of its own, loaded and waiting for the order to sweep. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #isReady = false;
  #rest = '';
  #errors = '';
  readonly #summaries: SweepSummary[] = [];
  readonly #ended: Promise<void>;
  #hasEnded = false;
  /** The questions and requests it has begun so far. */
  steps = 0;

  constructor({ workerUrl, officeId, mail }: WorkerSettings) {
    this.#child = spawn(process.execPath, [WORKER], {
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
    this.#ended = new Promise((resolve) => {
      this.#child.once('close', () => {
        this.#hasEnded = true;
        started.delete(this);
        this.#wake();
        resolve();
      });
    });
    started.add(this);
  }

  /** Settles when it is loaded and connected. */
  get isReady(): Promise<void> {
    return this.until(() => this.#isReady);
  }

  /** Has it sweep again and again from that moment of its clock on, until it is killed. */
  sweepOn(at: Date): Promise<void> {
    return this.#order(at, true);
  }

  /** Has it sweep once at that moment of its clock, and says what that did. */
  async sweep(at: Date): Promise<SweepSummary> {
    const before = this.#summaries.length;
    await this.#order(at, false);
    await this.until(() => this.#summaries.length > before);
    return this.#summaries[before] as SweepSummary;
  }

  async #order(at: Date, untilKilled: boolean): Promise<void> {
    await this.isReady;
    this.#child.stdin?.write(`${JSON.stringify({ at, untilKilled })}\n`);
  }

  /** Waits for something that its output brings about; throws when it ends before. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.#hasEnded) throw new Error(`the worker ended: ${this.#errors}`);
      await this.#output();
    }
  }

  /** Waits for its next output or its end. */
  #output(): Promise<void> {
    return new Promise((resolve) => {
      const listener = () => {
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  async kill(): Promise<void> {
    if (!this.#hasEnded) this.#child.kill('SIGKILL');
    await this.#ended;
  }

  #hear(text: string): void {
    this.#rest += text;
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    this.steps += text.replaceAll(/[^.]/g, '').length;
    for (const line of lines.map((each) => each.replace(/^\.+/, '')).filter((each) => each !== '')) {
      if (line.startsWith('{')) this.#summaries.push(JSON.parse(line) as SweepSummary);
      if (line === 'ready') this.#isReady = true;
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
