import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { clamdScanner } from '../../../lib/inspection/clamd.ts';
import { createLogger } from '../../../lib/log.ts';
import { temporaryFolder } from '../../support/document-store.ts';

const PROGRAM = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((file) =>
  fs.existsSync(file),
);
const VIRUS = 'MALICIOUS-FOR-THE-TEST';
const MEGABYTE = 1024 * 1024;

/** A folder whose path is short enough for a socket, with a signature of our own for all that clamd knows. */
async function startClamd(): Promise<{ url: string; clamd: ChildProcess }> {
  const folder = temporaryFolder();
  const socket = path.join(folder, 'clamd.sock');
  const database = path.join(folder, 'db');
  fs.mkdirSync(database);
  fs.writeFileSync(path.join(database, 'test.ndb'), `Test.Virus:0:*:${Buffer.from(VIRUS).toString('hex')}\n`);
  const settings = path.join(folder, 'clamd.conf');
  fs.writeFileSync(
    settings,
    `Foreground yes\nLocalSocket ${socket}\nDatabaseDirectory ${database}\nStreamMaxLength 10M\nUser ${process.env['USER'] ?? 'root'}\n`,
  );
  const clamd = spawn(PROGRAM ?? '', ['--config-file', settings], { stdio: 'ignore' });
  for (let tries = 0; tries < 200 && !fs.existsSync(socket); tries += 1) await pause(100);
  return { url: `unix:${socket}`, clamd };
}

// Where ClamAV is not installed, the fake that speaks its protocol stands for it: see document-work/virus-scan.test.ts.
(PROGRAM ? test : test.skip)('ClamAV itself says clean, infected and too large', async () => {
  const { url, clamd } = await startClamd();
  try {
    const scanner = clamdScanner(url, createLogger('test', 'silent'));
    const scan = (...parts: Buffer[]) => scanner.scan(Readable.from(parts));
    expect(await scan(Buffer.from('harmless words'))).toBe('clean');
    expect(await scan(Buffer.alloc(5 * MEGABYTE, 'x'), Buffer.from(VIRUS))).toBe('infected');
    expect(await scan(...Array.from({ length: 40 }, () => Buffer.alloc(MEGABYTE)))).toBe('waiting');
    const broken = new Readable({ read: () => undefined });
    const scanning = scanner.scan(broken);
    broken.destroy(new Error('the file was cut'));
    await expect(scanning).rejects.toThrow('the file was cut');
  } finally {
    clamd.kill('SIGKILL');
  }
});
