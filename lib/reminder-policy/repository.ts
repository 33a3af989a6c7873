import type { UserActor } from '../access/actor.ts';
import { offices } from '../db/schema.ts';
import { reminderPolicies } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { OfficePolicy, ReminderPolicy } from '../reminders/policy.ts';
import { readPolicy } from '../reminders/queries.ts';

/** The policy as it holds, locked by its office until the unit of work ends: the first change has no row to lock. */
export async function lockPolicy(unit: UnitOfWork): Promise<OfficePolicy> {
  await unit.tx.select({ id: offices.id }).from(offices).for('update');
  return readPolicy(unit.tx);
}

export async function savePolicy(unit: UnitOfWork<UserActor>, policy: ReminderPolicy): Promise<void> {
  const { officeId, userId } = unit.actor;
  const change = { policy, changedBy: userId, changedAt: unit.now };
  await unit.tx
    .insert(reminderPolicies)
    .values({ officeId, ...change })
    .onConflictDoUpdate({ target: reminderPolicies.officeId, set: change });
}
