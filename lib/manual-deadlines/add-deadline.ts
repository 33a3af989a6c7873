import type { UserActor } from '../access/actor.ts';
import { onLinkedCases } from '../cases/on-linked-cases.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import type { ManualDeadlineInput } from './input.ts';
import { recordDeadline } from './record-deadline.ts';

/**
 * Adds a date that no rule sets, such as a hearing or a promised call, to the clocks and reminders of the case and of
 * those of its family that were chosen.
 */
export const addDeadline = (
  unit: UnitOfWork<UserActor>,
  input: ManualDeadlineInput,
): Promise<Outcome<{ caseId: string }>> =>
  onLinkedCases(unit, input, (record) => recordDeadline(unit, record, input));
