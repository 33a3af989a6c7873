import { clientAddress } from '../assess-api/client-address.ts';
import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import type { SignInMethod } from '../db/vocabulary.ts';
import { getEnv, runsOnThisMachine } from '../env.ts';
import { done } from '../errors.ts';
import { deviceName } from './device-name.ts';
import { readPersonToSignIn } from './queries.ts';
import { insertSession, insideOffice, type NewSession } from './repository.ts';
import { ABSOLUTE_LIMIT_MS, mustHaveFactor, SECOND_STEP_MS } from './session-state.ts';

/** From where somebody comes in, as it is shown to them later. */
export type Caller = { readonly address: string; readonly device: string };

export const callerOf = (headers: Headers, trustedProxies: number): Caller => ({
  address: clientAddress(headers, trustedProxies),
  device: deviceName(headers.get('user-agent') ?? ''),
});

/** What proved who it is. `factorShown`: a provider vouches that it asked for more than a password. */
export type IdentityProof = { readonly method: SignInMethod; readonly factorShown?: boolean };

export type OpenedSession = {
  readonly sessionId: string;
  readonly officeId: string;
  readonly userId: string;
  /** The step that has to follow before the session opens anything. */
  readonly owes: 'nothing' | 'second factor' | 'set-up';
};

/**
 * Opens a session for a person whose identity was just proven, by whatever method: the one door for all of them. A session
 * that owes a second step lives half an hour and opens nothing else. Throws for a person who may not sign in.
 */
export async function openSession(
  db: Database,
  { userId, officeId }: { readonly userId: string; readonly officeId: string },
  { method, factorShown = false }: IdentityProof,
  { address, device }: Caller,
  now: Date,
): Promise<OpenedSession> {
  const person = await insideOffice(db, officeId, (tx) => readPersonToSignIn(tx, userId));
  if (!person || person.deactivatedAt)
    throw new Error('a session was asked for a person who may not sign in');
  const owes = factorShown ? 'nothing' : owedBy(person);
  const session: NewSession = {
    officeId,
    userId,
    method,
    address,
    device,
    factorAt: factorShown ? now : null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + (owes === 'nothing' ? ABSOLUTE_LIMIT_MS : SECOND_STEP_MS)),
  };
  // A session that owes a step is nobody's yet; taking the step puts it on record.
  if (owes !== 'nothing')
    return {
      sessionId: await insideOffice(db, officeId, (tx) => insertSession(tx, session)),
      officeId,
      userId,
      owes,
    };
  const { name, role, language } = person;
  const actor = { kind: 'user', userId, officeId, name, role, language } as const;
  const opened = await inUnitOfWork(db, actor, now, async (unit) => {
    const sessionId = await insertSession(unit.tx, session);
    unit.record(sessionOpened(userId, { method, device, address }));
    return done(sessionId);
  });
  if (!opened.ok) throw new Error('a session could not be opened');
  return { sessionId: opened.value, officeId, userId, owes };
}

/** What is put on record when a session opens. */
export const sessionOpened = (userId: string, how: Caller & { readonly method: string }) => ({
  event: 'session.opened' as const,
  subjectId: userId,
  changes: Object.entries(how).map(([field, to]) => ({ field, from: null, to })),
});

function owedBy(person: NonNullable<Awaited<ReturnType<typeof readPersonToSignIn>>>): OpenedSession['owes'] {
  if (person.hasFactor) return 'second factor';
  const mayPutOff = person.isDemo && runsOnThisMachine(getEnv());
  return mustHaveFactor(person.role, person.secondFactorFor) && !mayPutOff ? 'set-up' : 'nothing';
}
