'use server';

import { redirect } from 'next/navigation';
import { requireActor } from '@/lib/access/session.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import { homeOf, listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { sealSearch } from '@/lib/worklist/sealed-search.ts';

/** Searches by a form that is posted, so that the name in it stands in no address and no log of addresses. */
export async function searchCasesAction(form: FormData): Promise<void> {
  if (!(await hasOwnOrigin())) redirect('/cases');
  const actor = await requireActor('case.read');
  const typed = form.get('q');
  const search = sealSearch(typeof typed === 'string' ? typed : '', actor.userId);
  const filter = Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
  const home = homeOf(actor.role);
  redirect(listHref(parseListFilter(filter, home, search), home));
}
