import { randomUUID } from 'node:crypto';
import type { UserActor } from '../../lib/access/actor.ts';
import { hashPassword } from '../../lib/access/password.ts';
import type { Role } from '../../lib/db/vocabulary.ts';
import { readEnv, setEnv } from '../../lib/env.ts';
import type { TestDatabase } from './database.ts';
import { TEST_PASS_PHRASE, type TestOffice } from './office.ts';

/** The configuration of a test that signs in: the keys under which tries are counted come from it. */
export function setTestEnv({ appUrl }: Pick<TestDatabase, 'appUrl'>): void {
  const read = readEnv({ DATABASE_APP_URL: appUrl, AUTH_SECRET: 'x'.repeat(32), NODE_ENV: 'test' });
  if (!read.ok) throw new Error(read.problems.join(' '));
  setEnv(read.env);
}

let passwordHash: Promise<string> | undefined;

/** One more person of the office, who signs in with the test pass phrase. */
export async function openColleague(
  office: TestOffice,
  role: Role,
): Promise<{ id: string; email: string; actor: UserActor }> {
  passwordHash ??= hashPassword(TEST_PASS_PHRASE);
  const [id, email, name] = [randomUUID(), `${role}-${randomUUID()}@example.org`, `Another ${role}`];
  await office.owner.pool.query(
    'insert into users (id, office_id, email, name, role, password_hash) values ($1, $2, $3, $4, $5, $6)',
    [id, office.officeId, email, name, role, await passwordHash],
  );
  return { id, email, actor: { kind: 'user', userId: id, officeId: office.officeId, name, role } };
}
