import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { SelectedFieldsFlat } from 'drizzle-orm/pg-core';
import type { Transaction } from '../db/client.ts';
import type { clientMessages, reminders } from '../db/schema-reminders.ts';
import type { MessageState } from '../db/vocabulary.ts';
import { LEASE_MINUTES } from '../reminders/plan.ts';

/** A message that one worker holds until it is settled or its lease runs out. */
export type MessageClaim = {
  readonly id: string;
  readonly caseId: string;
  readonly plannedAt: Date;
  readonly attempts: number;
  readonly claimedAt: Date;
  readonly batchId: string | null;
  readonly stopToken: string;
};

/** A table of messages: each is claimed there before it is sent and settled after. `columns` are what a claim holds. */
export type Ledger<Claim extends MessageClaim> = {
  readonly table: typeof reminders | typeof clientMessages;
  readonly columns: SelectedFieldsFlat & Readonly<Record<keyof Claim, unknown>>;
};

/** What every ledger's claims are made of. */
export const claimColumns = (table: Ledger<MessageClaim>['table']) => ({
  id: table.id,
  caseId: table.caseId,
  plannedAt: table.plannedAt,
  attempts: table.attempts,
  claimedAt: table.claimedAt,
  batchId: table.batchId,
  stopToken: table.stopToken,
});

/** Claims that began before that have run out of their lease. */
export const leaseBegan = (now: Date): Date => new Date(now.getTime() - LEASE_MINUTES * 60_000);

/** What a worker died over, and failures whose pause is over, where it is tried again by itself. The row is `r`. */
export const isLeftBehind = (now: Date): SQL =>
  sql`(r.batch_id is null and r.claimed_at is not null and (
    (r.state = 'failed' and coalesce(r.retry_at, ${now}) <= ${now})
    or (r.state = 'claimed' and r.claimed_at <= ${leaseBegan(now)})))`;

/** What was planned for a moment that has come. The row is `r`. */
export const waitsNoLonger = (now: Date): SQL =>
  sql`(r.state = 'planned' and coalesce(r.retry_at, r.planned_at) <= ${now})`;

type Worker = { readonly worker: string; readonly now: Date };

/** Claims some of the rows that are free, the earliest planned first. The row is `r`; no two workers get the same one. */
export async function claimFree<Claim extends MessageClaim>(
  tx: Transaction,
  ledger: Ledger<Claim>,
  isFree: SQL,
  by: Worker,
  limit: number,
): Promise<Claim[]> {
  const { table } = ledger;
  const free = sql`select r.id from ${table} r where ${isFree}
    order by r.planned_at, r.id limit ${limit} for update skip locked`;
  return claimWhere(tx, ledger, sql`${table.id} in (${free})`, by);
}

/**
 * Takes over the unsettled messages of one request whole, so that trying it again is the same request: by a worker that
 * died, or after a failure whose pause is over. Empty when there is none. Workers take their turn, so that no two of them
 * take the same one.
 */
export async function takeOverBatch<Claim extends MessageClaim>(
  tx: Transaction,
  ledger: Ledger<Claim>,
  by: Worker,
): Promise<Claim[]> {
  const { table } = ledger;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('reminder batches ' || current_setting('app.office_id'), 0))`,
  );
  const isFree = sql`((r.state = 'claimed' and r.claimed_at <= ${leaseBegan(by.now)})
    or (r.state = 'failed' and r.claimed_at is not null and coalesce(r.retry_at, ${by.now}) <= ${by.now}))`;
  const batch = sql`select r.batch_id from ${table} r where r.batch_id is not null and r.claimed_at is not null
    and ${isFree} order by r.claimed_at limit 1`;
  return claimWhere(tx, ledger, and(sql`${table.batchId} = (${batch})`, isNotNull(table.claimedAt)), by);
}

async function claimWhere<Claim extends MessageClaim>(
  tx: Transaction,
  { table, columns }: Ledger<Claim>,
  which: SQL | undefined,
  { worker, now }: Worker,
): Promise<Claim[]> {
  const rows = await tx
    .update(table)
    .set({
      state: 'claimed',
      attempts: sql`${table.attempts} + 1`,
      claimedAt: now,
      claimedBy: worker,
      retryAt: null,
    })
    .where(which)
    .returning(columns);
  return rows as unknown as Claim[];
}

/** Puts claims into one batch, before anything of it is sent; says which of them are still whoever holds them. */
export async function joinBatch(
  tx: Transaction,
  { table }: Pick<Ledger<MessageClaim>, 'table'>,
  claims: readonly MessageClaim[],
  batchId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .update(table)
    .set({ batchId })
    .where(or(...claims.map((claim) => isAsSeen(table, claim))))
    .returning({ id: table.id });
  return new Set(rows.map(({ id }) => id));
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

/** What somebody saw of a row before they settle it. */
export type Seen = { readonly id: string; readonly claimedAt: Date | null };

/** Settles a row unless another worker has it by now; says whether it did. */
export async function settle(
  tx: Transaction,
  { table }: Pick<Ledger<MessageClaim>, 'table'>,
  seen: Seen,
  { retryAt, leavesBatch, ...settled }: Settlement,
): Promise<boolean> {
  const rows = await tx
    .update(table)
    .set({
      ...settled,
      ...(leavesBatch && { batchId: null }),
      ...(retryAt ? { retryAt } : { claimedAt: null, claimedBy: null, retryAt: null }),
    })
    .where(isAsSeen(table, seen))
    .returning({ id: table.id });
  return rows.length > 0;
}

/** Gives back a claim that was not tried at all, for whoever comes next. */
export async function release(
  tx: Transaction,
  { table }: Pick<Ledger<MessageClaim>, 'table'>,
  claim: MessageClaim,
  now: Date,
): Promise<void> {
  await tx
    .update(table)
    .set({
      state: 'failed',
      reason: 'The run ended before it was its turn. It is tried again.',
      attempts: claim.attempts - 1,
      retryAt: now,
    })
    .where(isAsSeen(table, claim));
}

/** Puts a message back among those that wait, until that moment. */
export async function postpone(
  tx: Transaction,
  { table }: Pick<Ledger<MessageClaim>, 'table'>,
  claim: MessageClaim,
  until: Date,
): Promise<void> {
  await tx
    .update(table)
    .set({
      state: 'planned',
      attempts: claim.attempts - 1,
      claimedAt: null,
      claimedBy: null,
      retryAt: until,
      batchId: null,
    })
    .where(isAsSeen(table, claim));
}

/** A row that is settled for good has no time of claim, so it matches nothing. */
export const isAsSeen = (table: Ledger<MessageClaim>['table'], { id, claimedAt }: Seen): SQL | undefined =>
  and(eq(table.id, id), sql`${table.claimedAt} = ${claimedAt}`);
