import type { UserActor } from '../access/actor.ts';
import { dateIn, instantIn, wallTime } from '../calendar/zoned-time.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { ClientMessageKind } from '../db/vocabulary.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { heldUntil } from '../reminders/ladder.ts';
import { wordsIn } from '../words/words.ts';
import { readMessageSetting } from './queries.ts';
import { insertMessage, isRepeated } from './repository.ts';
import { barToMessage, violationOf } from './rules.ts';

export type SentByHand = { readonly messageId: string; readonly plannedAt: Date };

const MIDNIGHT = wallTime('00:00');

/**
 * Has a fixed text sent to the client of a locked case. The worker sends it in office hours, once, after reading the case
 * again; the same text goes to an address once a day at most. Whoever calls it recomputes the case's clocks, which moves
 * its version on.
 */
export async function sendClientMessage(
  unit: UnitOfWork<UserActor>,
  { record, kind }: { readonly record: CaseRecord; readonly kind: ClientMessageKind },
): Promise<Outcome<SentByHand>> {
  const { tx, actor, now, today } = unit;
  const words = wordsIn(actor.language).messages;
  const closed = closedCaseViolation(record);
  if (closed) return refuse(closed);
  const { policy, suppressed } = await readMessageSetting(tx, record, today);
  const { officeId, id: caseId, client } = record;
  const { email } = client;
  const bar = barToMessage(client, kind, suppressed.get(email.toLowerCase()));
  if (bar) return refuse(violationOf(bar, words));
  const plannedAt = heldUntil({ at: now, mustGoBy: null }, now, policy) ?? now;
  const since = instantIn(policy.timeZone, dateIn(policy.timeZone, plannedAt), MIDNIGHT);
  if (await isRepeated(unit, { email, kind, since })) return refuse(violationOf('same-today', words));
  const messageId = await insertMessage(unit, {
    officeId,
    caseId,
    kind,
    writtenBy: actor.userId,
    plannedAt,
  });
  unit.record({
    event: 'message.planned',
    caseId,
    caseVersion: record.version + 1,
    subjectId: messageId,
    changes: [
      { field: 'kind', from: null, to: kind },
      { field: 'plannedAt', from: null, to: plannedAt.toISOString() },
    ],
  });
  return done({ messageId, plannedAt });
}
