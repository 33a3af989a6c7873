import { cookies } from 'next/headers';
import { type Home, viewFilter, viewParams } from '@/lib/worklist/list-filter.ts';

export const LAST_VIEW = 'recourse-last-view';

/** What the cookie says: whose it is, since browsers are shared, and the list they looked at. */
export const lastViewOf = (userId: string, params: string): string => `${userId}.${params}`;

/** The list this person looked at last in this browser, as parameters; null where they would land on it anyway. */
export async function readLastView(userId: string, home: Home): Promise<string | null> {
  const kept = (await cookies()).get(LAST_VIEW)?.value;
  const mark = lastViewOf(userId, '');
  if (!kept?.startsWith(mark)) return null;
  const params = viewParams(viewFilter(kept.slice(mark.length), home), home);
  return params === viewParams(viewFilter('', home), home) ? null : params;
}
