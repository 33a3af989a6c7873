import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import { type Caller, type OpenedSession, openSession } from './open-session.ts';
import type { ProviderAccount } from './provider-claims.ts';
import { findConnected, findUnconnected, type IdentifiedPerson } from './queries.ts';
import { beforeAnyOffice, insertIdentity } from './repository.ts';

/**
 * Opens a session for whoever an identity provider vouches for, or answers null for somebody without an account here.
 * An account of the provider is connected once, to the active person with its verified e-mail address; from then on it
 * is known by its subject alone, so that an address which is given to somebody else opens nothing.
 */
export async function signInByProvider(
  db: Database,
  account: ProviderAccount,
  caller: Caller,
  now: Date,
): Promise<OpenedSession | null> {
  const known = await beforeAnyOffice(db, (tx) => findConnected(tx, account));
  const person = known ?? (await connect(db, account, now));
  if (!person) return null;
  return openSession(db, person, { method: 'single-sign-on', factorShown: account.factorShown }, caller, now);
}

async function connect(
  db: Database,
  { issuer, subject, verifiedEmail }: ProviderAccount,
  now: Date,
): Promise<IdentifiedPerson | null> {
  if (!verifiedEmail) return null;
  const person = await beforeAnyOffice(db, (tx) => findUnconnected(tx, verifiedEmail, issuer));
  if (!person) return null;
  const { userId } = person;
  await inUnitOfWork(db, { kind: 'user', ...person }, now, async (unit) => {
    await insertIdentity(unit, { userId, issuer, subject });
    unit.record({
      event: 'identity.linked',
      subjectId: userId,
      changes: [{ field: 'issuer', from: null, to: issuer }],
    });
    return done(null);
  });
  return person;
}
