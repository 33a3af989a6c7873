import type { NextRequest } from 'next/server';
import { requireActor, requireRecentFactor } from '@/lib/access/session.ts';
import { parseReviewFilter } from '@/lib/review/list-filter.ts';
import { listReview } from '@/lib/review/queries.ts';
import { reviewLines } from '@/lib/review/review-file.ts';
import { loadReview } from '../load-review.ts';

/** The review under its filter as a CSV file, for whoever has just shown a second factor. */
export async function GET(request: NextRequest): Promise<Response> {
  await requireActor('review.read');
  await requireRecentFactor();
  const filter = parseReviewFilter(Object.fromEntries(request.nextUrl.searchParams));
  const cases = await loadReview('file', (tx, office) => listReview(tx, office, filter));
  return new Response([...reviewLines(cases)].join(''), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="review.csv"',
      'cache-control': 'no-store',
    },
  });
}
