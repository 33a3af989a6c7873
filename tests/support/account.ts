import { randomUUID } from 'node:crypto';
import type { UserActor } from '../../lib/access/actor.ts';
import { hashPassword } from '../../lib/access/password.ts';
import type { Role } from '../../lib/db/vocabulary.ts';
import { TEST_PASS_PHRASE, type TestOffice } from './office.ts';

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
  return {
    id,
    email,
    actor: { kind: 'user', userId: id, officeId: office.officeId, name, role, language: 'en' },
  };
}
