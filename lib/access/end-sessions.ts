import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { SessionEnd } from '../db/vocabulary.ts';
import { type EndedSessions, endSessions } from './repository.ts';

/** Ends every session of a person, or all but the one given, and records it; returns how many there were. */
export async function endSessionsOf(
  unit: UnitOfWork,
  userId: string,
  because: SessionEnd,
  which: EndedSessions = {},
): Promise<number> {
  const ended = await endSessions(unit.tx, userId, because, unit.now, which);
  if (ended.length > 0)
    unit.record({
      event: 'session.ended',
      subjectId: userId,
      changes: [
        { field: 'endedBecause', from: null, to: because },
        { field: 'sessionCount', from: null, to: ended.length },
      ],
    });
  return ended.length;
}
