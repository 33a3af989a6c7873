import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { claimForm, keepForm } from './repository.ts';

/**
 * Saves a form at most once: sent again, by a second click, the back button or somebody who recorded it, it leads where
 * it led the first time and nothing is written. A refusal leaves it free to be sent again.
 */
export async function saveOnce(
  unit: UnitOfWork<UserActor>,
  formId: string,
  save: () => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const former = await claimForm(unit, formId);
  if (former !== null) return done(former);
  const outcome = await save();
  if (outcome.ok) await keepForm(unit, formId, outcome.value);
  return outcome;
}
