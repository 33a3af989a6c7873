import { z } from 'zod';
import type { Database } from '../../lib/db/client.ts';
import { DatabaseError } from '../../lib/db/database-error.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import { openOffice } from '../../lib/offices/open-office.ts';
import { listOffices } from '../../lib/offices/queries.ts';
import { seedDirectory } from '../../lib/plans/seed-directory.ts';
import { Problem } from '../launcher/problem.ts';
import { newPassphrase } from './passphrase.ts';

const uniqueViolation = '23505';
const asked = z.object({
  office: z.string().trim().min(1),
  admin: z.email(),
  'admin-name': z.string().trim().min(1).default('Administrator'),
  phone: z.string().trim().default(''),
});

export type NewOffice = {
  readonly name: string;
  readonly phone: string;
  readonly admin: { readonly name: string; readonly email: string };
};

/** Reads what was typed on the command line. Throws Problem. */
export function readNewOffice(typed: Readonly<Record<string, unknown>>): NewOffice {
  const { success, data, error } = asked.safeParse(typed);
  if (success) {
    return {
      name: data.office,
      phone: data.phone,
      admin: { name: data['admin-name'], email: data.admin },
    };
  }
  const field = String(error.issues[0]?.path[0]);
  const expected = field === 'admin' ? 'the administrator’s e-mail address' : 'a name';
  throw new Problem(`--${field} must be ${expected}.`);
}

/** Opens an office with its administrator and the directory of plans, and returns the passphrase. Throws Problem where one of that name exists. */
export async function openRealOffice(owner: Database, office: NewOffice, now: Date): Promise<string> {
  const { name, phone, admin } = office;
  const sameName = (other: string) => other.toLowerCase() === name.toLowerCase();
  if ((await listOffices(owner)).some((other) => sameName(other.name)))
    throw new Problem(`An office named “${name}” exists already; nothing was changed.`);
  const password = newPassphrase();
  try {
    await owner.transaction(async (tx) => {
      const { people } = await openOffice(
        tx,
        { name, phone },
        [{ ...admin, role: 'administrator', password }],
        now,
      );
      for (const administrator of people) await inUnitOfWork(tx, administrator, now, seedDirectory);
    });
  } catch (error) {
    if (isEmailTaken(error)) throw new Problem(`${admin.email} signs in already; nothing was changed.`);
    throw error;
  }
  return password;
}

const isEmailTaken = (error: unknown) => error instanceof DatabaseError && error.code === uniqueViolation;
