import { redirect } from 'next/navigation';
import { requestTime, requireActor, requireRecentFactor } from '@/lib/access/session.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import { noteExport, recordLines } from '@/lib/audit/export-record.ts';
import { parseRecordFilter } from '@/lib/audit/list-filter.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';

/** Where a person comes back to who had to show a factor first: the export is asked for again. */
export function GET(): never {
  redirect('/audit');
}

/** The record as a CSV file, written as it is read. That it was exported is on the record before the first line. */
export async function POST(request: Request): Promise<Response> {
  if (!(await hasOwnOrigin())) return new Response(null, { status: 403 });
  const actor = await requireActor('audit.read');
  await requireRecentFactor();
  const now = await requestTime();
  const typed = await request.formData();
  const filter = parseRecordFilter(
    Object.fromEntries([...typed].filter((field): field is [string, string] => typeof field[1] === 'string')),
  );
  const requestId = request.headers.get('x-request-id') ?? '';
  const noted = await inUnitOfWork(getDatabase(), actor, now, (unit) => noteExport(unit, filter), {
    requestId,
  });
  if (!noted.ok) throw new Error('the export was not recorded, so it is not made');
  const lines = recordLines(getDatabase(), actor, now, filter);
  return new Response(streamOf(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="audit-record-${pacificToday(now)}.csv"`,
      'cache-control': 'no-store',
    },
  });
}

/** Reads on only as fast as the browser takes it, and stops when the browser does. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
