import { systemClock } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { readHealth } from '@/lib/worker-runs/read-health.ts';

export const dynamic = 'force-dynamic';

/**
 * Answers 200 while reminders go out and 503 with the reasons while nobody may trust that they do. It is open, so that
 * any uptime monitor can ask, and names neither a person nor a case.
 */
export async function GET(): Promise<Response> {
  try {
    const { reasons, lastRunAt, lastComparisonAt } = await readHealth(getDatabase(), systemClock());
    if (reasons.length > 0) return failing(reasons);
    return Response.json({ status: 'ok', lastRunAt, lastComparisonAt }, { headers: NOT_KEPT });
  } catch {
    return failing(['The database does not answer.']);
  }
}

const NOT_KEPT = { 'cache-control': 'no-store' };

const failing = (reasons: readonly string[]): Response =>
  Response.json({ status: 'failing', reasons }, { status: 503, headers: NOT_KEPT });
