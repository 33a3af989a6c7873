import { systemActor } from '../access/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import type { Office } from '../offices/queries.ts';
import { Breaker } from '../reminders/breaker.ts';
import type { DeliverContext, SweepContext } from '../reminders/context.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import { readPolicy } from '../reminders/queries.ts';
import { composeAlarm } from './compose-alarm.ts';
import { deliverBulletin, type Told } from './deliver-bulletin.ts';
import { claimNew, listReaders } from './ledger.ts';
import type { Alarm } from './letters/alarm-letter.ts';

/**
 * Tells every active administrator of the office at once, at any hour, that something is amiss; once for each day. What
 * cannot be handed over is tried again by `sendBulletins`. Answers what became of each.
 */
export async function alarmAdministrators(
  context: SweepContext,
  office: Office,
  alarm: Alarm,
  forOn: LocalDate,
): Promise<Told[]> {
  const { db, clock, worker, log } = context;
  const actor = systemActor(office.id);
  const { now, today } = momentOf(clock);
  const policy = await inOffice(db, actor, today, readPolicy);
  const at: DeliverContext = { ...context, office, actor, policy, breaker: new Breaker() };
  const readers = await inOffice(db, actor, today, (tx) => listReaders(tx, 'alarm', forOn, now));
  const administrators = readers.filter(({ role }) => role === 'administrator');
  if (administrators.length === 0) log.error({ officeId: office.id }, 'nobody is left to hear an alarm');
  const told: Told[] = [];
  for (const { id: recipientId } of administrators) {
    const claim = await inLedger(db, actor, today, (tx) =>
      claimNew(tx, { officeId: office.id, kind: 'alarm', recipientId, forOn, plannedAt: now }, worker, now),
    );
    if (claim) told.push(await deliverBulletin(at, claim, await composeAlarm(at, claim, alarm)));
  }
  return told;
}
