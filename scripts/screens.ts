import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandEnv, inheritEnv, readCommandEnv } from '../lib/env.ts';
import { Interrupted, interruptionSignal } from './launcher/interruption.ts';
import { anyFreePort } from './launcher/port.ts';
import { Problem, reportFailure } from './launcher/problem.ts';
import { programsFor } from './launcher/programs.ts';
import { createProgress } from './launcher/progress.ts';
import { type Served, serve } from './launcher/serve.ts';
import { takeScreens } from './screens/take-screens.ts';
import { readAccounts } from './seed/accounts.ts';

const help = `npm run screens       Take a picture of every screen at 1400 and 390 px, from a demo office made for it and
                      thrown away afterwards. Open index.html in the folder to look through them.

  -- --to <folder>    Where to: test-results/screens unless said. What is there is replaced.
  -- --at <address>   From a demo office that runs already; its sign-ins are read from DATA_DIR.`;

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const interrupted = interruptionSignal();
const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, to: { type: 'string' }, at: { type: 'string' } },
});

if (values.help) console.log(help);
else {
  const folder = path.resolve(values.to ?? 'test-results/screens');
  const taken = values.at ? fromRunning(values.at, folder) : fromScratch(folder);
  process.exitCode = await taken.then(() => 0, reportFailure);
}
process.exit();

function fromRunning(address: string, folder: string): Promise<void> {
  const { DATA_DIR } = settingsFrom(inheritEnv({}));
  return take(address, DATA_DIR, folder);
}

async function fromScratch(folder: string): Promise<void> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-screens-'));
  fs.chmodSync(scratch, 0o711); // PostgreSQL may run as another account and only passes through
  const env = settingsFrom({
    NODE_ENV: 'production',
    PORT: String(await anyFreePort()),
    DATA_DIR: path.join(scratch, 'data'),
  });
  const over = new AbortController();
  const ready = Promise.withResolvers<Served>();
  const progress = createProgress(console.log);
  const served = serve({
    command: 'npm run screens',
    env,
    programs: programsFor(false, env),
    progress,
    interrupted: AbortSignal.any([interrupted, over.signal]),
    onReady: ready.resolve,
  });
  served.catch(ready.reject);
  try {
    const { dataDir } = await ready.promise;
    progress.step('Taking pictures');
    await take(env.APP_URL, dataDir, folder);
  } finally {
    over.abort(new Interrupted('the pictures are taken'));
    await served.catch(() => {});
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function take(address: string, dataDir: string, folder: string): Promise<void> {
  // Of all roles, an administrator may open the most.
  const account = readAccounts(dataDir).find(({ role }) => role === 'administrator');
  if (!account)
    throw new Problem(`${dataDir} holds no sign-ins of a demo office: set DATA_DIR to its folder.`);
  return takeScreens({ address, account, folder, say: console.log });
}

function settingsFrom(source: Readonly<Record<string, string | undefined>>): CommandEnv {
  const settings = readCommandEnv(source);
  if (!settings.ok) throw new Problem(settings.problems.join(' '));
  return settings.env;
}
