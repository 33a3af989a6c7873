import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { PersonInput } from './input.ts';
import { type IssuedLink, issueLink } from './issue-link.ts';
import { insertPerson } from './repository.ts';
import { emailTaken } from './rules.ts';

/** Adds a person to the office and makes the link by which they choose a password of their own. */
export async function invitePerson(
  unit: UnitOfWork,
  { name, email, role }: PersonInput,
): Promise<Outcome<IssuedLink>> {
  const id = await insertPerson(unit, { name, email, role });
  if (!id) return refuse(emailTaken);
  unit.record({ event: 'person.added', subjectId: id, changes: changedFields({}, { name, email, role }) });
  return done(await issueLink(unit, 'invitation', { id, name, email }));
}
