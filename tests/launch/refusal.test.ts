import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import {
  cleanUp,
  newOffice,
  nothingLeft,
  type Office,
  OfficeProcess,
  processesOf,
  snapshot,
  temporaryFolder,
  undoLater,
} from './office-process.ts';

afterEach(cleanUp);

const isRoot = process.getuid?.() === 0;

async function refusalOf(office: Office, env: Record<string, string> = {}): Promise<string> {
  const running = new OfficeProcess(office, env);
  expect(await running.ended).toBe(1);
  expect(running.output).not.toMatch(/\n\s+at /);
  return running.output;
}

async function usedOffice(): Promise<Office> {
  const office = await newOffice();
  const running = await new OfficeProcess(office).ready();
  running.launcher.kill('SIGTERM');
  await running.ended;
  return office;
}

describe('a start that cannot be', () => {
  it('says that the port is taken, and writes nothing', async () => {
    const office = await newOffice();
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(office.port, 'localhost', resolve));
    undoLater(() => other.close());
    expect(await refusalOf(office)).toContain(`Port ${office.port} is used by another program`);
    expect(fs.existsSync(office.dataDir)).toBe(false);
  });

  it('says that a file is in the place of the data folder', async () => {
    const office = await newOffice();
    fs.writeFileSync(office.dataDir, 'mine');
    expect(await refusalOf(office)).toContain(`${office.dataDir} is a file: a folder is needed there.`);
    expect(fs.readFileSync(office.dataDir, 'utf8')).toBe('mine');
  });

  it.skipIf(isRoot)('says that the data folder cannot be written', async () => {
    const office = await newOffice();
    fs.mkdirSync(office.dataDir, { mode: 0o555 });
    expect(await refusalOf(office)).toContain(`The folder ${office.dataDir} cannot be written`);
    expect(snapshot(office.dataDir)).toEqual([]);
  });

  it.skipIf(!canMount())('says that the data folder is on a read-only disk', async () => {
    const office = await newOffice();
    fs.mkdirSync(office.dataDir);
    mountMemory(office.dataDir, 'ro,size=1m');
    expect(await refusalOf(office)).toContain(`The folder ${office.dataDir} cannot be written`);
  });

  it.skipIf(!canMount())('says beforehand that the disk is too full', async () => {
    const office = await newOffice();
    fs.mkdirSync(office.dataDir);
    mountMemory(office.dataDir, 'size=20m');
    expect(await refusalOf(office)).toMatch(/has \d+ MB free and 300 MB are needed/);
    expect(snapshot(office.dataDir)).toEqual([]);
  });

  it.skipIf(!canMount())('says that the disk filled up since, and loses nothing', async () => {
    const office = await newOffice();
    fs.mkdirSync(office.dataDir);
    mountMemory(office.dataDir, 'size=310m');
    const first = await new OfficeProcess(office).ready();
    await first.write();
    first.launcher.kill('SIGTERM');
    await first.ended;
    const filler = path.join(office.dataDir, 'filler');
    const { bavail, bsize } = fs.statfsSync(office.dataDir);
    fs.writeFileSync(filler, randomBytes(bavail * bsize));
    expect(await refusalOf(office)).toMatch(/0 MB free and 50 MB are needed/);
    fs.rmSync(filler);
    const next = await new OfficeProcess(office).ready();
    expect(await next.words()).toEqual(['seeded', 'written']);
  });

  it.skipIf(!canMount())('says that the disk filled up in the middle of a step', async () => {
    const office = await newOffice();
    fs.mkdirSync(office.dataDir);
    mountMemory(office.dataDir, 'size=310m');
    const said = await refusalOf(office, { TEST_SEED: 'filling-seed.ts' });
    expect(said).toContain('The disk is full.');
    expect(processesOf(office).postgres).toBeUndefined();
    execFileSync('mount', ['-o', 'remount,size=900m', office.dataDir]);
    const next = await new OfficeProcess(office).ready();
    expect(await next.words()).toEqual(['seeded']);
  });

  it('says that the data is of a newer version', async () => {
    const office = await usedOffice();
    fs.writeFileSync(path.join(office.dataDir, 'version.json'), '{"schema":9999}');
    const before = snapshot(office.dataDir);
    expect(await refusalOf(office)).toContain('was made by a newer version of Recourse');
    expect(snapshot(office.dataDir)).toEqual(before);
  });

  it('says that the database folder is of a newer PostgreSQL', async () => {
    const office = await usedOffice();
    fs.writeFileSync(path.join(office.dataDir, 'postgres', 'PG_VERSION'), '99\n');
    expect(await refusalOf(office)).toContain('was made by PostgreSQL 99');
  });

  it('says that the secrets are missing, and makes none in their place', async () => {
    const office = await usedOffice();
    fs.rmSync(path.join(office.dataDir, 'secrets.json'));
    expect(await refusalOf(office)).toMatch(/secrets\.json is missing.*restore it from a backup/);
    expect(fs.existsSync(path.join(office.dataDir, 'secrets.json'))).toBe(false);
  });

  it('says that the secrets are damaged, and leaves them', async () => {
    const office = await usedOffice();
    const file = path.join(office.dataDir, 'secrets.json');
    for (const content of ['', '{}', '{"databaseOwnerPassword":"short"}']) {
      fs.writeFileSync(file, content);
      expect(await refusalOf(office)).toContain(`${file} is damaged`);
      expect(fs.readFileSync(file, 'utf8')).toBe(content);
    }
  });

  it('says that the secrets belong to another database', async () => {
    const office = await usedOffice();
    const other = await usedOffice();
    fs.copyFileSync(path.join(other.dataDir, 'secrets.json'), path.join(office.dataDir, 'secrets.json'));
    expect(await refusalOf(office)).toContain('does not accept the password kept for it');
    expect(processesOf(office).postgres).toBeUndefined();
  });

  it('names every setting it cannot use, and writes nothing', async () => {
    const office = await newOffice();
    const said = await refusalOf(office, { LOG_LEVEL: 'hunter2', SMTP_URL: 'hunter2' });
    expect(said).toContain('LOG_LEVEL must be');
    expect(said).toContain('SMTP_URL must be');
    expect(said).not.toContain('hunter2');
    expect(fs.existsSync(office.dataDir)).toBe(false);
  });

  it('gives up on a program that ends again and again, and stops the rest', async () => {
    const office = await newOffice();
    const running = new OfficeProcess(office, { TEST_WEB: 'crashing-web.ts' });
    expect(await running.ended).toBe(1);
    expect(running.output).toContain('this program cannot run');
    expect(running.output).toContain('The web server ended 6 times within a minute');
    expect(await nothingLeft(office, [running.pid])).toBe(true);
    expect(processesOf(office)).toEqual({ programs: [], postgres: undefined });
  });
});

