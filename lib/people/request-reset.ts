import { systemActor } from '../access/actor.ts';
import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { done } from '../errors.ts';
import { type IssuedLink, issueLink } from './issue-link.ts';
import { type AccountHolder, findAccountToReset } from './queries.ts';

/** What is to be mailed to somebody who forgot their password; null where that address opens no account. */
export type ResetAnswer =
  | { readonly kind: 'link'; readonly account: AccountHolder; readonly link: IssuedLink }
  | { readonly kind: 'no-password'; readonly account: AccountHolder };

/**
 * Makes a reset link for the account of an e-mail address. Who has no password to reset is told so by mail; on screen
 * nobody learns which of the three it was.
 */
export async function requestReset(db: Database, email: string, now: Date): Promise<ResetAnswer | null> {
  const account = await findAccountToReset(db, email);
  if (!account || account.deactivatedAt) return null;
  if (!account.hasPassword) return { kind: 'no-password', account };
  const issued = await inUnitOfWork(db, systemActor(account.office.id), now, async (unit) =>
    done(await issueLink(unit, 'password-reset', account)),
  );
  if (!issued.ok) throw new Error('a reset link was refused');
  return { kind: 'link', account, link: issued.value };
}
