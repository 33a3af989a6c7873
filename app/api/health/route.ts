import { sql } from 'drizzle-orm';
import { getDatabase } from '@/lib/db/app-database.ts';

export const dynamic = 'force-dynamic';

/** Answers 200 when the app can reach its database, 503 when it cannot. */
export async function GET(): Promise<Response> {
  try {
    await getDatabase().execute(sql`select 1`);
    return Response.json({ status: 'ok' });
  } catch {
    return Response.json({ status: 'unavailable', reason: 'the database does not answer' }, { status: 503 });
  }
}
