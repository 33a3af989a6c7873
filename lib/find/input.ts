import { z } from 'zod';

/** Longer than what any box lets somebody type; the words beyond the first few are not looked at anyway. */
const LONGEST_QUERY = 200;

export const findInput = () => z.object({ query: z.string().max(LONGEST_QUERY) });
