import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LinkPurpose } from '../db/vocabulary.ts';

const TOKEN_BYTES = 32;
const MINUTE = 60_000;

/** How long a mailed link works: an invitation is read after a weekend, a reset at once. */
const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = {
  invitation: 72 * 60,
  'password-reset': 30,
};

const PATHS: Readonly<Record<LinkPurpose, string>> = { invitation: 'invitation', 'password-reset': 'reset' };

/** A new token for a link. It is mailed and kept nowhere; its hash is what the database knows. */
export function newLinkToken(): { token: string; tokenHash: string } {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { token, tokenHash: hashOfToken(token) };
}

/** A token has 256 random bits, so a plain hash of it cannot be searched for. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Compares a stored hash with a token's in constant time. */
export function isHashOf(tokenHash: string, token: string): boolean {
  const [stored, given] = [Buffer.from(tokenHash), Buffer.from(hashOfToken(token))];
  return stored.length === given.length && timingSafeEqual(stored, given);
}

/** Says whether a text could be a token at all, before anything is looked up. */
export const couldBeToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export const expiryOf = (purpose: LinkPurpose, now: Date): Date =>
  new Date(now.getTime() + LINK_MINUTES[purpose] * MINUTE);

export const linkAddress = (appUrl: string, purpose: LinkPurpose, token: string): string =>
  `${appUrl}/${PATHS[purpose]}/${token}`;

type LinkDates = {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** Says whether a link still works: neither used, nor withdrawn, nor past its time. */
export const stillWorks = ({ expiresAt, usedAt, withdrawnAt }: LinkDates, now: Date): boolean =>
  !usedAt && !withdrawnAt && expiresAt.getTime() > now.getTime();
