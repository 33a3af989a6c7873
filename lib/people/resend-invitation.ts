import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { PersonChoice } from './input.ts';
import { type IssuedLink, issueLink } from './issue-link.ts';
import { lockPerson } from './repository.ts';
import { invitationViolations } from './rules.ts';

/** Makes a new invitation link; the former one works no more. */
export async function resendInvitation(
  unit: UnitOfWork,
  { personId }: PersonChoice,
): Promise<Outcome<IssuedLink>> {
  const { person } = await lockPerson(unit, personId);
  if (!person) return notFound;
  const violations = invitationViolations(person);
  if (violations.length > 0) return refuse(...violations);
  return done(await issueLink(unit, 'invitation', person));
}
