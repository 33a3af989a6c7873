import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { systemClock } from '../../lib/calendar/clock.ts';
import { inheritEnv } from '../../lib/env.ts';
import { type AuditResult, judgeAudit } from './audit.ts';
import { installedProblems, lockfileProblems } from './lockfile.ts';

const ACCEPTED = path.join(import.meta.dirname, 'accepted-advisories.json');
const PATIENCE_MILLISECONDS = 60_000;

/** Looks at what is locked, what is installed, and what is known against it. */
export async function checkDependencies(root: string): Promise<AuditResult> {
  const read = (file: string): unknown => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const lockfile = read('package-lock.json');
  const audit = judgeAudit(
    await npmAudit(root),
    JSON.parse(fs.readFileSync(ACCEPTED, 'utf8')),
    systemClock(),
  );
  return {
    problems: [
      ...lockfileProblems(lockfile, read('package.json')),
      ...installedProblems(lockfile, read('node_modules/.package-lock.json')),
      ...audit.problems,
    ],
    remarks: audit.remarks,
  };
}

/** What `npm audit` printed; it ends with an error for findings and for refusals alike. */
function npmAudit(root: string): Promise<string> {
  const environment = inheritEnv({});
  const { npm_execpath: npm = '', npm_node_execpath: node = process.execPath } = environment;
  const args = ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  const [command, ...before] = /npm-cli\.[cm]?js$/.test(npm) ? [node, npm] : ['npm'];
  return new Promise((resolve) => {
    execFile(
      command ?? 'npm',
      [...before, ...args],
      {
        cwd: root,
        timeout: PATIENCE_MILLISECONDS,
        maxBuffer: 64 * 1024 * 1024,
        shell: process.platform === 'win32' && command === 'npm',
      },
      (_, printed) => resolve(printed),
    );
  });
}
