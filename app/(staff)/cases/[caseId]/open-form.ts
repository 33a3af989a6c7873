import { notFound } from 'next/navigation';
import type { UserActor } from '@/lib/access/actor.ts';
import type { Permission } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';

/** Reads what a form needs, for a person who may send it; a case of another office is not found. */
export async function openForm<Form>(
  permission: Permission,
  read: (tx: Transaction, today: LocalDate, actor: UserActor) => Promise<Form | null>,
): Promise<Form> {
  const actor = await requireActor(permission);
  const today = pacificToday(await requestTime());
  const form = await inOffice(getDatabase(), actor, today, (tx) => read(tx, today, actor));
  return form ?? notFound();
}

/** One value of a search parameter that may be missing or repeated. */
export const single = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;
