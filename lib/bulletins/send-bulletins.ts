import { systemActor } from '../access/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { dateIn } from '../calendar/zoned-time.ts';
import { inLedger, inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import type { BulletinKind } from '../db/vocabulary.ts';
import { done, refuse } from '../errors.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { Breaker } from '../reminders/breaker.ts';
import { type DeliverContext, isStopped, type SweepContext } from '../reminders/context.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import { readPolicy } from '../reminders/queries.ts';
import { composeStandingAlarm } from './compose-alarm.ts';
import { composeMorning } from './compose-morning.ts';
import { composeTeam } from './compose-team.ts';
import type { Composed } from './composed.ts';
import { deliverBulletin, KIND_NAMES } from './deliver-bulletin.ts';
import {
  type BulletinClaim,
  claimNew,
  closeFormerDays,
  listReaders,
  type Reader,
  takeAlong,
  takeOver,
} from './ledger.ts';
import { digestMoment, isTeamDay } from './moments.ts';

export type BulletinSummary = {
  bulletins: number;
  failedBulletins: number;
  /** Looked at, and nothing was to be told. */
  heldBulletins: number;
  errorsOfBulletins: number;
};

const COMPOSERS: Readonly<
  Record<BulletinKind, (context: DeliverContext, claim: BulletinClaim) => Promise<Composed>>
> = { 'morning-digest': composeMorning, 'team-digest': composeTeam, alarm: composeStandingAlarm };

/**
 * Sends the digests whose hour has come to everybody who has not had theirs today, office by office, and tries again
 * what failed. Safe to run at any time and twice at once: nobody gets two for one day, and yesterday's is not made up.
 */
export const sendBulletins = (
  context: SweepContext,
  only?: { readonly officeId: string },
): Promise<BulletinSummary> =>
  eachOffice(
    context,
    only,
    { bulletins: 0, failedBulletins: 0, heldBulletins: 0, errorsOfBulletins: 0 },
    (office, summary) => sendInOffice(context, office, summary),
  );

async function sendInOffice(context: SweepContext, office: Office, summary: BulletinSummary): Promise<void> {
  const { db, clock } = context;
  const actor = systemActor(office.id);
  const { now, today } = momentOf(clock);
  const policy = await inOffice(db, actor, today, readPolicy);
  const at: DeliverContext = { ...context, office, actor, policy, breaker: new Breaker() };
  const forOn = dateIn(policy.timeZone, now);
  await endFormerDays(at, forOn);
  for (const kind of ['alarm', 'morning-digest', 'team-digest'] as const) {
    const readers = await inOffice(db, actor, today, (tx) => listReaders(tx, kind, forOn, now));
    for (const reader of whoGets(kind, readers, forOn, at)) {
      if (isStopped(at)) return;
      await tell(at, kind, reader, forOn, summary);
    }
  }
}

async function endFormerDays({ db, actor, clock }: DeliverContext, forOn: LocalDate): Promise<void> {
  const now = clock();
  await inUnitOfWork(db, actor, now, async (unit) => {
    const closed = await closeFormerDays(unit.tx, forOn, now);
    if (closed.length === 0) return refuse();
    for (const { id, kind } of closed)
      unit.record({
        event: 'bulletin.failed',
        subjectId: id,
        changes: [{ field: 'kind', from: null, to: KIND_NAMES[kind] }],
        reason: 'Its day was over.',
      });
    return done(null);
  });
}

/** Whose bulletin of that kind and day is due at this moment. An alarm is only ever tried again here. */
function whoGets(
  kind: BulletinKind,
  readers: readonly Reader[],
  forOn: LocalDate,
  { policy, clock }: DeliverContext,
): readonly Reader[] {
  const now = clock();
  const open = readers.filter(({ bulletin }) => bulletin !== 'settled' && bulletin !== 'under way');
  if (kind === 'alarm') return open.filter(({ bulletin }) => bulletin !== 'due');
  const awake = open.filter(({ digestAt }) => digestMoment(forOn, digestAt, policy) <= now);
  if (kind === 'morning-digest') return awake;
  if (!isTeamDay(forOn, policy)) return [];
  const leads = readers.some(({ role }) => role === 'supervisor') ? 'supervisor' : 'administrator';
  return awake.filter(({ role }) => role === leads);
}

/** One person's failure must not silence the others. */
async function tell(
  context: DeliverContext,
  kind: BulletinKind,
  reader: Reader,
  forOn: LocalDate,
  summary: BulletinSummary,
): Promise<void> {
  try {
    const claim = await claimFor(context, kind, reader, forOn);
    if (!claim) return;
    const told = await deliverBulletin(context, claim, await COMPOSERS[kind](context, claim));
    if (told === 'sent') summary.bulletins += 1;
    if (told === 'failed') summary.failedBulletins += 1;
    if (told === 'held') summary.heldBulletins += 1;
  } catch (error) {
    summary.errorsOfBulletins += 1;
    context.log.error({ err: error, kind, recipientId: reader.id }, 'a bulletin could not be sent');
  }
}

function claimFor(
  { db, actor, clock, policy, worker }: DeliverContext,
  kind: BulletinKind,
  { id: recipientId, digestAt, bulletin }: Reader,
  forOn: LocalDate,
): Promise<BulletinClaim | null> {
  const { now, today } = momentOf(clock);
  const plannedAt = digestMoment(forOn, digestAt, policy);
  return inLedger(db, actor, today, async (tx) => {
    const claim =
      typeof bulletin === 'object'
        ? await takeOver(tx, bulletin, worker, now)
        : await claimNew(tx, { officeId: actor.officeId, kind, recipientId, forOn, plannedAt }, worker, now);
    if (claim && kind === 'morning-digest') await takeAlong(tx, claim);
    return claim;
  });
}