describe('with DATABASE_URL', () => {
  async function elsewhere() {
    const server = await startEmbeddedPostgres({
      dataDir: path.join(temporaryFolder(), 'postgres'),
      password: 'a-password-of-its-own',
      durable: false,
    });
    undoLater(() => server.stop());
    return server.ownerUrl;
  }

  it('uses that database, embeds none and fills nothing', async () => {
    const office = await newOffice();
    const url = await elsewhere();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('create table kept (word text); grant select on kept to public');
    await client.end();
    const running = await new OfficeProcess(office, { DATABASE_URL: url }).ready();
    expect(await running.words()).toEqual([]);
    expect(running.output).not.toContain('Filling');
    expect(fs.existsSync(path.join(office.dataDir, 'postgres'))).toBe(false);
  });

  it('says that the password is wrong', async () => {
    const url = (await elsewhere()).replace('a-password-of-its-own', 'another');
    const said = await refusalOf(await newOffice(), { DATABASE_URL: url });
    expect(said).toContain('The database refuses the password: check DATABASE_URL.');
    expect(said).not.toContain('another@');
  });

  it('says that nothing answers there', async () => {
    const { port } = await newOffice();
    const said = await refusalOf(await newOffice(), {
      DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/recourse`,
    });
    expect(said).toContain('The database does not answer at the address in DATABASE_URL.');
  });
});

function mountMemory(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  // Lazily: a process that is just ending may still hold the folder.
  undoLater(() => execFileSync('umount', ['--lazy', folder]));
}

function canMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
