import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, runningPort, startEmbeddedPostgres } from '../../lib/db/embedded.ts';
import { identify } from '../../scripts/launcher/process-identity.ts';
import { cleanUp, temporaryFolder, undoLater, until } from './office-process.ts';

afterEach(cleanUp);

const isRoot = process.getuid?.() === 0;
const password = 'a-password-of-its-own';

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, password, durable: false });
  undoLater(() => server.stop());
  return server;
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: question, rowMode: 'array' });
    return (rows[0] as unknown[])[0];
  } finally {
    await client.end();
  }
}

/** A harmless process under the account that PostgreSQL runs as, because only such a one stands in its way. */
function stranger(dataDir: string): ChildProcess {
  const { uid, gid } = fs.statSync(dataDir);
  const process_ = spawn('sleep', ['600'], { ...(isRoot ? { uid, gid } : {}), stdio: 'ignore' });
  undoLater(() => process_.kill('SIGKILL'));
  return process_;
}

describe('the embedded PostgreSQL', () => {
  it('compares and sorts as people write, in UTF-8', async () => {
    const { ownerUrl } = await start(path.join(temporaryFolder(), 'postgres'));
    expect(await ask(ownerUrl, 'show server_encoding')).toBe('UTF8');
    expect(await ask(ownerUrl, `select 'Ñ' ~* 'ñ'`)).toBe(true);
    const sorted = `select string_agg(word, '' order by word) from unnest(array['z','ñ','A','b','Á','a','n']) word`;
    expect(await ask(ownerUrl, sorted)).toBe('aAÁbnñz');
  });

  it('listens on loopback only and refuses a wrong password', async () => {
    const { ownerUrl } = await start(path.join(temporaryFolder(), 'postgres'));
    expect(await ask(ownerUrl, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(ownerUrl, 'show unix_socket_directories')).toBe('');
    const guessed = ownerUrl.replace(password, 'guessed');
    await expect(ask(guessed, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(ask(ownerUrl.replace(`:${password}`, ''), 'select 1')).rejects.toThrow(/password/);
  });

  it('keeps its port, unless another program has taken it', async () => {
    const dataDir = path.join(temporaryFolder(), 'postgres');
    const first = await start(dataDir);
    expect(runningPort(dataDir)).toBe(first.port);
    await first.stop();
    expect(runningPort(dataDir)).toBeUndefined();
    const second = await start(dataDir);
    expect(second.port).toBe(first.port);
    await second.stop();

    const other = await start(path.join(temporaryFolder(), 'postgres'));
    fs.writeFileSync(`${dataDir}.port`, String(other.port));
    const third = await start(dataDir);
    expect(third.port).not.toBe(other.port);
  });

  it('starts when the number it had now belongs to a stranger, and leaves the stranger alone', async () => {
    const dataDir = path.join(temporaryFolder(), 'postgres');
    const first = await start(dataDir);
    const pidFile = path.join(dataDir, 'postmaster.pid');
    const leftBehind = fs.readFileSync(pidFile, 'utf8');
    await first.stop();
    const { pid = 0 } = stranger(dataDir);
    fs.writeFileSync(pidFile, leftBehind.replace(/^\d+/, String(pid)));
    const second = await start(dataDir);
    expect(await ask(second.ownerUrl, 'select 1')).toBe(1);
    expect(identify(pid)).toBeDefined();
  });

  it('replaces a server that serves the same folder', async () => {
    const dataDir = path.join(temporaryFolder(), 'postgres');
    const first = await start(dataDir);
    const second = await start(dataDir);
    expect(second.pid).not.toBe(first.pid);
    await until(() => identify(first.pid) === undefined);
    expect(await ask(second.ownerUrl, 'select 1')).toBe(1);
  });

  it('stops within its bound while a client is in the middle of a query', async () => {
    const server = await start(path.join(temporaryFolder(), 'postgres'));
    const query = ask(server.ownerUrl, 'select pg_sleep(600)').catch((error: unknown) => error);
    await until(async () => {
      const sleeping = `select count(*)::int from pg_stat_activity where query like 'select pg_sleep%'`;
      return (await ask(server.ownerUrl, sleeping)) === 1;
    });
    const since = performance.now();
    await server.stop();
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(await query).toBeInstanceOf(Error);
  });

  it('refuses a folder that holds something else', async () => {
    const dataDir = temporaryFolder();
    fs.writeFileSync(path.join(dataDir, 'thesis.txt'), 'mine');
    await expect(start(dataDir)).rejects.toThrow(`${dataDir} is not a PostgreSQL data folder`);
    expect(fs.readdirSync(dataDir)).toEqual(['thesis.txt']);
  });

  it.runIf(isRoot)(
    'lives where its account can reach it when the folder of root is closed to others',
    async () => {
      const closed = temporaryFolder();
      fs.chmodSync(closed, 0o700);
      const dataDir = path.join(closed, 'postgres');
      const first = await start(dataDir);
      const real = fs.realpathSync(dataDir);
      undoLater(() => fs.rmSync(real, { recursive: true, force: true }));
      expect(real).toMatch(/^\/var\/lib\/recourse\//);
      await ask(first.ownerUrl, 'create table kept (word text); select 1').catch(() => {});
      await first.stop();
      const second = await start(dataDir);
      expect(await ask(second.ownerUrl, 'select count(*)::int from kept')).toBe(0);
      expect(fs.realpathSync(dataDir)).toBe(real);
      await second.stop();
    },
  );
});
