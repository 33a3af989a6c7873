import type { LocalDate } from '../calendar/local-date.ts';
import type { Client } from '../cases/case-record.ts';
import { mayBeEmailed } from '../clients/rules.ts';
import type { Role, SuppressionScope } from '../db/vocabulary.ts';
import type { Recipient } from './ladder.ts';
import type { Addressee } from './plan.ts';

/** A person of the office who may still sign in. */
export type ActiveStaff = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The last day on which they cover for the case's owner; null where they do not today. */
  readonly coversOwnerUntil?: LocalDate | null;
  /** Somebody is to cover for them today. */
  readonly isAway?: boolean;
};

/** The addresses, in lower case, that get no mail, or only what is essential. */
export type Suppressed = ReadonlyMap<string, ReadonlySet<SuppressionScope>>;

const NONE: Suppressed = new Map();
const isSuppressed = (email: string, scope: SuppressionScope, suppressed: Suppressed): boolean =>
  suppressed.get(email.toLowerCase())?.has(scope) ?? false;

/** Whether mail to one of the staff came back, or was complained about. */
export const isMailStopped = ({ email }: Pick<ActiveStaff, 'email'>, suppressed: Suppressed): boolean =>
  isSuppressed(email, 'all', suppressed);

/** Those of the staff who may know of a case. `namedIds` are the people named on a restricted one, null elsewhere. */
export const whoMayKnow = (
  staff: readonly ActiveStaff[],
  namedIds: readonly string[] | null,
): readonly ActiveStaff[] => (namedIds ? staff.filter(({ id }) => namedIds.includes(id)) : staff);

/** Who works the case today: whoever covers for its owner, else the owner; null where neither is at work. */
export const worksCase = (
  followed: { readonly ownerId: string | null },
  staff: readonly ActiveStaff[],
): ActiveStaff | null =>
  coverOrOwner(
    followed,
    staff.filter(({ isAway }) => !isAway),
  );

const coverOrOwner = (
  { ownerId }: { readonly ownerId: string | null },
  staff: readonly ActiveStaff[],
): ActiveStaff | null =>
  staff.find(({ coversOwnerUntil }) => coversOwnerUntil) ?? staff.find(({ id }) => id === ownerId) ?? null;

/**
 * Who hears about a case: whoever works it, or the supervisors where nobody does who is at work; the supervisors, or
 * the administrators where there are none; the client, who is barred without consent. Whoever mail does not reach is
 * passed over, and whoever is away while anybody else is there, so that somebody hears. Nobody appears twice, and of
 * `activeStaff` nobody is added who may not know of the case.
 */
export function addresseesOf(
  followed: { readonly ownerId: string | null; readonly client: Client },
  activeStaff: readonly ActiveStaff[],
  suppressed: Suppressed = NONE,
): Addressee[] {
  const { client } = followed;
  return [
    ...staffAddresseesOf(followed, activeStaff, suppressed),
    {
      id: client.id,
      kind: 'client',
      hears: ['client'],
      barredBecause: reasonNotToEmail(client, suppressed),
      nudgesBarredBecause: isSuppressed(client.email, 'nudges', suppressed)
        ? 'The client has stopped the reminders; what is essential still goes.'
        : null,
    },
  ];
}

/** Those of the staff among the addressees. */
export function staffAddresseesOf(
  followed: { readonly ownerId: string | null },
  activeStaff: readonly ActiveStaff[],
  suppressed: Suppressed,
): Addressee[] {
  const reached = activeStaff.filter(({ email }) => !isSuppressed(email, 'all', suppressed));
  const supervisors = supervisorsAmong(reached).map(({ id }) => id);
  const owner =
    worksCase(followed, reached) ?? (supervisors.length === 0 ? coverOrOwner(followed, reached) : null);
  const staff = owner && !supervisors.includes(owner.id) ? [owner.id, ...supervisors] : supervisors;
  return staff.map((id): Addressee => {
    const isOwner = id === owner?.id;
    const hears: Recipient[] = [];
    if (isOwner || !owner) hears.push('owner');
    if (supervisors.includes(id)) hears.push('supervisor');
    return {
      id,
      kind: isOwner ? 'owner' : 'supervisor',
      hears,
      barredBecause: null,
      nudgesBarredBecause: null,
    };
  });
}

function supervisorsAmong(staff: readonly ActiveStaff[]): readonly ActiveStaff[] {
  const supervisors = staff.filter(({ role }) => role === 'supervisor');
  return supervisors.length > 0 ? supervisors : staff.filter(({ role }) => role === 'administrator');
}

function reasonNotToEmail(client: Client, suppressed: Suppressed): string | null {
  if (mayBeEmailed(client))
    return isSuppressed(client.email, 'all', suppressed)
      ? 'Mail to this address came back or was complained about, so nothing more goes there.'
      : null;
  if (client.emailConsentWithdrawnOn) return 'The client has withdrawn consent to e-mail.';
  if (!client.emailConsentOn) return 'The client has not consented to e-mail.';
  return 'The client has no e-mail address on record.';
}
