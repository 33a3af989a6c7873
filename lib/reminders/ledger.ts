import { and, eq } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { reminders } from '../db/schema-reminders.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { claimColumns, isAsSeen, type Ledger, type MessageClaim } from '../mail-ledger/ledger.ts';
import type { Recipient, Rung } from './ladder.ts';
import type { Addressee, LedgerEntry } from './plan.ts';
import type { ClockKey } from './queries.ts';

/** A row of the ledger that one worker holds until it is settled or its lease runs out. */
export type Claim = MessageClaim & {
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly recipientId: string;
  readonly recipientKind: Recipient;
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
    .where(seen.state === 'canceled' ? and(eq(reminders.id, seen.id), isCanceled) : isAsSeen(reminders, seen))
    .returning(CLAIM);
  return row ? claimOf(row) : null;
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

const isCanceled = eq(reminders.state, 'canceled');

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

const CLAIM = {
  ...claimColumns(reminders),
  rule: reminders.rule,
  dueOn: reminders.dueOn,
  rung: reminders.rung,
  recipientId: reminders.recipientId,
  recipientKind: reminders.recipientKind,
};

export const REMINDERS: Ledger<Claim> = { table: reminders, columns: CLAIM };

/** A row that was just claimed has its time. */
const claimOf = (row: Omit<Claim, 'rule' | 'claimedAt'> & { rule: string; claimedAt: Date | null }): Claim =>
  row as Claim;
