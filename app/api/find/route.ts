import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { foundCase } from '@/lib/find/found-case.ts';
import { findInput } from '@/lib/find/input.ts';
import { findCases } from '@/lib/find/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { answerJson } from '../answer-json.ts';

export const dynamic = 'force-dynamic';

/** Cases for a search box, while somebody types. Posted, so that a client's name stands in no address and no log. */
export const POST = answerJson('case.read', findInput, async ({ query }, actor, today) => {
  const { cases, isMore } = await inOffice(getDatabase(), actor, today, (tx) => findCases(tx, query));
  const words = wordsIn(actor.language);
  return { cases: cases.map((found) => foundCase(found, today, words)), isMore };
});
