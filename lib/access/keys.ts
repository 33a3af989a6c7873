import { createHmac, hkdfSync } from 'node:crypto';
import { getEnv } from '../env.ts';

/** A key of its own for each purpose, derived from AUTH_SECRET: what was made with one says nothing about another. */
export const keyFor = (purpose: 'second factor' | 'set-up' | 'attempts' | 'search' | 'review'): Buffer =>
  Buffer.from(hkdfSync('sha256', getEnv().AUTH_SECRET, '', `recourse ${purpose}`, 32));

/** A name under which tries are counted, from which nobody reads whose they were. */
export const hashedSubject = (subject: string): string =>
  createHmac('sha256', keyFor('attempts')).update(subject).digest('hex').slice(0, 40);
