import { z } from 'zod';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { countChoices } from '@/lib/worklist/form-queries.ts';
import { homeOf, NO_SEARCH, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { openSearch } from '@/lib/worklist/sealed-search.ts';
import { answerJson } from '../answer-json.ts';

/** How many cases each choice of a list's filters would leave; the list by the parameters of its address. */
export const POST = answerJson(
  'case.read',
  () => z.object({ params: z.string().max(2_000) }),
  ({ params }, actor, today) => {
    const given = Object.fromEntries(new URLSearchParams(params));
    const search = given['find'] ? openSearch(given['find'], actor.userId) : NO_SEARCH;
    const filter = parseListFilter(given, homeOf(actor.role), search ?? NO_SEARCH);
    return inOffice(getDatabase(), actor, today, (tx) => countChoices(tx, filter, actor.userId, today));
  },
);
