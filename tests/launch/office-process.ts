import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareEnv } from '../../lib/env.ts';
import { anyFreePort } from '../../scripts/launcher/port.ts';
import { identify } from '../../scripts/launcher/process-identity.ts';

const launcher = path.join(import.meta.dirname, 'programs', 'office.ts');
const started: OfficeProcess[] = [];
const folders: string[] = [];
const undoings: (() => unknown)[] = [];

/** Has something undone after the test: last done, first undone. */
export function undoLater(undo: () => unknown): void {
  undoings.unshift(undo);
}

/** A folder that this run's processes, whatever their account, may pass through. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-launch-'));
  fs.chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

export type Office = { dataDir: string; port: number };

export async function newOffice(): Promise<Office> {
  return { dataDir: path.join(temporaryFolder(), 'data'), port: await anyFreePort() };
}

/** The launcher as a process of its own, started as a person would start it. */
export class OfficeProcess {
  output = '';
  readonly launcher: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly office: Office;
  readonly startedAt = performance.now();

  constructor(office: Office, env: Record<string, string> = {}) {
    this.office = office;
    this.launcher = spawn(process.execPath, [launcher], {
      env: bareEnv({ DATA_DIR: office.dataDir, PORT: String(office.port), ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.launcher.stdout, this.launcher.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
    const exited = new Promise<number | null>((resolve) => this.launcher.once('exit', resolve));
    // A program that a killed launcher left keeps its output open: then nothing more is to be waited for.
    const closed = new Promise((resolve) => this.launcher.once('close', resolve));
    this.ended = exited.then(async (code) => {
      await Promise.race([closed, sleep(300)]);
      return code;
    });
    started.push(this);
  }

  get pid(): number {
    return this.launcher.pid ?? 0;
  }

  async ready(): Promise<this> {
    await Promise.race([
      until(() => this.output.includes('ready at')),
      this.ended.then((code) => {
        throw new Error(`ended with ${code}:\n${this.output}`);
      }),
    ]);
    return this;
  }

  async words(): Promise<string[]> {
    const response = await fetch(this.address);
    return ((await response.json()) as { words: string[] }).words;
  }

  async write(): Promise<void> {
    const response = await fetch(this.address, { method: 'POST' });
    if (!response.ok) throw new Error(`answered ${response.status}`);
  }

  private get address(): string {
    return `http://localhost:${this.office.port}/`;
  }
}

/** Everything that belongs to an office and is running now: programs, then database. */
export function processesOf({ dataDir }: Office): { programs: number[]; postgres: number | undefined } {
  const running = readJson(path.join(dataDir, 'running.json')) as { children: { pid: number }[] } | undefined;
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
  const postmaster = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  return {
    programs: (running?.children ?? []).map(({ pid }) => pid).filter((pid) => identify(pid)),
    postgres: identify(postmaster) ? postmaster : undefined,
  };
}

/** True when the port can be taken and none of `pids` is left. */
export async function nothingLeft({ port }: Office, pids: number[]): Promise<boolean> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
  return free && pids.every((pid) => identify(pid) === undefined);
}

export async function until(condition: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not so after ${seconds} s: ${condition.toString()}`);
    await sleep(50);
  }
}

/** Stops every office that a test left running, undoes what was done, and removes every folder. */
export async function cleanUp(): Promise<void> {
  for (const running of started.splice(0)) {
    const { programs, postgres } = processesOf(running.office);
    if (identify(running.pid)) running.launcher.kill('SIGKILL');
    await running.ended;
    for (const pid of [...programs, ...(postgres ? [postgres] : [])]) {
      if (identify(pid)) process.kill(pid, 'SIGKILL');
    }
  }
  for (const undo of undoings.splice(0)) await undo();
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

export function snapshot(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .toSorted()
    .map((name) => `${name} ${fs.statSync(path.join(folder, name)).size}`);
}

function readJson(file: string): unknown {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
