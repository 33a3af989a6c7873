import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { learnNoteWords } from '../cases/repository.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { NoteEntry } from './input.ts';
import { readMentions } from './mentions.ts';
import { insertMentions, insertNote, listColleagues, listUnnamed } from './repository.ts';
import { mentionViolations, notYetViolation } from './rules.ts';

/**
 * Puts a note or a call on a locked, open case and tells whoever is mentioned in it; the clocks are recomputed by
 * whoever holds the case.
 */
export async function recordNote(
  unit: UnitOfWork<UserActor>,
  record: CaseRecord,
  { kind, happenedOn, withWhom, spokeWith, referenceNumber, callDirection, callResult, body }: NoteEntry,
): Promise<Outcome<{ noteId: string }>> {
  const notYet = notYetViolation(happenedOn, unit.today);
  if (notYet) return refuse(notYet);
  const people = body.includes('@') ? await listColleagues(unit) : [];
  const mentions = readMentions(body, people);
  const unnamed = mentions.ids.length > 0 ? await listUnnamed(unit, record.id, mentions.ids) : [];
  const violations = mentionViolations(mentions, unnamed, wordsIn(unit.actor.language).notes);
  if (violations.length > 0) return refuse(...violations);

  const isCall = kind === 'call';
  const entry = {
    kind,
    happenedOn,
    withWhom,
    spokeWith,
    referenceNumber,
    callDirection: isCall ? callDirection : null,
    callResult: isCall ? callResult : null,
    body,
  };
  const noteId = await insertNote(unit, record, entry);
  const mentionedIds = mentions.ids.filter((id) => id !== unit.actor.userId);
  await insertMentions(unit, record.id, noteId, mentionedIds);
  await learnNoteWords(unit, record.id, `${body} ${spokeWith} ${referenceNumber}`);
  unit.record({
    event: isCall ? 'call.logged' : 'note.added',
    caseId: record.id,
    caseVersion: record.version + 1,
    subjectId: noteId,
    changes: changedFields({}, { ...entry, mentionedIds }),
  });
  return done({ noteId });
}
