import type { Client } from '../cases/case-record.ts';
import { mayBeEmailed } from '../clients/rules.ts';
import type { Role } from '../db/vocabulary.ts';
import type { Addressee } from './plan.ts';
import type { Recipient } from './policy.ts';

/** A person of the office who may still sign in. */
export type ActiveStaff = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/**
 * Who hears about a case: its owner, or the supervisors where it has no owner who is still here; the supervisors, or
 * the administrators where there are none; the client, who is barred without consent. Nobody appears twice.
 */
export function addresseesOf(
  followed: { readonly ownerId: string | null; readonly client: Client },
  activeStaff: readonly ActiveStaff[],
): Addressee[] {
  const owner = activeStaff.find(({ id }) => id === followed.ownerId);
  const supervisors = supervisorsAmong(activeStaff).map(({ id }) => id);
  const staff = owner && !supervisors.includes(owner.id) ? [owner.id, ...supervisors] : supervisors;
  const { client } = followed;
  return [
    ...staff.map((id): Addressee => {
      const isOwner = id === owner?.id;
      const hears: Recipient[] = [];
      if (isOwner || !owner) hears.push('owner');
      if (supervisors.includes(id)) hears.push('supervisor');
      return { id, kind: isOwner ? 'owner' : 'supervisor', hears, barredBecause: null };
    }),
    { id: client.id, kind: 'client', hears: ['client'], barredBecause: reasonNotToEmail(client) },
  ];
}

function supervisorsAmong(staff: readonly ActiveStaff[]): readonly ActiveStaff[] {
  const supervisors = staff.filter(({ role }) => role === 'supervisor');
  return supervisors.length > 0 ? supervisors : staff.filter(({ role }) => role === 'administrator');
}

function reasonNotToEmail(client: Client): string | null {
  if (mayBeEmailed(client)) return null;
  if (client.emailConsentWithdrawnOn) return 'The client has withdrawn consent to e-mail.';
  if (!client.emailConsentOn) return 'The client has not consented to e-mail.';
  return 'The client has no e-mail address on record.';
}
