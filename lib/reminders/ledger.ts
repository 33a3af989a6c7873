import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { reminders } from '../db/schema-reminders.ts';
import type { MessageState } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import type { Recipient, Rung } from './ladder.ts';
import { type Addressee, LEASE_MINUTES, type LedgerEntry } from './plan.ts';
import type { ClockKey } from './queries.ts';

/** A row of the ledger that one worker holds until it is settled or its lease runs out. */
export type Claim = {
  readonly id: string;
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly recipientId: string;
  readonly recipientKind: Recipient;
  readonly plannedAt: Date;
  readonly attempts: number;
  readonly claimedAt: Date;
  readonly batchId: string | null;
  readonly stopToken: string;
};

export type NewEntry = ClockKey & { readonly officeId: string; readonly rung: Rung; readonly to: Addressee };

/** Claims a message nobody has claimed before; null when another worker was first. */
export async function claimNew(
  tx: Transaction,
  entry: NewEntry,
  claimedBy: string,
  now: Date,
): Promise<Claim | null> {
  const [row] = await tx
    .insert(reminders)
    .values({ ...rowOf(entry), state: 'claimed', attempts: 1, claimedAt: now, claimedBy, createdAt: now })
    .onConflictDoNothing()
    .returning(CLAIM);
  return row ? claimOf(row) : null;
}

/**
 * Takes over what another worker left or failed to send, or what was called off and is owed again; null when somebody
 * else has taken it meanwhile.
 */
export async function takeOver(
  tx: Transaction,
  seen: LedgerEntry,
  claimedBy: string,
  now: Date,
): Promise<Claim | null> {
  const [row] = await tx
    .update(reminders)
    .set({
      state: 'claimed',
      attempts: seen.attempts + 1,
      claimedAt: now,
      claimedBy,
      retryAt: null,
      batchId: null,
      bulletinId: null,
    })
    .where(seen.state === 'canceled' ? and(eq(reminders.id, seen.id), isCanceled) : isAsSeen(seen))
    .returning(CLAIM);
  return row ? claimOf(row) : null;
}

/**
 * Takes over the unsettled messages of one request whole, so that trying it again is the same request: by a worker that
 * died, or after a failure whose pause is over. Empty when there is none. Workers take their turn, so that no two of them
 * take the same one.
 */
