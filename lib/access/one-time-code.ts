import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
const ISSUER = 'Recourse';
/** Half minutes before and after now whose codes are taken: phones' clocks differ. */
const WINDOW = 1;

// What authenticator apps take without being told: SHA-1, six digits, thirty seconds.
const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** A secret in base32, as authenticator apps read it. */
export const authenticatorSecret = (bytes: Uint8Array): string =>
  new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;

/** What the QR code says: an address that authenticator apps open, with the secret in it. */
export const authenticatorAddress = (secret: string, email: string): string =>
  totpOf(secret, email).toString();

/**
 * The half minute since 1970 whose code this is (RFC 6238), within one of `at`; null when it is none. The caller takes
 * each half minute once.
 */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const token = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: at.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(at.getTime() / 1_000 / PERIOD_SECONDS) + delta;
}
