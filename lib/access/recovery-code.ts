import { randomInt } from 'node:crypto';

export const RECOVERY_CODE_COUNT = 10;

// Without what looks alike on paper: i l o 0 1.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const HALF = 6;

const half = () => Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A new code of 59 random bits, such as `k7mq2x-9xw4tb`: for one use, where the authenticator is out of reach. */
export const newRecoveryCode = (): string => `${half()}-${half()}`;

/** A code as it was made, however it was typed off the paper. */
export const canonicalRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Says whether a text could be a code at all, so that nothing is computed for what cannot. */
export const looksLikeRecoveryCode = (typed: string): boolean =>
  new RegExp(`^[${ALPHABET}]{${2 * HALF}}$`).test(canonicalRecoveryCode(typed));
