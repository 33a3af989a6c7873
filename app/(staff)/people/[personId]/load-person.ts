import { notFound } from 'next/navigation';
import type { UserActor } from '@/lib/access/actor.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { type ListedPerson, readPerson } from '@/lib/people/queries.ts';

/** The person a page under /people/[personId] is about, for who manages people; otherwise there is no such page. */
export async function loadPerson(
  params: Promise<{ personId: string }>,
): Promise<{ actor: UserActor; person: ListedPerson; now: Date }> {
  const actor = await requireActor('person.manage');
  const now = await requestTime();
  const id = recordIdIn((await params).personId);
  const person = id && (await inOffice(getDatabase(), actor, pacificToday(now), (tx) => readPerson(tx, id)));
  if (!person) notFound();
  return { actor, person, now };
}
