import { notFound } from 'next/navigation';
import type { UserActor } from '@/lib/access/actor.ts';
import type { Permission } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type ListedRule, listedRule } from '@/lib/rule-versions/rule-list.ts';

/** A rule of the table for a person who may do this with it. */
export async function openRule(
  permission: Permission,
  id: string,
): Promise<{ rule: ListedRule; actor: UserActor; today: LocalDate }> {
  const actor = await requireActor(permission);
  const today = pacificToday(await requestTime());
  const rule = listedRule(decodeURIComponent(id));
  if (!rule) notFound();
  return { rule, actor, today };
}
