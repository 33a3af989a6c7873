import type { UserActor } from '../access/actor.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { ActInput } from './input.ts';
import { setWaiting } from './repository.ts';

/** Says on a locked, open case with whom it waits from today; what it says already is refused. */
export async function recordWaiting(
  unit: UnitOfWork<UserActor>,
  record: CaseRecord,
  chosen: NonNullable<ActInput['waitsFor']>,
): Promise<Outcome<null>> {
  const waitingOn = chosen === 'nobody' ? null : chosen;
  if (waitingOn === record.waitingOn)
    return refuse({ field: 'waitsFor', ...wordsIn(unit.actor.language).acts.waitsAlready });
  await setWaiting(unit, record.id, waitingOn, waitingOn && unit.today);
  unit.record({
    event: 'case.waiting-changed',
    caseId: record.id,
    caseVersion: record.version + 1,
    changes: [{ field: 'waitingOn', from: record.waitingOn, to: waitingOn }],
  });
  return done(null);
}
