import { headers } from 'next/headers';
import { keyFor } from '@/lib/access/keys.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inOffice, inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { recordReading } from '@/lib/review/record-reading.ts';

type Office = { readonly id: string; readonly key: Buffer };

/** Reads of the review for a person who may, and puts on the office's record that they did. */
export async function loadReview<Read>(
  what: string,
  read: (tx: Transaction, office: Office) => Promise<Read>,
): Promise<Read> {
  const actor = await requireActor('review.read');
  const now = await requestTime();
  const today = pacificToday(now);
  const requestId = (await headers()).get('x-request-id') ?? '';
  await inUnitOfWork(getDatabase(), actor, now, (unit) => recordReading(unit, { what }), { requestId });
  const office = { id: actor.officeId, key: keyFor('review') };
  return inOffice(getDatabase(), actor, today, (tx) => read(tx, office));
}
