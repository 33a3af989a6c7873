import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { NewPerson } from '../../lib/offices/open-office.ts';
import { replaceFile } from '../launcher/replace-file.ts';
import { newPassphrase } from './passphrase.ts';
import { demoPeople, type PersonKey } from './people.ts';

/** The people of the demo office, each with a new passphrase of their own. */
export const newAccounts = (): (NewPerson & { readonly key: PersonKey })[] =>
  (Object.keys(demoPeople) as PersonKey[]).map((key) => ({
    key,
    ...demoPeople[key],
    password: newPassphrase(),
  }));

export const accountsFile = (dataDir: string) => path.join(dataDir, 'demo-accounts.json');

/** Keeps the sign-ins of the demo office for the person at this machine, and for nobody else. */
export function writeAccounts(dataDir: string, people: readonly NewPerson[]): void {
  const accounts = people.map(({ role, name, email, password }) => ({ role, name, email, password }));
  replaceFile(accountsFile(dataDir), `${JSON.stringify(accounts, null, 2)}\n`, 0o600);
}

export function printAccounts(people: readonly NewPerson[]): void {
  for (const { role, name, email, password } of people)
    console.log(`  ${role.padEnd(14)} ${name.padEnd(14)} ${email.padEnd(28)} ${password}`);
}

const shape = z.array(z.object({ role: z.string(), email: z.string(), password: z.string() }));

/** The sign-ins that were kept; none where there is no demo office, or where somebody changed the file. */
export function readAccounts(dataDir: string): z.infer<typeof shape> {
  const file = accountsFile(dataDir);
  if (!fs.existsSync(file)) return [];
  return shape.safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data ?? [];
}
