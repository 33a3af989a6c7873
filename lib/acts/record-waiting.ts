import type { CaseRecord } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import type { ActInput } from './input.ts';
import { setWaiting } from './repository.ts';

/** Says on a locked, open case with whom it waits from today; what it says already writes nothing. */
export async function recordWaiting(
  unit: UnitOfWork,
  record: CaseRecord,
  chosen: NonNullable<ActInput['waitingOn']>,
): Promise<Outcome<{ isChanged: boolean }>> {
  const waitingOn = chosen === 'nobody' ? null : chosen;
  if (waitingOn === record.waitingOn) return done({ isChanged: false });
  await setWaiting(unit, record.id, waitingOn, waitingOn && unit.today);
  unit.record({
    event: 'case.waiting-changed',
    caseId: record.id,
    caseVersion: record.version + 1,
    changes: [{ field: 'waitingOn', from: record.waitingOn, to: waitingOn }],
  });
  return done({ isChanged: true });
}
