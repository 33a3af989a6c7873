import { createHmac } from 'node:crypto';

// Without I, L, O and U, which are misread or misheard.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * What the review calls a case, such as R-7K2M9-QXP3F: the same at every visit, and without the key it leads nowhere.
 * It is made from random ids alone, so it says nothing about the person (45 CFR 164.514(c)).
 */
export function referenceOf(key: Buffer, officeId: string, caseId: string): string {
  const digest = createHmac('sha256', key).update(`${officeId} ${caseId}`).digest();
  const letters = Array.from({ length: LENGTH }, (_, index) => ALPHABET[(digest[index] ?? 0) % 32]).join('');
  return `R-${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

export const isReference = (text: string): boolean => /^R-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(text);
