import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Problem } from './problem.ts';
import { identify, isStillRunning, type ProcessIdentity } from './process-identity.ts';
import { replaceFile } from './replace-file.ts';

const identityShape = z.object({ pid: z.int().positive(), startedAt: z.string() });
const recordShape = z.object({
  command: z.string(),
  pid: z.int(),
  address: z.string().optional(),
  stopping: z.boolean().default(false),
  children: z.array(identityShape).default([]),
});
type Record = z.infer<typeof recordShape>;

/** One command's exclusive use of a data folder. */
export type Claim = {
  /** Processes that an earlier command started and, being killed, could not stop. */
  leftovers: ProcessIdentity[];
  /** Remembers a process, so that the next command can stop it if this one is killed. */
  remember: (pid: number) => void;
  stopping: () => void;
  release: () => void;
};

const patience = { running: 3_000, stopping: 40_000 };

/** Claims a data folder for this process. Throws Problem when another command keeps using it. */
export async function claimDataFolder(dataDir: string, command: string, address?: string): Promise<Claim> {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 }); // PostgreSQL may run as another account and only passes through
  const file = path.join(dataDir, 'running.json');
  const lock = await takeLock(path.join(dataDir, 'lock'), file, dataDir);
  const leftovers = (readRecord(file)?.children ?? []).filter(isStillRunning);
  const record: Record = { command, pid: process.pid, address, stopping: false, children: [...leftovers] };
  const save = () => replaceFile(file, `${JSON.stringify(record)}\n`);
  save();
  return {
    leftovers,
    remember(pid) {
      const identity = identify(pid);
      record.children = record.children.filter(isStillRunning);
      if (identity) record.children.push(identity);
      save();
    },
    stopping() {
      record.stopping = true;
      try {
        save();
      } catch {
        // only a courtesy to a start that is waiting; a full disk must not keep us from stopping
      }
    },
    release() {
      fs.rmSync(file, { force: true });
      lock.close();
    },
  };
}

// SQLite for its file lock only: the system lets go of it when the process dies, however it dies.
async function takeLock(lockFile: string, recordFile: string, dataDir: string): Promise<DatabaseSync> {
  const since = performance.now();
  for (;;) {
    const lock = new DatabaseSync(lockFile, { timeout: 0 });
    try {
      lock.exec('pragma journal_mode = off; begin exclusive');
      return lock;
    } catch (error) {
      lock.close();
      const busy = (error as { errcode?: number }).errcode === 5;
      if (!busy) throw new Problem(`${lockFile} cannot be locked: DATA_DIR must be on a local disk.`);
    }
    const holder = readRecord(recordFile);
    if (performance.now() - since > (holder?.stopping ? patience.stopping : patience.running)) {
      const who = holder ? ` by "${holder.command}" (process ${holder.pid})` : '';
      const where = holder?.address ? ` Recourse is running at ${holder.address}.` : '';
      throw new Problem(`The data folder ${dataDir} is in use${who}.${where}`);
    }
    await sleep(100);
  }
}

function readRecord(file: string): Record | undefined {
  try {
    return recordShape.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined; // a damaged record names nobody to stop; the lock decides, not the record
  }
}
