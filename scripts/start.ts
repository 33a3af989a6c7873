import path from 'node:path';
import { getCommandEnv } from '../lib/env.ts';
import { interruptionSignal } from './launcher/interruption.ts';
import { reportFailure } from './launcher/problem.ts';
import { programsFor } from './launcher/programs.ts';
import { createProgress } from './launcher/progress.ts';
import { serve } from './launcher/serve.ts';
import { readAccounts } from './seed/accounts.ts';

const help = `npm start             Run Recourse: database, web server and reminder worker.
npm run dev           The same, with the web server reloading as the code changes.

The first start makes a database and secrets in .data/, fills a demo office and builds; the next ones take seconds.
With DATABASE_URL set, that PostgreSQL is used and nothing is filled. All settings: .env.example.
Ctrl-C stops everything.`;

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const interrupted = interruptionSignal();
const args = process.argv.slice(2);

if (args.some((arg) => arg === '--help' || arg === '-h')) {
  console.log(help);
} else if (args.length > 1 || (args[0] !== undefined && args[0] !== 'dev')) {
  console.error(`${args.join(' ')} is not understood.\n\n${help}`);
  process.exitCode = 2;
} else {
  process.exitCode = await start(args[0] === 'dev');
}
process.exit();

async function start(reloading: boolean): Promise<number> {
  try {
    const env = getCommandEnv();
    const readySince = performance.now();
    await serve({
      command: reloading ? 'npm run dev' : 'npm start',
      env,
      programs: programsFor(reloading, env),
      progress: createProgress(console.log),
      interrupted,
      onReady: ({ dataDir }) => printWelcome(env.APP_URL, dataDir, performance.now() - readySince),
    });
    return 0;
  } catch (error) {
    return reportFailure(error);
  }
}

function printWelcome(address: string, dataDir: string, milliseconds: number): void {
  console.log(`\n  Recourse is ready at ${address} (${(milliseconds / 1000).toFixed(1)} s)\n`);
  for (const { role, email, password } of readAccounts(dataDir)) {
    console.log(`  ${role.padEnd(14)} ${email.padEnd(32)} ${password}`);
  }
  console.log('\n  Ctrl-C stops it.\n');
}
