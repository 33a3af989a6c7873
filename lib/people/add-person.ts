import { hashPassword } from '../access/password.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { PersonInput } from './input.ts';
import { insertPerson } from './repository.ts';
import { emailTaken } from './rules.ts';

/** Opens an account in the office with a first password; the record keeps who and what role, never the password. */
export async function addPerson(
  unit: UnitOfWork,
  { name, email, role, password }: PersonInput,
): Promise<Outcome<{ personId: string }>> {
  const personId = await insertPerson(unit, {
    name,
    email,
    role,
    passwordHash: await hashPassword(password),
  });
  if (!personId) return refuse(emailTaken);
  unit.record({
    event: 'person.added',
    subjectId: personId,
    changes: changedFields({}, { name, email, role }),
  });
  return done({ personId });
}
