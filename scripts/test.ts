import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readCommandEnv } from '../lib/env.ts';
import { readFigures } from '../tests/faults/figures.ts';
import { OIDC_CLIENT } from '../tests/support/oidc-client.ts';
import {
  type Check,
  type CheckResult,
  type Counts,
  fastChecks,
  inWords,
  root,
  runCheck,
  stopChecks,
  total,
  vitestCheck,
} from './checks.ts';
import { findChrome } from './chrome.ts';
import { buildAnew, isBuildFresh } from './launcher/build.ts';
import { Interrupted, interruptionSignal } from './launcher/interruption.ts';
import { anyFreePort } from './launcher/port.ts';
import { reportFailure } from './launcher/problem.ts';
import { createProgress } from './launcher/progress.ts';
import { type Served, serve } from './launcher/serve.ts';
import { findPersonal, readPersonalTexts } from './personal-texts.ts';

const help = `npm test              Run every test: types, lint, format, architecture, unit, property, integration on a real PostgreSQL,
                      the launcher, reminders while everything around them fails, and the journeys in a real browser
                      against a production build.

The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed. CHROME_PATH names the
browser to use, when it is not to be found or installed by itself.`;

const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
process.chdir(root);
const interrupted = interruptionSignal();
interrupted.addEventListener('abort', stopChecks);

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) console.log(help);
else process.exitCode = await test();
process.exit();

async function test(): Promise<number> {
  const results: CheckResult[] = [];
  const run = async (check: Check) => {
    if (interrupted.aborted) return false;
    const result = await runCheck(check);
    results.push(result);
    return result.failed === 0;
  };
  // Two at a time: more would only make each other slow enough to look broken.
  const fast = fastChecks();
  for (let first = 0; first < fast.length; first += 2)
    await Promise.all(fast.slice(first, first + 2).map(run));
  await run(vitestCheck('integration', ['integration']));
  await run(vitestCheck('launch', ['launch']));
  await run({
    ...vitestCheck('faults', ['faults']),
    inspect: async () => ({ problems: [], remarks: [...readFigures()] }),
  });
  if (fs.existsSync(path.join(root, 'app'))) {
    if ((await build(run)) && hasJourneys()) results.push(...(await runJourneys()));
  }
  const counts = total(results);
  const good = counts.failed === 0 && counts.passed > 0 && !interrupted.aborted;
  const failed = results.filter((result) => result.failed > 0).map((result) => result.name);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${inWords(counts)}`);
  return good ? 0 : 1;
}

async function build(run: (check: Check) => Promise<boolean>): Promise<boolean> {
  const check = { name: 'build', commands: [['next', 'build']], env: { NODE_ENV: 'production' } };
  if (isBuildFresh(root)) return run({ ...check, commands: [] });
  let built = false;
  await buildAnew(root, async () => {
    built = await run(check);
    return built;
  });
  return built;
}

function hasJourneys(): boolean {
  const folder = path.join(root, 'e2e');
  return fs.existsSync(folder) && fs.readdirSync(folder).some((name) => /\.(spec|test)\.ts$/.test(name));
}

/** The journeys, against the server that people run, with a database and a mailbox of their own. */
async function runJourneys(): Promise<CheckResult[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-e2e-'));
  fs.chmodSync(folder, 0o711);
  const results = (name: string) => path.join(root, 'test-results', name);
  const logs = [results('web.log'), results('remind.log')];
  const texts = results('personal-texts.jsonl');
  for (const file of [...logs, texts]) fs.writeFileSync(file, '');
  const log = fs.openSync(results('web.log'), 'a');
  const settings = readCommandEnv({
    NODE_ENV: 'production',
    TEST_CLOCK: 'on',
    LOG_LEVEL: 'debug',
    PORT: String(await anyFreePort()),
    DATA_DIR: path.join(folder, 'data'),
    // Journeys compute the codes of authenticators that the server sealed.
    AUTH_SECRET: randomBytes(32).toString('hex'),
    DOCUMENT_KEY: randomBytes(32).toString('base64url'),
    // A journey answers there as an identity provider.
    OIDC_ISSUER: `http://127.0.0.1:${await anyFreePort()}`,
    OIDC_CLIENT_ID: OIDC_CLIENT.id,
    OIDC_CLIENT_SECRET: OIDC_CLIENT.secret,
    OIDC_NAME: 'Test Provider',
  });
  if (!settings.ok) throw new Error(settings.problems.join(' '));
  const { env } = settings;
  const over = new AbortController();
  const ready = Promise.withResolvers<Served>();
  const served = serve({
    command: 'npm test',
    env,
    programs: {
      web: {
        args: [next, 'start', '--hostname', env.LISTEN_HOST, '--port', String(env.PORT)],
        env: { NODE_ENV: 'production' },
      },
    },
    progress: createProgress(() => {}),
    interrupted: AbortSignal.any([interrupted, over.signal]),
    output: log,
    onReady: ready.resolve,
  });
  served.catch(ready.reject);
  try {
    const { ownerUrl, appUrl, workerUrl } = await ready.promise;
    const file = results('e2e.json');
    const journey = ['playwright', 'test', '--reporter=line,json'];
    const journeys: Check = {
      name: 'e2e',
      commands: [...(findChrome() ? [] : [['playwright', 'install', 'chromium']]), journey],
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        E2E_URL: env.APP_URL,
        E2E_OWNER_DATABASE_URL: ownerUrl,
        E2E_APP_DATABASE_URL: appUrl,
        E2E_WORKER_DATABASE_URL: workerUrl,
        E2E_MAIL_DIR: env.MAIL_DIR,
        E2E_PERSONAL_TEXTS: texts,
        E2E_REMIND_LOG: results('remind.log'),
        E2E_AUTH_SECRET: env.AUTH_SECRET ?? '',
        E2E_DATA_DIR: env.DATA_DIR,
        E2E_DOCUMENT_KEY: env.DOCUMENT_KEY ?? '',
        E2E_OIDC_ISSUER: env.OIDC_ISSUER ?? '',
      },
      report: { file, count: countPlaywright },
    };
    return [await runCheck(journeys), checkLogs(logs, texts)];
  } catch (error) {
    if (error instanceof Interrupted) return [];
    reportFailure(error);
    return [{ name: 'e2e', passed: 0, failed: 1, skipped: 0 }];
  } finally {
    over.abort(new Interrupted('the journeys are over'));
    await served.catch(() => {});
    fs.closeSync(log);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What the journeys typed and stored about people must be in no log; a leak is told by where it is, not by what it says. */
function checkLogs(logs: readonly string[], textsFile: string): CheckResult {
  const texts = readPersonalTexts(textsFile);
  let failed = 0;
  for (const file of logs) {
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    for (const { place, from } of findPersonal(lines, texts)) {
      failed += 1;
      console.error(`${path.relative(root, file)}:${place + 1} holds a text of ${from}`);
    }
  }
  if (texts.length === 0) console.error('The journeys kept no text to look for.');
  return {
    name: 'logs',
    passed: texts.length > 0 && failed === 0 ? 1 : 0,
    failed: texts.length === 0 ? 1 : failed,
    skipped: 0,
  };
}

function countPlaywright(report: unknown): Counts {
  const shape = z.object({
    stats: z.object({
      expected: z.number(),
      unexpected: z.number(),
      flaky: z.number(),
      skipped: z.number(),
    }),
    errors: z.array(z.unknown()),
  });
  const { stats, errors } = shape.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
