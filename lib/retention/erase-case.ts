import type { UserActor } from '../access/actor.ts';
import { loadCase } from '../cases/load-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { ErasureInput } from './input.ts';
import { eraseCaseRows, listMessageIds, lockKept } from './repository.ts';
import { keepingViolation, secondPersonViolation } from './rules.ts';
import { figuresOf } from './statistics.ts';

/**
 * Erases a case that another person put forward: its facts, its client where this was the last case, and what the record
 * says of them. Its number, who erased it and figures that name nobody stay. Answers the ids of the messages about it,
 * which the local mailbox may still hold.
 */
export async function eraseCase(
  unit: UnitOfWork<UserActor>,
  { caseId }: ErasureInput,
): Promise<Outcome<{ number: string; officeId: string; messageIds: string[] }>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok) return loaded;
  const kept = await lockKept(unit, caseId);
  const violation =
    kept && (keepingViolation(kept, unit.today) ?? secondPersonViolation(kept, unit.actor.userId));
  if (violation) return refuse(violation);
  const { number, officeId } = loaded.record;
  const messageIds = await listMessageIds(unit, caseId);
  await eraseCaseRows(unit, caseId, figuresOf(loaded.record));
  unit.record({ event: 'case.erased', caseId, changes: [{ field: 'number', from: number, to: null }] });
  return done({ number, officeId, messageIds });
}
