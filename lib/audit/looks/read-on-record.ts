import type { UserActor } from '../../access/actor.ts';
import { pacificToday } from '../../calendar/clock.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { inOffice, inUnitOfWork } from '../../db/unit-of-work.ts';
import type { Look } from '../events.ts';
import { hasLooked } from './queries.ts';
import { recordLook } from './record-look.ts';

/** Who reads, when, and of which request it is. */
export type Reader = { readonly actor: UserActor; readonly now: Date; readonly requestId: string };

/**
 * Reads something of a case and puts the look on the record before handing it over: what cannot be recorded is not
 * shown. Costs one query more than reading, save for the first look in a quarter of an hour.
 */
export async function readOnRecord<Seen>(
  db: Database,
  { actor, now, requestId }: Reader,
  look: Look,
  caseOf: (seen: Seen) => string,
  read: (tx: Transaction, today: LocalDate) => Promise<Seen | null>,
): Promise<Seen | null> {
  const today = pacificToday(now);
  const found = await inOffice(db, actor, today, async (tx) => {
    const seen = await read(tx, today);
    if (seen === null) return null;
    const caseId = caseOf(seen);
    return { seen, caseId, isRecorded: await hasLooked(tx, { look, caseId, actorId: actor.userId }, now) };
  });
  if (!found) return null;
  const { seen, caseId, isRecorded } = found;
  if (isRecorded) return seen;
  const recorded = await inUnitOfWork(db, actor, now, (unit) => recordLook(unit, { look, caseId }), {
    requestId,
  });
  if (!recorded.ok) throw new Error('a look was not recorded, so what was looked at is not shown');
  return seen;
}
