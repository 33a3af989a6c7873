import { and, asc, count, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { offices, sessions, users } from '../db/schema.ts';
import { attemptCounts, externalIdentities, recoveryCodes, secondFactors } from '../db/schema-access.ts';
import { getEnv, runsOnThisMachine } from '../env.ts';
import type { UserActor } from './actor.ts';
import { locksAt, type SessionFacts, type SessionState, sessionState } from './session-state.ts';
import { keysOfTries } from './throttle.ts';

/** A session as it stands at one moment: whose it is, what state it is in, and what that follows from. */
export type Access = {
  readonly sessionId: string;
  readonly state: SessionState;
  readonly actor: UserActor;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly facts: SessionFacts;
};

/** Reads a session of the office the transaction is in; null when it has none by that id. */
export async function readAccess(tx: Transaction, sessionId: string, now: Date): Promise<Access | null> {
  const [row] = await tx
    .select({
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      lastSeenAt: sessions.lastSeenAt,
      factorAt: sessions.factorAt,
      lockedAt: sessions.lockedAt,
      revokedAt: sessions.revokedAt,
      method: sessions.method,
      userId: users.id,
      officeId: users.officeId,
      name: users.name,
      email: users.email,
      role: users.role,
      language: users.language,
      deactivatedAt: users.deactivatedAt,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      hasFactor: sql<boolean>`${secondFactors.userId} is not null`,
      secondFactorFor: offices.secondFactorFor,
      idleLockMinutes: offices.idleLockMinutes,
      isDemo: offices.isDemo,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(offices, eq(offices.id, sessions.officeId))
    .leftJoin(secondFactors, and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)))
    .where(eq(sessions.id, sessionId));
  if (!row) return null;
  const { userId, officeId, name, email, language, hasPassword, isDemo, ...recorded } = row;
  const facts: SessionFacts = { ...recorded, mayPutFactorOff: isDemo && runsOnThisMachine(getEnv()) };
  return {
    sessionId,
    state: sessionState(facts, now),
    actor: { kind: 'user', userId, officeId, name, role: row.role, language },
    email,
    hasPassword,
    facts,
  };
}

/** What signing in has to know of a person before it opens a session for them. */
export async function readPersonToSignIn(tx: Transaction, userId: string) {
  const [row] = await tx
    .select({
      name: users.name,
      role: users.role,
      language: users.language,
      deactivatedAt: users.deactivatedAt,
      hasFactor: sql<boolean>`${secondFactors.userId} is not null`,
      secondFactorFor: offices.secondFactorFor,
      isDemo: offices.isDemo,
    })
    .from(users)
    .innerJoin(offices, eq(offices.id, users.officeId))
    .leftJoin(secondFactors, and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)))
    .where(eq(users.id, userId));
  return row ?? null;
}

/** The account an e-mail address belongs to, whatever its state, in any office; null when it belongs to none. */
export async function findAccount(tx: Transaction, email: string) {
  const [found] = await tx
    .select({
      userId: users.id,
      officeId: users.officeId,
      name: users.name,
      role: users.role,
      passwordHash: users.passwordHash,
      deactivatedAt: users.deactivatedAt,
    })
    .from(users)
    .where(eq(sql`lower(${users.email})`, email));
  return found ?? null;
}

export type ListedSession = {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly standing: 'open' | 'locked' | 'second step owed';
};

/** The sessions of one person that could still be used, the one seen last first. */
export async function listSessions(tx: Transaction, userId: string, now: Date): Promise<ListedSession[]> {
  const rows = await tx
    .select({
      id: sessions.id,
      device: sessions.device,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      lockedAt: sessions.lockedAt,
      isOwed: sql<boolean>`${sessions.factorAt} is null and ${secondFactors.userId} is not null`,
      idleLockMinutes: offices.idleLockMinutes,
    })
    .from(sessions)
    .innerJoin(offices, eq(offices.id, sessions.officeId))
    .leftJoin(
      secondFactors,
      and(eq(secondFactors.userId, sessions.userId), isNotNull(secondFactors.confirmedAt)),
    )
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), asc(sessions.id));
  return rows.map(({ lockedAt, isOwed, idleLockMinutes, ...session }) => ({
    ...session,
    standing: isOwed
      ? 'second step owed'
      : lockedAt || locksAt({ lastSeenAt: session.lastSeenAt, idleLockMinutes }) <= now
        ? 'locked'
        : 'open',
  }));
}

export type Account = {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly secondFactorFor: (typeof offices.$inferSelect)['secondFactorFor'];
  readonly factorConfirmedAt: Date | null;
  readonly recoveryCodesMadeAt: Date | null;
  readonly recoveryCodesLeft: number;
  readonly recoveryCodeUsedAt: Date | null;
};

/** What the account page says of one person. */
export async function readAccount(tx: Transaction, userId: string): Promise<Account | null> {
  const [account] = await tx
    .select({
      email: users.email,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      secondFactorFor: offices.secondFactorFor,
      factorConfirmedAt: secondFactors.confirmedAt,
    })
    .from(users)
    .innerJoin(offices, eq(offices.id, users.officeId))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .where(eq(users.id, userId));
  if (!account) return null;
  const [codes] = await tx
    .select({
      left: sql<number>`(count(*) filter (where ${recoveryCodes.usedAt} is null))::int`,
      madeAt: sql<string | null>`max(${recoveryCodes.createdAt})::text`,
      usedAt: sql<string | null>`max(${recoveryCodes.usedAt})::text`,
      all: count(),
    })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.replacedAt)));
  return {
    ...account,
    recoveryCodesLeft: codes?.left ?? 0,
    recoveryCodesMadeAt: codes?.madeAt ? new Date(codes.madeAt) : null,
    recoveryCodeUsedAt: codes?.usedAt ? new Date(codes.usedAt) : null,
  };
}

/** A person as an identity provider's account leads to them. */
export type IdentifiedPerson = Pick<UserActor, 'userId' | 'officeId' | 'name' | 'role' | 'language'>;

const IDENTIFIED = {
  userId: users.id,
  officeId: users.officeId,
  name: users.name,
  role: users.role,
  language: users.language,
} as const;

/** The active person whom an account of a provider was connected to; null when there is none. */
export async function findConnected(
  tx: Transaction,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<IdentifiedPerson | null> {
  const [found] = await tx
    .select(IDENTIFIED)
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

/** The active person with this address, unless another account of the same provider is theirs already. */
export async function findUnconnected(
  tx: Transaction,
  email: string,
  issuer: string,
): Promise<IdentifiedPerson | null> {
  const [found] = await tx
    .select(IDENTIFIED)
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

/** Says whether tries at this person's password or second factor, from anywhere, have to wait at the moment. */
export async function isHeldOff(
  tx: Transaction,
  person: { readonly userId: string; readonly email: string },
  now: Date,
): Promise<boolean> {
  const beginnings = [...keysOfTries('password', person), ...keysOfTries('second factor', person)];
  const patterns = beginnings.filter((key) => key.startsWith('gate:')).map((key) => `${key}%`);
  const found = await tx
    .select({ key: attemptCounts.key })
    .from(attemptCounts)
    .where(
      and(
        sql`${attemptCounts.key} like any (${sql.param(patterns)}::text[])`,
        gt(attemptCounts.expire, now.getTime()),
      ),
    )
    .limit(1);
  return found.length > 0;
}
