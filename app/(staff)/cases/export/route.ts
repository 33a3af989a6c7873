import { redirect } from 'next/navigation';
import { requestTime, requireActor, requireRecentFactor } from '@/lib/access/session.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { exportCases } from '@/lib/worklist/export-cases.ts';
import { exportInput } from '@/lib/worklist/input.ts';
import { homeOf, NO_SEARCH, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { openSearch } from '@/lib/worklist/sealed-search.ts';

/** Where a person comes back to who had to show a factor first: the export is asked for again. */
export function GET(): never {
  redirect('/cases');
}

/** The chosen cases, or the whole list they were chosen from, as a CSV file. */
export async function POST(request: Request): Promise<Response> {
  if (!(await hasOwnOrigin())) return new Response(null, { status: 403 });
  const actor = await requireActor('case.export');
  await requireRecentFactor();
  const form = await request.formData();
  const asked = exportInput.safeParse({ caseIds: form.getAll('caseIds'), params: form.get('params') ?? '' });
  if (!asked.success) return new Response(null, { status: 400 });
  const given = Object.fromEntries(new URLSearchParams(asked.data.params));
  const search = given['find'] ? openSearch(given['find'], actor.userId) : NO_SEARCH;
  // A search that cannot be read must not become everything.
  if (search === null) redirect('/cases');
  const filter = parseListFilter(given, homeOf(actor.role), search);
  const now = await requestTime();
  const made = await inUnitOfWork(
    getDatabase(),
    actor,
    now,
    (unit) => exportCases(unit, { caseIds: asked.data.caseIds, filter }),
    { requestId: request.headers.get('x-request-id') ?? '' },
  );
  if (!made.ok) redirect(`/cases?${asked.data.params}`);
  return new Response(made.value, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="cases-${pacificToday(now)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
