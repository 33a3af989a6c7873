import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../lib/calendar/clock.ts';
import { connect, type Database } from '../lib/db/client.ts';
import { migrateDatabase } from '../lib/db/migrate.ts';
import { openDocumentStore } from '../lib/document-store/document-store.ts';
import { getEnv } from '../lib/env.ts';
import { listOffices } from '../lib/offices/queries.ts';
import { openDatabase, rolePasswords } from './launcher/database.ts';
import { Problem, reportFailure } from './launcher/problem.ts';
import { accountsFile, printAccounts } from './seed/accounts.ts';
import { openDemoOffice } from './seed/demo-office.ts';
import { demoOffice } from './seed/people.ts';
import { openRealOffice, readNewOffice } from './seed/real-office.ts';

const help = `npm run seed -- --demo
    Open a demo office: invented people and some fifty disputes, at every stage, dated from today. Its sign-ins are
    written to demo-accounts.json in the data folder and printed.

npm run seed -- --office NAME --admin EMAIL [--admin-name NAME] [--phone NUMBER]
    Open an office with the directory of plans and one administrator, whose passphrase is printed once and kept
    nowhere.

Uses DATABASE_URL, or else the embedded database in .data/. Either happens whole or not at all.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  demo: { type: 'boolean' },
  office: { type: 'string' },
  admin: { type: 'string' },
  'admin-name': { type: 'string' },
  phone: { type: 'string' },
} as const;

process.exitCode = await seed();

async function seed(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    const given = process.argv.slice(2).join(' ');
    console.error(`${given === '' ? 'Say what to open.' : `${given} is not understood.`}\n\n${help}`);
    return 2;
  }
  if (asked.help) {
    console.log(help);
    return 0;
  }
  try {
    if (asked.demo) await withOwner((owner) => seedDemo(owner));
    else {
      const wanted = readNewOffice(asked);
      await withOwner((owner) => seedOffice(owner, wanted));
    }
    return 0;
  } catch (error) {
    return reportFailure(error);
  }
}

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    const realOnly = [values.office, values.admin, values['admin-name'], values.phone];
    const real = realOnly.some((value) => value !== undefined);
    return values.help || (values.demo ?? false) !== real ? values : undefined;
  } catch {
    return undefined;
  }
}

async function withOwner(work: (owner: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase('npm run seed');
  try {
    await migrateDatabase({
      ownerUrl: database.ownerUrl,
      passwords: rolePasswords(database),
      onProgress: console.log,
    });
    const owner = connect(database.ownerUrl, { max: 2, name: 'recourse-seed' });
    try {
      await work(owner.db);
    } finally {
      await owner.pool.end();
    }
  } finally {
    await database.close();
  }
}

async function seedDemo(owner: Database): Promise<void> {
  const offices = await listOffices(owner);
  const file = accountsFile(path.resolve(getEnv().DATA_DIR));
  if (offices.some(({ name }) => name === demoOffice.name)) {
    const where = fs.existsSync(file)
      ? `its sign-ins are in ${file}`
      : `but ${file}, with its sign-ins, is gone`;
    console.log(`The demo office is there already; ${where}. Nothing was changed.`);
    return;
  }
  if (offices.length > 0) {
    throw new Problem(
      `This database already holds an office, “${offices[0]?.name}”. The demo office goes only into an empty one; nothing was changed.`,
    );
  }
  const env = getEnv();
  const { APP_URL: appUrl, MAIL_DIR, MAIL_FROM: from } = env;
  const mailbox = { folder: path.resolve(MAIL_DIR), from };
  const places = { dataDir: path.dirname(file), mailbox, appUrl, store: openDocumentStore(env) };
  const { accounts, caseCount } = await openDemoOffice(owner, places, systemClock());
  console.log(`Opened ${demoOffice.name} with ${caseCount} cases. Sign-ins, also in ${file}:\n`);
  printAccounts(accounts);
}

async function seedOffice(owner: Database, wanted: ReturnType<typeof readNewOffice>): Promise<void> {
  const password = await openRealOffice(owner, wanted, systemClock());
  console.log(`Opened ${wanted.name}. Its administrator signs in as ${wanted.admin.email} with the passphrase

  ${password}

It is shown only now: hand it over safely.`);
}