export async function takeOverBatch(tx: Transaction, claimedBy: string, now: Date): Promise<Claim[]> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('reminder batches ' || current_setting('app.office_id'), 0))`,
  );
  const isFree = sql`((r.state = 'claimed' and r.claimed_at <= ${leaseBegan(now)})
    or (r.state = 'failed' and r.claimed_at is not null and coalesce(r.retry_at, ${now}) <= ${now}))`;
  const batch = sql`select r.batch_id from reminders r where r.batch_id is not null and r.claimed_at is not null
    and ${isFree} order by r.claimed_at limit 1`;
  const rows = await tx
    .update(reminders)
    .set({
      state: 'claimed',
      attempts: sql`${reminders.attempts} + 1`,
      claimedAt: now,
      claimedBy,
      retryAt: null,
    })
    .where(and(sql`${reminders.batchId} = (${batch})`, isNotNull(reminders.claimedAt)))
    .returning(CLAIM);
  return rows.map(claimOf);
}

/** Puts claims into one batch, before anything of it is sent; says which of them are still whoever holds them. */
export async function joinBatch(
  tx: Transaction,
  claims: readonly Claim[],
  batchId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .update(reminders)
    .set({ batchId })
    .where(or(...claims.map(isAsSeen)))
    .returning({ id: reminders.id });
  return new Set(rows.map(({ id }) => id));
}

/** Leaves a message for the morning digest. */
export async function gather(tx: Transaction, entry: NewEntry, now: Date, reason = ''): Promise<void> {
  await tx
    .insert(reminders)
    .values({ ...rowOf(entry), state: 'gathered', reason, createdAt: now })
    .onConflictDoUpdate({
      target: [reminders.caseId, reminders.rule, reminders.dueOn, reminders.rung, reminders.recipientId],
      set: { state: 'gathered', reason, bulletinId: null },
      setWhere: isCanceled,
    });
}

/** Writes down that a message was not sent and will not be. */
export async function recordSkipped(
  tx: Transaction,
  entry: NewEntry,
  now: Date,
  reason: string,
): Promise<void> {
  await tx
    .insert(reminders)
    .values({ ...rowOf(entry), state: 'skipped', reason, createdAt: now })
    .onConflictDoNothing();
}

export type Settlement = {
  readonly state: Exclude<MessageState, 'claimed' | 'planned' | 'gathered'>;
  readonly reason: string;
  /** A failed message that is to be tried again keeps the time of its latest attempt, and gets one for the next. */
  readonly retryAt?: Date;
  /** It has gone by itself in the end, and is tried again by itself. */
  readonly leavesBatch?: boolean;
  readonly sentAt?: Date;
  readonly providerMessageId?: string;
};

/** Settles a row unless another worker has it by now; says whether it did. */
export async function settle(
  tx: Transaction,
  seen: Pick<LedgerEntry, 'id' | 'claimedAt'>,
  { retryAt, leavesBatch, ...settled }: Settlement,
): Promise<boolean> {
  const rows = await tx
    .update(reminders)
    .set({
      ...settled,
      ...(leavesBatch && { batchId: null }),
      ...(retryAt ? { retryAt } : { claimedAt: null, claimedBy: null, retryAt: null }),
    })
    .where(isAsSeen(seen))
    .returning({ id: reminders.id });
  return rows.length > 0;
}

/** Gives back a claim that was not tried at all, for whoever comes next. */
export async function release(tx: Transaction, claim: Claim, now: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({
      state: 'failed',
      reason: 'The run ended before it was its turn. It is tried again.',
      attempts: claim.attempts - 1,
      retryAt: now,
    })
    .where(isAsSeen(claim));
}

/** Puts a correction back among those that wait, until that moment. */
export async function postpone(tx: Transaction, claim: Claim, until: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({
      state: 'planned',
      attempts: claim.attempts - 1,
      claimedAt: null,
      claimedBy: null,
      retryAt: until,
      batchId: null,
    })
    .where(isAsSeen(claim));
}

/** Claims that began before that have run out of their lease. */
export const leaseBegan = (now: Date): Date => new Date(now.getTime() - LEASE_MINUTES * 60_000);

const isCanceled = eq(reminders.state, 'canceled');

/** A row that is settled for good has no time of claim, so it matches nothing. */
const isAsSeen = ({ id, claimedAt }: Pick<LedgerEntry, 'id' | 'claimedAt'>) =>
  and(eq(reminders.id, id), sql`${reminders.claimedAt} = ${claimedAt}`);

const rowOf = ({ officeId, caseId, rule, dueOn, rung, to }: NewEntry) => ({
  officeId,
  caseId,
  rule,
  dueOn,
  rung: rung.id,
  recipientKind: to.kind,
  recipientId: to.id,
  plannedAt: rung.at,
});

export const CLAIM = {
  id: reminders.id,
  caseId: reminders.caseId,
  rule: reminders.rule,
  dueOn: reminders.dueOn,
  rung: reminders.rung,
  recipientId: reminders.recipientId,
  recipientKind: reminders.recipientKind,
  plannedAt: reminders.plannedAt,
  attempts: reminders.attempts,
  claimedAt: reminders.claimedAt,
  batchId: reminders.batchId,
  stopToken: reminders.stopToken,
};

/** A row that was just claimed has its time. */
export const claimOf = (
  row: Omit<Claim, 'rule' | 'claimedAt'> & { rule: string; claimedAt: Date | null },
): Claim => row as Claim;
