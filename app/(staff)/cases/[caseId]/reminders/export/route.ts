import { notFound } from 'next/navigation';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { exportReminders } from '@/lib/flight-recorder/export-reminders.ts';

/** The reminders of a case as a file of their own. That it was saved is on the record before it is handed over. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/cases/[caseId]/reminders/export'>,
): Promise<Response> {
  const actor = await requireActor('case.read');
  const { caseId } = await params;
  const requestId = request.headers.get('x-request-id') ?? '';
  const exported = await inUnitOfWork(
    getDatabase(),
    actor,
    await requestTime(),
    (unit) => exportReminders(unit, { caseId }),
    { requestId },
  );
  if (!exported.ok) notFound();
  const { number, html } = exported.value;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="reminders-${number}.html"`,
      'cache-control': 'no-store',
    },
  });
}
