import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import { formatLongDate } from '../calendar/format-date.ts';
import { isAfter } from '../calendar/local-date.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { NoteInput } from './input.ts';
import { insertNote } from './repository.ts';

/** Adds a note or a call to the case, with the name and reference number that were given. */
export const addNote = (
  unit: UnitOfWork<UserActor>,
  input: NoteInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    if (isAfter(input.happenedOn, unit.today))
      return refuse({
        field: 'happenedOn',
        message: `${formatLongDate(input.happenedOn)} has not come yet.`,
        rule: 'The record holds what has happened.',
        remedy: 'Type the day it happened, today or earlier.',
      });
    const { kind, happenedOn, withWhom, spokeWith, referenceNumber, body } = input;
    const entry = { kind, happenedOn, withWhom, spokeWith, referenceNumber, body };
    const subjectId = await insertNote(unit, record, entry);
    unit.record({
      event: kind === 'call' ? 'call.logged' : 'note.added',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId,
      changes: changedFields({}, entry),
    });
    return done(null);
  });
