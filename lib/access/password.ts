import { hash, verify } from '@node-rs/argon2';
import { normalizedPassword } from './password-rules.ts';

// Argon2id, the library's default, at OWASP's minimum: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MADE_AT_THIS_COST = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

export const hashPassword = (password: string): Promise<string> => hash(normalizedPassword(password), COST);

/** Says whether a hash was made at another cost than today's, so that the next right password makes a new one. */
export const isOutdatedHash = (storedHash: string): boolean => !storedHash.startsWith(MADE_AT_THIS_COST);

/** Compares in constant time. Without a stored hash it still does the work, so an unknown account answers as slowly as a known one. */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  unknownAccountHash ??= hashPassword('an account that does not exist');
  const matches = await verify(storedHash ?? (await unknownAccountHash), normalizedPassword(password)).catch(
    () => false,
  );
  return storedHash !== null && matches;
}

let unknownAccountHash: Promise<string> | undefined;
