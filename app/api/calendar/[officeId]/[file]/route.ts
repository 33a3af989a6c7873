import { createHash } from 'node:crypto';
import { requestTime } from '@/lib/access/session.ts';
import { fetchFeed } from '@/lib/calendar-feeds/fetch-feed.ts';
import { subscriberOf } from '@/lib/calendar-feeds/subscriber.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { getEnv } from '@/lib/env.ts';

export const dynamic = 'force-dynamic';

/** A person's deadlines for their calendar program. The address is the key: nobody is signed in. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ officeId: string; file: string }> },
): Promise<Response> {
  const { officeId, file } = await params;
  const subscriber = subscriberOf(request.headers.get('user-agent'));
  const asked = { officeId, file, subscriber };
  const calendar = await fetchFeed(getDatabase(), asked, getEnv().APP_URL, await requestTime());
  if (calendar === null) return new Response(null, { status: 404 });
  const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
  const headers = { etag, 'cache-control': 'private, no-store' };
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  return new Response(calendar, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="recourse.ics"',
    },
  });
}
