import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { identify } from '../../scripts/launcher/process-identity.ts';
import {
  cleanUp,
  newOffice,
  nothingLeft,
  type Office,
  OfficeProcess,
  processesOf,
  until,
} from './office-process.ts';

afterEach(cleanUp);

const kill = (pid: number | undefined) => process.kill(pid ?? 0, 'SIGKILL');

async function officeWithARow(): Promise<{ office: Office; running: OfficeProcess }> {
  const office = await newOffice();
  const running = await new OfficeProcess(office).ready();
  await running.write();
  return { office, running };
}

async function wordsAfterTheNextStart(office: Office): Promise<string[]> {
  const next = await new OfficeProcess(office).ready();
  return next.words();
}

describe('kill -9', () => {
  it('of the launcher takes the programs with it, and the next start recovers', async () => {
    const { office, running } = await officeWithARow();
    const { programs } = processesOf(office);
    kill(running.pid);
    await until(() => nothingLeft(office, programs));
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded', 'written']);
  });

  it('of the launcher is recovered from by a start that follows at once', async () => {
    const { office, running } = await officeWithARow();
    kill(running.pid);
    await running.ended;
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded', 'written']);
  });

  it('of everything at once is recovered from', async () => {
    const { office, running } = await officeWithARow();
    const { programs, postgres } = processesOf(office);
    for (const pid of [running.pid, ...programs, postgres]) kill(pid);
    await running.ended;
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded', 'written']);
  });

  it('of the launcher and the database is recovered from', async () => {
    const { office, running } = await officeWithARow();
    kill(running.pid);
    kill(processesOf(office).postgres);
    await running.ended;
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded', 'written']);
  });

  it('of the database is repaired while running', async () => {
    const { office, running } = await officeWithARow();
    const killed = processesOf(office).postgres;
    kill(killed);
    await until(() => {
      const { postgres } = processesOf(office);
      return postgres !== undefined && postgres !== killed;
    });
    await until(() =>
      running.words().then(
        (words) => words.length === 2,
        () => false,
      ),
    );
    expect(running.output).toContain('The database ended; starting it again');
  });

  it.each([
    ['worker', 0],
    ['web server', 1],
  ])('of the %s is repaired while running', async (name, position) => {
    const { office, running } = await officeWithARow();
    const killed = processesOf(office).programs[position] ?? 0;
    kill(killed);
    await until(() => {
      const { programs } = processesOf(office);
      return programs.length === 2 && !programs.includes(killed);
    });
    await until(() =>
      running.words().then(
        (words) => words.length === 2,
        () => false,
      ),
    );
    expect(running.output).toContain(`The ${name} ended; starting it again`);
  });

  it('of the launcher leaves a program that does not notice; the next start ends it by its number', async () => {
    const { office, running } = await officeWithARow();
    const [worker = 0] = processesOf(office).programs;
    process.kill(worker, 'SIGSTOP');
    kill(running.pid);
    await running.ended;
    await sleep(500);
    expect(identify(worker)).toBeDefined();
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded', 'written']);
    expect(identify(worker)).toBeUndefined();
  }, 60_000);

  it('in the middle of making the database leaves no half of one', async () => {
    const office = await newOffice();
    const first = new OfficeProcess(office);
    await until(
      () =>
        fs.existsSync(office.dataDir) &&
        fs.readdirSync(office.dataDir).some((name) => name.includes('.unfinished-')),
    );
    kill(first.pid);
    await first.ended;
    expect(fs.existsSync(path.join(office.dataDir, 'postgres'))).toBe(false);
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded']);
    expect(fs.readdirSync(office.dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('never ends a stranger that now has the number of a process of ours', async () => {
    const { office, running } = await officeWithARow();
    const record = JSON.parse(fs.readFileSync(path.join(office.dataDir, 'running.json'), 'utf8')) as {
      children: { pid: number; startedAt: string }[];
    };
    running.launcher.kill('SIGTERM');
    await running.ended;
    const stranger = await new OfficeProcess(await newOffice()).ready();
    record.children = [{ pid: stranger.pid, startedAt: record.children[0]?.startedAt ?? '' }];
    fs.writeFileSync(path.join(office.dataDir, 'running.json'), JSON.stringify(record));
    expect(await wordsAfterTheNextStart(office)).toEqual(['seeded', 'written']);
    expect(identify(stranger.pid)).toBeDefined();
  });
});
