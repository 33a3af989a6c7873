import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import type { UserActor } from '../../lib/access/actor.ts';
import { keyFor } from '../../lib/access/keys.ts';
import { authenticatorSecret } from '../../lib/access/one-time-code.ts';
import { insideOffice } from '../../lib/access/repository.ts';
import { sealSecret } from '../../lib/access/sealed-secret.ts';
import type { Database } from '../../lib/db/client.ts';
import { secondFactors } from '../../lib/db/schema-access.ts';
import { inheritEnv, readEnv, setEnv } from '../../lib/env.ts';

const HALF_MINUTE_MS = 30_000;
const TYPED_WITHIN_MS = 15_000;
const taken = new Map<string, number>();

/** The server's own secret in the whole run, or one for tests that run without a server. */
const AUTH_SECRET = inheritEnv({})['E2E_AUTH_SECRET'] ?? 'a secret for tests that nobody has to guess';

/** Completes the configuration of this process with what a server would have. */
export function configure(database: { readonly appUrl: string }): void {
  const read = readEnv({
    NODE_ENV: 'test',
    DATABASE_APP_URL: database.appUrl,
    AUTH_SECRET,
    DOCUMENT_KEY: 'k'.repeat(43),
  });
  if (!read.ok) throw new Error(read.problems.join(' '));
  setEnv(read.env);
}

/** The authenticator of a test person: it follows from the person, so that any process can compute its codes. */
const secretOf = (userId: string) =>
  authenticatorSecret(createHash('sha256').update(`authenticator of ${userId}`).digest().subarray(0, 20));

export const codeAt = (secret: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: at,
  });

/** Gives somebody a second factor that was confirmed long ago. */
export async function giveFactor(owner: Database, { userId, officeId }: UserActor): Promise<void> {
  const sealedSecret = sealSecret(keyFor('second factor'), secretOf(userId), userId);
  const confirmedAt = new Date('2026-01-02T17:00:00Z');
  await insideOffice(owner, officeId, (tx) =>
    tx
      .insert(secondFactors)
      .values({ userId, officeId, sealedSecret, confirmedAt })
      .onConflictDoUpdate({ target: secondFactors.userId, set: { sealedSecret, confirmedAt } }),
  );
}

/** A code of this person that was not used before; waits for the next half minute once three were used. */
export async function nextCodeOf(userId: string): Promise<string> {
  for (;;) {
    const now = Date.now();
    const step = Math.floor(now / HALF_MINUTE_MS);
    // The code before this one is only taken while there is time to type it: after the half minute it is two old.
    const oldest = now % HALF_MINUTE_MS < TYPED_WITHIN_MS ? step - 1 : step;
    const next = Math.max(oldest, (taken.get(userId) ?? 0) + 1);
    if (next <= step + 1) {
      taken.set(userId, next);
      return codeAt(secretOf(userId), next * HALF_MINUTE_MS);
    }
    await wait(1_000);
  }
}
