import type { Role } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

type Person = { readonly id: string; readonly role: Role };

const leads = ({ role }: { readonly role: Role }): boolean =>
  role === 'supervisor' || role === 'administrator';

/** Who is named: the colleagues chosen, whoever decides it, and the owner. Each once; order follows the arguments. */
export const namedIdsOf = (
  chosenIds: readonly string[],
  actorId: string,
  owner: { readonly id: string } | null,
): string[] => [...new Set([actorId, ...(owner ? [owner.id] : []), ...chosenIds])];

/**
 * A restricted case always has somebody besides its owner who can hand it over, name others and hear that a date is
 * missed. `people` are those of the ids given who can sign in and work cases.
 */
export function namedPeopleViolations(
  namedIds: readonly string[],
  people: readonly Person[],
  ownerId: string | null,
): Violation[] {
  if (people.length < namedIds.length)
    return [
      {
        field: 'namedIds',
        message: 'Only people of this office who can sign in and work cases can be named.',
        remedy: 'Look through the list again and leave out whoever is not there any more.',
      },
    ];
  return hasLeaderBesides(people, ownerId) ? [] : [noLeaderBesidesOwner];
}

export const hasLeaderBesides = (people: readonly Person[], ownerId: string | null): boolean =>
  people.some((person) => leads(person) && person.id !== ownerId);

const noLeaderBesidesOwner: Violation = {
  field: 'namedIds',
  message: 'Besides the case’s owner nobody named is a supervisor or administrator.',
  rule: 'A restricted case always has one more person who can hand it over or name others.',
  remedy: 'Name another supervisor or administrator.',
};

export const alreadyRestricted: Violation = {
  field: null,
  message: 'This case is restricted already.',
  remedy: 'Change who is named instead.',
};

export const notRestricted: Violation = {
  field: null,
  message: 'This case is not restricted.',
  remedy: 'Go back to the case.',
};

/** Somebody named for the days of a cover works the case; who may know of it is not theirs to decide. */
export const namedForCoverOnly: Violation = {
  field: null,
  message: 'You are named on this case for the days of a cover only.',
  rule: 'Whoever may know of a restricted case is decided by the supervisors and administrators named for good.',
  remedy: 'Ask one of them.',
};

export const ownerNotNamed: Violation = {
  field: 'ownerId',
  message: 'This case is restricted, and the colleague is not named on it.',
  rule: 'Only named people may know of a restricted case, its owner first of all.',
  remedy: 'Hand it over on its own page and tick that they are named with it, or choose somebody who is.',
};

export const ownerWouldLeadAlone: Violation = {
  field: 'ownerId',
  message: 'This colleague is the only supervisor or administrator named on this restricted case.',
  rule: 'A restricted case always has one besides its owner.',
  remedy: 'Name another supervisor or administrator first.',
};
