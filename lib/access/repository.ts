import { and, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { sessions, users } from '../db/schema.ts';
import { externalIdentities, recoveryCodes, secondFactors } from '../db/schema-access.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { SessionEnd, SignInMethod } from '../db/vocabulary.ts';
import { ABSOLUTE_LIMIT_MS } from './session-state.ts';
import { keysOfTries, type TriedThing } from './throttle.ts';

/** Runs in one office before anybody's session there is open. What it writes says nothing about a case. */
export async function insideOffice<T>(
  db: Database,
  officeId: string,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.office_id', ${officeId}, true)`);
    return work(tx);
  });
}

/** Runs one look-up before it is known which office somebody belongs to; the database lets it read accounts only. */
export async function beforeAnyOffice<T>(db: Database, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('app.purpose', 'sign-in', true)`);
      return read(tx);
    },
    { accessMode: 'read only' },
  );
}

// ---------------------------------------------------------------- sessions

export type NewSession = {
  readonly officeId: string;
  readonly userId: string;
  readonly method: SignInMethod;
  readonly device: string;
  readonly address: string;
  readonly factorAt: Date | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertSession(tx: Transaction, session: NewSession): Promise<string> {
  const [row] = await tx
    .insert(sessions)
    .values({ ...session, lastSeenAt: session.createdAt })
    .returning({ id: sessions.id });
  if (!row) throw new Error('a session was not stored');
  return row.id;
}

/**
 * Gives a session a new id and its whole time, once everything it owed was shown: an id that was seen before is worth
 * nothing afterwards. Null when it ended meanwhile.
 */
export async function renewSession(
  tx: Transaction,
  sessionId: string,
  factorAt: Date,
): Promise<string | null> {
  const [row] = await tx
    .update(sessions)
    .set({
      id: sql`gen_random_uuid()`,
      factorAt,
      lastSeenAt: factorAt,
      lockedAt: null,
      expiresAt: sql`${sessions.createdAt} + make_interval(secs => ${ABSOLUTE_LIMIT_MS / 1_000})`,
    })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return row?.id ?? null;
}

export const touchSession = (tx: Transaction, sessionId: string, now: Date): Promise<unknown> =>
  tx
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, now), isNull(sessions.lockedAt)));

/** True for the one caller that locked it. */
export async function setLocked(tx: Transaction, sessionId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(sessions)
    .set({ lockedAt: now })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.lockedAt), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/**
 * Opens a locked session again under a new id, which it answers with: whoever copied the former one has nothing. Null when
 * it ended meanwhile. A factor that was shown for it counts as shown now.
 */
export async function setUnlocked(
  tx: Transaction,
  sessionId: string,
  now: Date,
  factorAt: Date | null,
): Promise<string | null> {
  const [row] = await tx
    .update(sessions)
    .set({ id: sql`gen_random_uuid()`, lockedAt: null, lastSeenAt: now, ...(factorAt && { factorAt }) })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return row?.id ?? null;
}

export const setFactorShown = (tx: Transaction, sessionId: string, at: Date): Promise<unknown> =>
  tx
    .update(sessions)
    .set({ factorAt: at })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));

export type EndedSessions = { readonly only?: string; readonly except?: string };

/** Ends the person's sessions that have not ended; returns their ids. */
export async function endSessions(
  tx: Transaction,
  userId: string,
  because: SessionEnd,
  at: Date,
  { only, except }: EndedSessions = {},
): Promise<string[]> {
  const rows = await tx
    .update(sessions)
    .set({ revokedAt: at, endedBecause: because })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        only === undefined ? undefined : eq(sessions.id, only),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id });
  return rows.map(({ id }) => id);
}

// ---------------------------------------------------------------- accounts at an identity provider

export async function insertIdentity(
  unit: UnitOfWork,
  identity: { readonly userId: string; readonly issuer: string; readonly subject: string },
): Promise<void> {
  await unit.tx
    .insert(externalIdentities)
    .values({ officeId: unit.actor.officeId, linkedAt: unit.now, ...identity });
}

// ---------------------------------------------------------------- passwords

export async function readPasswordHash(tx: Transaction, userId: string): Promise<string | null> {
  const [row] = await tx
    .select({ hash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)));
  return row?.hash ?? null;
}

export const setPasswordHash = (tx: Transaction, userId: string, passwordHash: string): Promise<unknown> =>
  tx.update(users).set({ passwordHash }).where(eq(users.id, userId));

/** A right password whose hash was made at an older cost gets a new one, unless it was changed meanwhile. */
export const renewPasswordHash = (
  tx: Transaction,
  userId: string,
  former: string,
  renewed: string,
): Promise<unknown> =>
  tx
    .update(users)
    .set({ passwordHash: renewed })
    .where(and(eq(users.id, userId), eq(users.passwordHash, former)));

// ---------------------------------------------------------------- second factors

export async function readFactor(tx: Transaction, userId: string) {
  const [row] = await tx
    .select({
      sealedSecret: secondFactors.sealedSecret,
      confirmedAt: secondFactors.confirmedAt,
      lastStep: secondFactors.lastStep,
    })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  return row ?? null;
}

/** Keeps the secret of an authenticator whose first code was just shown; it takes the place of the former one. */
export const putFactor = (
  unit: UnitOfWork,
  userId: string,
  sealedSecret: string,
  lastStep: number,
  confirmedAt: Date,
): Promise<unknown> =>
  unit.tx
    .insert(secondFactors)
    .values({
      userId,
      officeId: unit.actor.officeId,
      sealedSecret,
      lastStep,
      confirmedAt,
      createdAt: confirmedAt,
    })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { sealedSecret, lastStep, confirmedAt, createdAt: confirmedAt },
    });

/** Takes the code of one half minute: false when it, or a later one, was taken already. */
export async function takeStep(tx: Transaction, userId: string, step: number): Promise<boolean> {
  const rows = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.userId, userId),
        isNotNull(secondFactors.confirmedAt),
        lt(secondFactors.lastStep, step),
      ),
    )
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

/** An authenticator that counts for nothing any more; its secret goes with it. False when there was none. */
export async function clearFactor(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx
    .update(secondFactors)
    .set({ sealedSecret: '', confirmedAt: null })
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
    .returning({ userId: secondFactors.userId });
  return rows.length > 0;
}

// ---------------------------------------------------------------- recovery codes

export const listStandingCodes = (tx: Transaction, userId: string) =>
  tx
    .select({ id: recoveryCodes.id, codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(
      and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt), isNull(recoveryCodes.replacedAt)),
    );

/** Uses one code up: false when somebody else just did. */
export async function takeRecoveryCode(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.id, id), isNull(recoveryCodes.usedAt), isNull(recoveryCodes.replacedAt)))
    .returning({ id: recoveryCodes.id });
  return rows.length > 0;
}

export const replaceRecoveryCodes = async (
  unit: UnitOfWork,
  userId: string,
  codeHashes: readonly string[],
): Promise<void> => {
  await unit.tx
    .update(recoveryCodes)
    .set({ replacedAt: unit.now })
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.replacedAt)));
  if (codeHashes.length === 0) return;
  await unit.tx.insert(recoveryCodes).values(
    codeHashes.map((codeHash) => ({
      officeId: unit.actor.officeId,
      userId,
      codeHash,
      createdAt: unit.now,
    })),
  );
};

// ---------------------------------------------------------------- tries

/** Forgets the tries at a person's password or second factor, so that they need not wait for the next one. */
export const forgetTries = (
  tx: Transaction,
  thing: TriedThing,
  person: { readonly userId: string; readonly email: string },
): Promise<unknown> =>
  tx.execute(
    sql`delete from attempt_counts where key like any (${sql.param(keysOfTries(thing, person).map((key) => `${key}%`))}::text[])`,
  );
