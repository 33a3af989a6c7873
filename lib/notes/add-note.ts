import type { UserActor } from '../access/actor.ts';
import { onLinkedCases } from '../cases/on-linked-cases.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import type { NoteInput } from './input.ts';
import { recordNote } from './record-note.ts';

/** Adds a note or a call to the case and to those of its family that were chosen, with the name and reference number that were given. */
export const addNote = (
  unit: UnitOfWork<UserActor>,
  input: NoteInput,
): Promise<Outcome<{ caseId: string }>> =>
  onLinkedCases(unit, input, (record) => recordNote(unit, record, input));
