import { type SystemActor, systemActor } from '../access/actor.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { loadCase } from '../cases/load-case.ts';
import type { Database } from '../db/client.ts';
import { eachRow } from '../db/each-row.ts';
import { inLedger, inOffice, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { Logger } from '../log.ts';
import { addTask } from '../manual-deadlines/add-task.ts';
import { eachOffice } from '../offices/each-office.ts';
import { suppress } from '../suppressions/repository.ts';
import { addressToldOf } from './address-told.ts';
import {
  findMessage,
  listCasesWrittenTo,
  listEventsToApply,
  type MailEventToApply,
  type SentMessage,
} from './queries.ts';
import { claimMailEvent, markMessage, stopDigests } from './repository.ts';
import { type Effect, effectOf, type Reader } from './rules.ts';

export type MailEventContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the run after the event at hand. */
  readonly stopping?: AbortSignal;
};

/** `ignored` changed nothing: it was known, of no consequence, or about a message this office never sent. */
export type AppliedSummary = { applied: number; ignored: number; errors: number };

const PAGE = 200;

/**
 * Lets what was told about messages take effect, each event once, in whatever order they came and by however many workers:
 * marks the ledger, bars addresses, and puts a task on each case whose client is not reached any more.
 */
export const applyMailEvents = (
  context: MailEventContext,
  only?: { readonly officeId: string },
): Promise<AppliedSummary> =>
  eachOffice(context, only, { applied: 0, ignored: 0, errors: 0 }, async (office, summary) => {
    const { db, clock, log, stopping } = context;
    const actor = systemActor(office.id);
    const events = eachRow<MailEventToApply>(PAGE, (after) =>
      inOffice(db, actor, pacificToday(clock()), (tx) => listEventsToApply(tx, after, PAGE)),
    );
    for await (const event of events) {
      if (stopping?.aborted) return;
      try {
        const hasEffect = await applyOne(context, actor, event);
        summary[hasEffect ? 'applied' : 'ignored'] += 1;
      } catch (error) {
        summary.errors += 1;
        log.error(
          { err: error, mailEventId: event.id },
          'what was told about a message could not be applied',
        );
      }
    }
  });

async function applyOne(
  { db, clock }: MailEventContext,
  actor: SystemActor,
  event: MailEventToApply,
): Promise<boolean> {
  const now = clock();
  const outcome = await inUnitOfWork(db, actor, now, (unit) => apply(unit, event));
  if (!outcome.ok) await inLedger(db, actor, pacificToday(now), (tx) => claimMailEvent(tx, event.id, now));
  return outcome.ok;
}

/** Refuses where nothing follows, or nothing that was not so before; nothing is written then. */
async function apply(unit: UnitOfWork<SystemActor>, event: MailEventToApply): Promise<Outcome<null>> {
  const message = await findMessage(unit.tx, event.messageId);
  const effect = message && effectOf(event.event, event.detail, readerOf(message));
  if (!effect) return refuse();
  const address = addressToldOf(event.address, message.address);
  // The cases before the ledger, as every command locks them.
  const unreached = await lockUnreached(unit, message, effect, address);
  if (!(await claimMailEvent(unit.tx, event.id, unit.now))) return refuse();
  const taken = await takeEffect(unit, message, effect, { address, happenedAt: event.happenedAt });
  if (!taken.isNew) return refuse();
  for (const record of unreached)
    if (taken.isBarred || isAbout(message, record.id)) await addTask(unit, record, 'reach-client');
  unit.record({
    event: `${message.ledger === 'client-messages' ? 'message' : 'reminder'}.${effect.became}`,
    ...(message.ledger !== 'bulletins' && { caseId: message.caseId }),
    subjectId: message.id,
    changes: Object.entries(toldOf(message)).map(([field, to]) => ({ field, from: null, to })),
    reason: effect.reason,
  });
  return done(null);
}

/** Locks the case of the message, and every other one whose client gets no mail either once the address is barred. */
async function lockUnreached(
  unit: UnitOfWork,
  message: SentMessage,
  { isClientUnreached, suppresses }: Effect,
  address: string,
): Promise<CaseRecord[]> {
  const own = isClientUnreached && message.ledger !== 'bulletins' ? [message.caseId] : [];
  const others = suppresses?.scope === 'all' ? await listCasesWrittenTo(unit.tx, address) : [];
  const records: CaseRecord[] = [];
  // In one order, so that two workers wait for each other at most once.
  for (const caseId of [...new Set([...own, ...others])].toSorted()) {
    const loaded = await loadCase(unit, caseId);
    if (loaded.ok) records.push(loaded.record);
  }
  return records;
}

const isAbout = (message: SentMessage, caseId: string): boolean =>
  message.ledger !== 'bulletins' && message.to === 'client' && message.caseId === caseId;

/** Says whether anything is different now, and whether the address gets no mail from now on. */
async function takeEffect(
  { tx, actor: { officeId } }: UnitOfWork<SystemActor>,
  message: SentMessage,
  { mark, suppresses, stopsDigests }: Effect,
  { address, happenedAt }: Pick<MailEventToApply, 'address' | 'happenedAt'>,
): Promise<{ readonly isNew: boolean; readonly isBarred: boolean }> {
  const marked = mark !== null && (await markMessage(tx, message.ledger, message.id, mark, happenedAt));
  const suppressed =
    suppresses !== null &&
    address !== '' &&
    (await suppress(tx, { officeId, address, ...suppresses, since: happenedAt, messageId: message.id }));
  const stopped =
    stopsDigests && (await stopDigests(tx, { officeId, userId: message.recipientId }, happenedAt));
  return { isNew: marked || suppressed || stopped, isBarred: suppressed && suppresses.scope === 'all' };
}

const readerOf = (message: SentMessage): Reader => {
  if (message.ledger === 'bulletins') return message.to;
  return message.to === 'client' ? 'client' : 'staff';
};

const toldOf = (message: SentMessage): { readonly to: string; readonly about: string } =>
  message.ledger === 'bulletins'
    ? { to: 'staff', about: message.to.replace('-', ' ') }
    : { to: message.to, about: message.about };
