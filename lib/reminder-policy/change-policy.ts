import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { lookAtAllAgain } from '../deadlines/sync.ts';
import { done, type Outcome, refuse, type Violation } from '../errors.ts';
import type { ReminderPolicyInput } from './input.ts';
import { recordedValues } from './policy-values.ts';
import { lockPolicy, savePolicy } from './repository.ts';
import { policyOf, policyViolations } from './rules.ts';

const UNCHANGED: Violation = {
  field: null,
  message: 'Nothing was changed.',
  remedy: 'Change something, then save.',
};
const CHANGED_MEANWHILE: Violation = {
  field: null,
  message: 'Somebody else changed the policy since you opened this page, so yours was not saved.',
  remedy: 'Open the page again to see theirs; what you typed is still in this form to copy.',
};

/** Changes when reminders go and to whom. Every ladder is looked at again, and counts from now on by the new policy. */
export async function changePolicy(
  unit: UnitOfWork<UserActor>,
  input: ReminderPolicyInput,
): Promise<Outcome<{ changedCount: number }>> {
  const violations = policyViolations(input);
  if (violations.length > 0) return refuse(...violations);
  const former = await lockPolicy(unit);
  if (input.knownSince !== (former.since?.toISOString() ?? '')) return refuse(CHANGED_MEANWHILE);
  const policy = policyOf(input);
  const changes = changedFields(recordedValues(former), recordedValues(policy));
  if (changes.length === 0) return refuse(UNCHANGED);
  await savePolicy(unit, policy);
  await lookAtAllAgain(unit);
  unit.record({ event: 'reminder-policy.changed', subjectId: unit.actor.officeId, changes });
  return done({ changedCount: changes.length });
}
