import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import { formatWallTime } from '../calendar/wall-time-words.ts';
import type { WallTime } from '../calendar/zoned-time.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse, type Violation } from '../errors.ts';
import type { DigestPreferenceInput } from './input.ts';
import { lockDigestPreference, saveDigestPreference } from './repository.ts';

const noDigest: Violation = {
  field: null,
  message: 'Nobody sends you a digest: it tells of cases, which your role does not include.',
};

/** Sets the hour of one's own morning digest, stops it, or has it come again. */
export async function changeDigestPreference(
  unit: UnitOfWork<UserActor>,
  { comes, hour }: DigestPreferenceInput,
): Promise<Outcome<null>> {
  if (!may(unit.actor, 'case.read')) return refuse(noDigest);
  const former = await lockDigestPreference(unit);
  const cameBefore = former.stoppedAt === null;
  const isOtherHour = former.digestAt !== hour;
  if (cameBefore === comes && !isOtherHour)
    return refuse({ field: null, message: 'Nothing was changed.', remedy: 'Change something, then save.' });
  await saveDigestPreference(unit, {
    digestAt: hour,
    stoppedAt: comes ? null : (former.stoppedAt ?? unit.now),
  });
  const subjectId = unit.actor.userId;
  if (isOtherHour)
    unit.record({
      event: 'digest.hour-changed',
      subjectId,
      changes: [{ field: 'digestHour', from: wordsOf(former.digestAt), to: wordsOf(hour) }],
    });
  if (cameBefore !== comes)
    unit.record({
      event: comes ? 'digest.started' : 'digest.stopped',
      subjectId,
      changes: [{ field: 'comes', from: cameBefore, to: comes }],
    });
  return done(null);
}

const wordsOf = (hour: WallTime | null): string | null => (hour ? formatWallTime(hour) : null);
