import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { inheritEnv } from '../lib/env.ts';
import { checkDependencies } from './dependencies/check-dependencies.ts';

export type Counts = { passed: number; failed: number; skipped: number };
export type Check = {
  name: string;
  commands: string[][];
  env?: Readonly<Record<string, string>>;
  /** Looks by itself, after the commands: any problem fails the check, a remark is only printed. */
  inspect?: () => Promise<{ problems: string[]; remarks: string[] }>;
  /** A JSON report that the last command writes; without one the check counts as a single test. */
  report?: { file: string; count: (report: unknown) => Counts };
};
export type CheckResult = Counts & { name: string };

export const root = path.resolve(import.meta.dirname, '..');
const binaries = path.join(root, 'node_modules', '.bin');
const reports = path.join(root, 'test-results');
const sources = ['app', 'bench', 'components', 'e2e', 'lib', 'scripts', 'tests'];

/** The checks that need neither a database nor a build. */
export function fastChecks(): Check[] {
  const linted = sources.filter((source) => fs.existsSync(path.join(root, source)));
  return [
    {
      name: 'types',
      commands: [
        ['next', 'typegen'],
        ['tsc', '--noEmit'],
      ],
    },
    { name: 'lint', commands: [['oxlint', '--type-aware', '--quiet', ...linted]] },
    { name: 'format', commands: [['biome', 'ci', '--colors=off', '--max-diagnostics=20']] },
    { name: 'dependencies', commands: [], inspect: () => checkDependencies(root) },
    vitestCheck('quick tests', ['architecture', 'unit', 'property']),
  ];
}

/** The tests of some of the projects in vitest.config.ts, together. */
export function vitestCheck(name: string, projects: string[]): Check {
  const file = path.join(reports, `${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return {
    name,
    commands: [['vitest', 'run', ...chosen, '--passWithNoTests', ...reporters]],
    report: { file, count: countVitest },
  };
}

/** Runs one check to its end; shows what it printed only when it failed. */
export async function runCheck(check: Check): Promise<CheckResult> {
  const startedAt = performance.now();
  if (check.report) {
    fs.mkdirSync(path.dirname(check.report.file), { recursive: true });
    fs.rmSync(check.report.file, { force: true });
  }
  const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`.padStart(8);
  const reminder = setInterval(() => console.log(`...     ${check.name.padEnd(14)}${elapsed()}`), 30_000);
  let output = '';
  let ok = true;
  for (const command of check.commands) {
    const ended = await runCommand(command, check.env);
    output += ended.output;
    ok = ended.code === 0;
    if (!ok) break;
  }
  const inspected = ok ? await check.inspect?.() : undefined;
  if (inspected && inspected.problems.length > 0) {
    output += inspected.problems.join('\n');
    ok = false;
  }
  const counts = count(check, ok);
  clearInterval(reminder);
  if (counts.failed > 0) console.log(`\n${output.trimEnd()}\n`);
  console.log(
    `${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${check.name.padEnd(14)}${elapsed()}  ${inWords(counts)}`,
  );
  for (const remark of inspected?.remarks ?? []) console.log(`        ${remark}`);
  return { name: check.name, ...counts };
}

export function total(results: Counts[]): Counts {
  const sum = (key: keyof Counts) => results.reduce((all, result) => all + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

export const inWords = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

function count(check: Check, ok: boolean): Counts {
  if (!check.report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const { file } = check.report;
  const counts = fs.existsSync(file)
    ? check.report.count(JSON.parse(fs.readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  // A crash outside any test, or a report that was never written, is a failure too.
  return ok ? counts : { ...counts, failed: Math.max(counts.failed, 1) };
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

function countVitest(report: unknown): Counts {
  const counted = vitestReport.parse(report);
  const unloadable = counted.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: counted.numPassedTests,
    failed: counted.numFailedTests + unloadable.length,
    skipped: counted.numPendingTests + counted.numTodoTests,
  };
}

const running = new Set<() => void>();

/** Ends the commands that are running; for an interruption. */
export function stopChecks(): void {
  for (const stop of running) stop();
}

function runCommand(
  [name = '', ...args]: string[],
  env: Check['env'],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn(path.join(binaries, name), args, {
      cwd: root,
      env: inheritEnv({ ...env, PATH: `${binaries}${path.delimiter}${inheritEnv({}).PATH}`, NO_COLOR: '1' }),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
    });
    const stop = () => child.kill('SIGTERM');
    running.add(stop);
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => (output += `${error.message}\n`));
    child.once('close', (code) => {
      running.delete(stop);
      resolve({ code, output });
    });
  });
}
