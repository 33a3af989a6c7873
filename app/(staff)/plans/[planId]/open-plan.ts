import { notFound } from 'next/navigation';
import type { UserActor } from '@/lib/access/actor.ts';
import type { Permission } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { type PlanDetail, readPlan } from '@/lib/plans/queries.ts';

/** A plan for a person who may do this with it; one of another office is not found. */
export async function openPlan(
  permission: Permission,
  planId: string,
): Promise<{ plan: PlanDetail; actor: UserActor; today: LocalDate }> {
  const actor = await requireActor(permission);
  const today = pacificToday(await requestTime());
  const id = recordIdIn(planId);
  const plan = id && (await inOffice(getDatabase(), actor, today, (tx) => readPlan(tx, id)));
  if (!plan) notFound();
  return { plan, actor, today };
}
