import { getEnv } from '../env.ts';
import { createLogger } from '../log.ts';
import type { PublicAssessments } from './answer-assessment.ts';
import { createAssessedCount } from './assessed-count.ts';
import { clientAddress } from './client-address.ts';
import { createAllowance } from './request-allowance.ts';

const aMinute = 60_000;
const pointsPerMinute = { perAddress: 600, together: 6_000 };

// Kept on the process, so that every route and a development reload count in one place.
const held = globalThis as { recoursePublicAssessments?: PublicAssessments };

/** What the public endpoint and the calculator share in this process: who asked how much, and how many cases there were. */
export function publicAssessments(): PublicAssessments {
  held.recoursePublicAssessments ??= {
    allowance: createAllowance(pointsPerMinute),
    count: createAssessedCount(createLogger('assess', getEnv().LOG_LEVEL), aMinute),
    addressOf: ({ headers }) => clientAddress(headers, getEnv().TRUSTED_PROXIES),
  };
  return held.recoursePublicAssessments;
}
