import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { PersonChoice } from './input.ts';
import { lockPerson, withdrawLinks } from './repository.ts';
import { noInvitationStands } from './rules.ts';

/** Calls an invitation back: its link works no more. The person stays, and can be invited again. */
export async function withdrawInvitation(
  unit: UnitOfWork,
  { personId }: PersonChoice,
): Promise<Outcome<{ personId: string }>> {
  const { person } = await lockPerson(unit, personId);
  if (!person) return notFound;
  if ((await withdrawLinks(unit, personId, { purpose: 'invitation' })) === 0)
    return refuse(noInvitationStands);
  unit.record({
    event: 'person.link-withdrawn',
    subjectId: personId,
    changes: [{ field: 'purpose', from: null, to: 'invitation' }],
  });
  return done({ personId });
}
