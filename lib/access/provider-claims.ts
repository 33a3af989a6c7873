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

/** What a provider is trusted with beyond who somebody is, as set by whoever runs this copy. */
export type ProviderTrust = { readonly emailIsVerified: boolean };

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
});

/** Ways of showing who one is that a stolen password alone cannot do (RFC 8176, and what Microsoft Entra sends). */
const SECOND_FACTORS: ReadonlySet<string> = new Set(['mfa', 'otp', 'hwk', 'swk', 'fido', 'pop', 'sc']);

/** Reads the claims of an ID token whose signature was checked; null when they do not say whose account it is. */
export function readProviderClaims(given: unknown, trust: ProviderTrust): ProviderAccount | null {
  const read = claims.safeParse(given);
  if (!read.success) return null;
  const { iss, sub, email, email_verified, amr } = read.data;
  const isVerified = email_verified ?? trust.emailIsVerified;
  return {
    issuer: iss,
    subject: sub,
    verifiedEmail: email && isVerified ? email : null,
    factorShown: amr?.some((way) => SECOND_FACTORS.has(way)) ?? false,
  };
}
