import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { duplicatesInput } from '@/lib/duplicates/input.ts';
import { findDuplicates } from '@/lib/duplicates/queries.ts';
import { sayDuplicate } from '@/lib/duplicates/said-duplicate.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { answerJson } from '../answer-json.ts';

export const dynamic = 'force-dynamic';

/** Who in the books may be the client that is being entered. */
export const POST = answerJson('case.open', duplicatesInput, async (typed, actor, today) => {
  const found = await inOffice(getDatabase(), actor, today, (tx) => findDuplicates(tx, typed));
  const words = wordsIn(actor.language).duplicates;
  return { clients: found.map((duplicate) => sayDuplicate(duplicate, words)) };
});
