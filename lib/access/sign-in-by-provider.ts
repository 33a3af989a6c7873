import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { externalIdentities } from '../db/schema-access.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import type { UserActor } from './actor.ts';
import { type Caller, type OpenedSession, openSession } from './open-session.ts';
import type { ProviderAccount } from './provider-claims.ts';
import { beforeAnyOffice } from './repository.ts';

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
  const known = await beforeAnyOffice(db, (tx) => findByIdentity(tx, account));
  const person = known ?? (await connect(db, account, now));
  if (!person) return null;
  return openSession(db, person, { method: 'single-sign-on', factorShown: account.factorShown }, caller, now);
}

const PERSON = { userId: users.id, officeId: users.officeId, name: users.name, role: users.role } as const;
type Person = Pick<UserActor, 'userId' | 'officeId' | 'name' | 'role'>;

async function findByIdentity(tx: Transaction, { issuer, subject }: ProviderAccount): Promise<Person | null> {
  const [found] = await tx
    .select(PERSON)
    .from(externalIdentities)
    .innerJoin(users, eq(users.id, externalIdentities.userId))
    .where(
      and(
        eq(externalIdentities.issuer, issuer),
        eq(externalIdentities.subject, subject),
        isNull(users.deactivatedAt),
      ),
    );
  return found ?? null;
}

async function connect(
  db: Database,
  { issuer, subject, verifiedEmail }: ProviderAccount,
  now: Date,
): Promise<Person | null> {
  if (!verifiedEmail) return null;
  const person = await beforeAnyOffice(db, (tx) => findUnconnected(tx, verifiedEmail, issuer));
  if (!person) return null;
  const { userId, officeId } = person;
  await inUnitOfWork(db, { kind: 'user', ...person }, now, async (unit) => {
    await unit.tx.insert(externalIdentities).values({ officeId, userId, issuer, subject, linkedAt: now });
    unit.record({
      event: 'identity.linked',
      subjectId: userId,
      changes: [{ field: 'issuer', from: null, to: issuer }],
    });
    return done(null);
  });
  return person;
}

/** The active person with this address, unless another account of the same provider is theirs already. */
async function findUnconnected(tx: Transaction, email: string, issuer: string): Promise<Person | null> {
  const [found] = await tx
    .select(PERSON)
    .from(users)
    .where(
      and(
        eq(sql`lower(${users.email})`, email.toLowerCase()),
        isNull(users.deactivatedAt),
        sql`not exists (select 1 from ${externalIdentities} e where e.user_id = ${users.id} and e.issuer = ${issuer})`,
      ),
    );
  return found ?? null;
}
