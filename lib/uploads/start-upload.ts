import type { UserActor } from '../access/actor.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { Transaction } from '../db/client.ts';
import type { WrappedKey } from '../document-store/file-keys.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { UploadInput } from './input.ts';
import { countUnfinished, findCase } from './queries.ts';
import { insertUpload } from './repository.ts';
import { COUNTS_HOURS, MOST_UNFINISHED, sizeViolation, TOO_MANY_UNFINISHED, WAITS_DAYS } from './rules.ts';

const HOUR_IN_MILLISECONDS = 60 * 60 * 1_000;

type Announced = UploadInput & {
  readonly id: string;
  readonly byteCount: number;
  readonly key: WrappedKey;
  readonly limitMegabytes: number;
};

/** Begins an upload. It is no record of the case yet: that is written when the file is whole. */
export async function startUpload(
  tx: Transaction,
  actor: UserActor,
  now: Date,
  announced: Announced,
): Promise<Outcome<null>> {
  const { id, caseId, kind, fileName, byteCount, key, limitMegabytes } = announced;
  const found = await findCase(tx, caseId);
  if (!found) return notFound;
  const violation = closedCaseViolation(found) ?? sizeViolation(byteCount, limitMegabytes);
  if (violation) return refuse(violation);
  const since = new Date(now.getTime() - COUNTS_HOURS * HOUR_IN_MILLISECONDS);
  if ((await countUnfinished(tx, actor, since)) >= MOST_UNFINISHED) return refuse(TOO_MANY_UNFINISHED);
  await insertUpload(tx, {
    id,
    officeId: actor.officeId,
    caseId,
    startedBy: actor.userId,
    name: fileName,
    kind,
    byteCount,
    ...key,
    startedAt: now,
    expiresAt: new Date(now.getTime() + WAITS_DAYS * 24 * HOUR_IN_MILLISECONDS),
  });
  return done(null);
}
