import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, newOffice, nothingLeft, OfficeProcess, processesOf, until } from './office-process.ts';

afterEach(cleanUp);

const secretsIn = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;

describe('a start', () => {
  it('makes a database and secrets of its own, fills it once, and is quick the next time', async () => {
    const office = await newOffice();
    const first = await new OfficeProcess(office).ready();
    expect(first.output).toContain(`ready at http://localhost:${office.port}`);
    expect(await first.words()).toEqual(['seeded']);
    const secrets = path.join(office.dataDir, 'secrets.json');
    expect(fs.statSync(secrets).mode & 0o777).toBe(0o600);
    const made = fs.readFileSync(secrets, 'utf8');
    first.launcher.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = await new OfficeProcess(office).ready();
    expect(performance.now() - second.startedAt).toBeLessThan(8_000);
    expect(await second.words()).toEqual(['seeded']);
    expect(fs.readFileSync(secrets, 'utf8')).toBe(made);
  });

  it('says its steps and no secret', async () => {
    const office = await newOffice();
    const running = await new OfficeProcess(office).ready();
    expect(running.output).toMatch(
      /Checking.*Starting the database.*making a new database.*Filling.*Starting the web/s,
    );
    const secrets = JSON.parse(fs.readFileSync(path.join(office.dataDir, 'secrets.json'), 'utf8')) as object;
    for (const secret of Object.values(secrets)) expect(running.output).not.toContain(secret);
  });

  it('gives each program the keys it needs and no others', async () => {
    const office = await newOffice();
    await new OfficeProcess(office, { DATABASE_APP_URL: 'postgres://a:b@127.0.0.1:1/c' }).ready();
    const keysOf = (program: string): unknown =>
      JSON.parse(fs.readFileSync(path.join(office.dataDir, `${program}-keys.json`), 'utf8'));
    expect(keysOf('web')).toEqual(['DATABASE_APP_URL', 'AUTH_SECRET', 'NEXTAUTH_SECRET', 'DOCUMENT_KEY']);
    expect(keysOf('worker')).toEqual(['DATABASE_WORKER_URL', 'DOCUMENT_KEY']);
  });

  it('completes the secrets of a release whose worker had no role of its own, and which kept no documents', async () => {
    const office = await newOffice();
    const first = await new OfficeProcess(office).ready();
    first.launcher.kill('SIGINT');
    await first.ended;
    const file = path.join(office.dataDir, 'secrets.json');
    const { databaseWorkerPassword, documentKey, ...former } = secretsIn(file);
    for (const secret of [databaseWorkerPassword, documentKey]) expect(secret).toMatch(/^.{43}$/);
    fs.writeFileSync(file, JSON.stringify(former), { mode: 0o600 });
    await new OfficeProcess(office).ready();
    expect(secretsIn(file)).toMatchObject(former);
    expect(secretsIn(file)).toHaveProperty('databaseWorkerPassword');
    expect(secretsIn(file)).toHaveProperty('documentKey');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('lets nobody into the database without its password', async () => {
    const office = await newOffice();
    await new OfficeProcess(office).ready();
    const rules = fs.readFileSync(path.join(office.dataDir, 'postgres', 'pg_hba.conf'), 'utf8');
    const methods = rules.split('\n').filter((line) => /^(local|host)/.test(line));
    expect(methods.length).toBeGreaterThan(0);
    for (const line of methods) expect(line).toMatch(/scram-sha-256$/);
  });

  it('refuses a second one on the same data, and says where the first is', async () => {
    const office = await newOffice();
    await new OfficeProcess(office).ready();
    const second = new OfficeProcess(office);
    expect(await second.ended).toBe(1);
    expect(second.output).toMatch(
      new RegExp(
        `in use by "npm start" \\(process \\d+\\)\\. Recourse is running at http://localhost:${office.port}\\.`,
      ),
    );
  });
});

describe('a stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s leaves no process and no taken port',
    async (signal) => {
      const office = await newOffice();
      const running = await new OfficeProcess(office).ready();
      const { programs, postgres } = processesOf(office);
      expect(programs).toHaveLength(2);
      expect(postgres).toBeDefined();
      running.launcher.kill(signal);
      expect(await running.ended).toBe(0);
      expect(await nothingLeft(office, [...programs, postgres ?? 0])).toBe(true);
      expect(fs.existsSync(path.join(office.dataDir, 'running.json'))).toBe(false);
    },
  );

  it('ends the database last, so that the programs can finish what they are writing', async () => {
    const office = await newOffice();
    const running = await new OfficeProcess(office).ready();
    await running.write();
    running.launcher.kill('SIGTERM');
    await running.ended;
    expect(fs.readFileSync(path.join(office.dataDir, 'read-on-leaving'), 'utf8')).toBe('2');
  });

  it('in the middle of the first start leaves something the next one completes', async () => {
    const office = await newOffice();
    const interrupted = new OfficeProcess(office);
    await until(() => interrupted.output.includes('making a new database'));
    interrupted.launcher.kill('SIGINT');
    expect(await interrupted.ended).toBe(0);
    const next = await new OfficeProcess(office).ready();
    expect(await next.words()).toEqual(['seeded']);
  });
});
