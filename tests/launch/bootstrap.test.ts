import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bareEnv, inheritEnv } from '../../lib/env.ts';
import { identify } from '../../scripts/launcher/process-identity.ts';
import { cleanUp, temporaryFolder, undoLater, until } from './office-process.ts';

afterEach(cleanUp);

const root = path.resolve(import.meta.dirname, '../..');
const nodePackage = path.basename(path.resolve(process.execPath, '../..'));

type Package = { version: string; dev?: true; optional?: true };

/** A project with our bootstrap, an npm that only writes down that it was called, and a script that says hello. */
function projectWith(
  locked: Record<string, Package>,
  installed: Record<string, Package> | undefined,
): string {
  const project = temporaryFolder();
  const write = (file: string, content: string) => {
    fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    fs.writeFileSync(path.join(project, file), content);
  };
  write('package.json', JSON.stringify({ type: 'module', scripts: { start: 'node scripts/start.mjs' } }));
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...locked } }));
  for (const file of ['bootstrap.mjs', 'start.mjs', 'launcher/lifeline.ts']) {
    write(`scripts/${file}`, fs.readFileSync(path.join(root, 'scripts', file), 'utf8'));
  }
  write('scripts/start.ts', `console.log('hello from ' + process.execPath);`);
  write(
    'npm-cli.js',
    `import fs from 'node:fs'; fs.appendFileSync('installed.txt', process.argv.slice(2).join(' '));`,
  );
  if (installed) {
    write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
    for (const folder of Object.keys(installed)) write(`${folder}/package.json`, '{}');
  }
  fs.mkdirSync(path.join(project, 'node_modules'), { recursive: true });
  fs.symlinkSync(
    path.join(root, 'node_modules', nodePackage),
    path.join(project, 'node_modules', nodePackage),
  );
  return project;
}

function start(project: string) {
  const ended = spawnSync(process.execPath, [path.join(project, 'scripts/start.mjs')], {
    env: bareEnv({ npm_execpath: path.join(project, 'npm-cli.js') }),
    encoding: 'utf8',
  });
  const record = path.join(project, 'installed.txt');
  return { ...ended, installed: fs.existsSync(record) ? fs.readFileSync(record, 'utf8') : undefined };
}

const one = { 'node_modules/one': { version: '1.0.0' } };

describe('the first command on a fresh machine', () => {
  it('installs exactly what the lock file says, then runs on the project’s own Node', () => {
    const { installed, stdout, status } = start(projectWith(one, undefined));
    expect(installed).toMatch(/^ci /);
    expect(stdout).toContain(`hello from ${fs.realpathSync(process.execPath)}`);
    expect(status).toBe(0);
  });

  it('installs nothing when everything is there', () => {
    const { installed, stdout } = start(projectWith(one, one));
    expect(installed).toBeUndefined();
    expect(stdout).toContain('hello');
  });

  it('installs when the lock file has moved on', () => {
    const moved = { 'node_modules/one': { version: '1.0.1' } };
    expect(start(projectWith(moved, one)).installed).toMatch(/^ci /);
  });

  it('does without what is optional, or for development only', () => {
    const locked = {
      ...one,
      'node_modules/mac': { version: '1.0.0', optional: true },
      'node_modules/lint': { version: '1.0.0', dev: true },
    } as const;
    expect(start(projectWith(locked, one)).installed).toBeUndefined();
  });

  it.each([
    ['the disk is full', 'npm error code ENOSPC', 'The disk is full: free some space and start again.'],
    ['the network is down', 'npm error code ENOTFOUND', 'The packages could not be installed'],
  ])('says so when %s', (_, printed, sentence) => {
    const project = projectWith(one, undefined);
    fs.writeFileSync(path.join(project, 'npm-cli.js'), `console.error('${printed}'); process.exit(1);`);
    const { stderr, stdout, status } = start(project);
    expect(stderr).toContain(sentence);
    expect(stdout).not.toContain('hello');
    expect(status).toBe(1);
  });
});

describe('npm', () => {
  it.each([
    ['Ctrl-C in its terminal', (npm: number) => process.kill(-npm, 'SIGINT')],
    ['a request to end', (npm: number) => process.kill(npm, 'SIGTERM')],
    ['kill -9', (npm: number) => process.kill(npm, 'SIGKILL')],
  ])('takes what it started with it when ended by %s', async (_, end) => {
    const project = projectWith({}, {});
    fs.writeFileSync(
      path.join(project, 'scripts/start.ts'),
      `import fs from 'node:fs';
       fs.writeFileSync('pid', String(process.pid));
       setInterval(() => {}, 1000);
       for (const signal of ['SIGINT', 'SIGTERM'])
         process.on(signal, () => { fs.writeFileSync('stopped', ''); process.exit(0); });`,
    );
    const npm = spawn('npm', ['start'], {
      cwd: project,
      env: inheritEnv({}),
      stdio: 'ignore',
      detached: true,
    });
    undoLater(() => npm.kill('SIGKILL'));
    const pidFile = path.join(project, 'pid');
    await until(() => fs.existsSync(pidFile) && fs.readFileSync(pidFile, 'utf8') !== '');
    const pid = Number(fs.readFileSync(pidFile, 'utf8'));
    end(npm.pid ?? 0);
    await until(() => identify(pid) === undefined, 5);
    expect(fs.existsSync(path.join(project, 'stopped'))).toBe(true);
  });
});
