import { z } from 'zod';

/** Somebody's account at an identity provider, as far as Recourse believes what it is told of it. */
export type ProviderAccount = {
  readonly issuer: string;
  readonly subject: string;
  /** Null when the provider does not say that the address is really theirs. */
  readonly verifiedEmail: string | null;
  /** The provider says that it asked for more than a password. */
  readonly factorShown: boolean;
};

/** Whose word counts, and with what it is trusted beyond who somebody is, as set by whoever runs this copy. */
export type ProviderTrust = { readonly issuer: string; readonly emailIsVerified: boolean };

/**
 * Within how many seconds somebody has to have shown themselves to the provider. A provider that still knows them from
 * the morning would otherwise open a locked screen, and what needs a recent factor, to whoever sits there.
 */
export const SHOWN_WITHIN_SECONDS = 600;
const CLOCKS_DIFFER_SECONDS = 60;

const claims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.email().optional().catch(undefined),
  // Some providers send the word instead of the value.
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
    .optional()
    .catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
  auth_time: z.number().optional(),
});

/** Ways of showing who one is that a stolen password and mailbox cannot do (RFC 8176, and what Microsoft Entra sends). */
const SECOND_FACTORS: ReadonlySet<string> = new Set(['mfa', 'hwk', 'fido', 'sc']);

/**
 * Reads the claims of an ID token whose signature was checked; null when they do not say whose account it is, come from
 * another issuer, or say that the person showed themselves too long ago.
 */
export function readProviderClaims(given: unknown, trust: ProviderTrust, now: Date): ProviderAccount | null {
  const read = claims.safeParse(given);
  if (!read.success) return null;
  const { iss, sub, email, email_verified, amr, auth_time } = read.data;
  // The provider's own description says who it is, and nothing else compares that with what was set here.
  if (withoutSlash(iss) !== withoutSlash(trust.issuer)) return null;
  const oldest = now.getTime() / 1_000 - SHOWN_WITHIN_SECONDS - CLOCKS_DIFFER_SECONDS;
  if (auth_time !== undefined && auth_time < oldest) return null;
  const isVerified = email_verified ?? trust.emailIsVerified;
  return {
    issuer: iss,
    subject: sub,
    verifiedEmail: email && isVerified ? email : null,
    factorShown: amr?.some((way) => SECOND_FACTORS.has(way)) ?? false,
  };
}

const withoutSlash = (issuer: string): string => issuer.replace(/\/$/, '');
