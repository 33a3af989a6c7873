import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { deadlines, reminders, users } from '../db/schema.ts';
import { covers, namedPeople, restrictions } from '../db/schema-access.ts';
import type { ReminderState } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { type ActiveStaff, whoMayKnow } from './addressees.ts';
import { type Addressee, LEASE_MINUTES, type LedgerEntry } from './plan.ts';
import type { Recipient, Rung } from './policy.ts';

/** A stored deadline whose ladder has something to say. */
export type DueDeadline = {
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly nextReminderOn: LocalDate;
};

/** A row of the ledger that one worker holds until it is settled or its lease runs out. */
export type Claim = {
  readonly id: string;
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly recipientId: string;
  readonly recipientKind: Recipient;
  readonly attempts: number;
  readonly claimedAt: Date;
};

type Key = Pick<DueDeadline, 'caseId' | 'rule' | 'dueOn'>;

/** One page of what is due, oldest first, after the last of the page before. The index makes its cost follow what is due. */
export async function listDueDeadlines(
  tx: Transaction,
  today: LocalDate,
  after: DueDeadline | null,
  limit: number,
): Promise<DueDeadline[]> {
  const { nextReminderOn, caseId, rule } = deadlines;
  const rows = await tx
    .select({ caseId, rule, dueOn: deadlines.dueOn, nextReminderOn })
    .from(deadlines)
    .where(
      and(
        lte(nextReminderOn, today),
        after
          ? sql`(${nextReminderOn}, ${caseId}, ${rule}) > (${after.nextReminderOn}, ${after.caseId}, ${after.rule})`
          : undefined,
      ),
    )
    .orderBy(asc(nextReminderOn), asc(caseId), asc(rule))
    .limit(limit);
  return rows as DueDeadline[];
}

/** Everybody of the office who may be written to about this case: its owner, whoever covers for them, and who leads. */
export async function listActiveStaff(
  tx: Transaction,
  { id: caseId, ownerId }: { readonly id: string; readonly ownerId: string | null },
  today: LocalDate,
): Promise<readonly ActiveStaff[]> {
  const standing = and(
    eq(covers.coverId, users.id),
    ownerId ? eq(covers.absentId, ownerId) : sql`false`,
    isNull(covers.endedAt),
    lte(covers.fromOn, today),
    gte(covers.untilOn, today),
  );
  const staff = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      coversOwnerUntil: covers.untilOn,
    })
    .from(users)
    .leftJoin(covers, standing)
    .where(
      and(
        isNull(users.deactivatedAt),
        ne(users.role, 'reviewer'),
        or(
          inArray(users.role, ['supervisor', 'administrator']),
          ownerId ? eq(users.id, ownerId) : undefined,
          isNotNull(covers.id),
        ),
      ),
    )
    .orderBy(asc(users.name), asc(users.id));
  return whoMayKnow(staff, await listNamed(tx, caseId, today));
}

/**
 * The people named on a restricted case today, or null where everybody in the office may know of it. As the database
 * decides who sees the case: who is named for days is named by the cover that was arranged with it, while that stands.
 */
async function listNamed(tx: Transaction, caseId: string, today: LocalDate): Promise<string[] | null> {
  const byCover = sql`exists (
    select 1 from ${covers} v join cases c on c.id = ${namedPeople.caseId}
    where v.cover_id = ${namedPeople.userId} and v.absent_id = c.owner_id and v.ended_at is null
      and v.arranged_at <= ${namedPeople.namedAt} and ${today} between v.from_on and v.until_on)`;
  const rows = await tx
    .select({ id: namedPeople.userId })
    .from(restrictions)
    .leftJoin(
      namedPeople,
      and(
        eq(namedPeople.caseId, restrictions.caseId),
        lte(namedPeople.fromOn, today),
        or(isNull(namedPeople.untilOn), and(gte(namedPeople.untilOn, today), byCover)),
      ),
    )
    .where(eq(restrictions.caseId, caseId));
  if (rows.length === 0) return null;
  return rows.flatMap(({ id }) => (id ? [id] : []));
}

export async function listEntries(tx: Transaction, { caseId, rule, dueOn }: Key): Promise<LedgerEntry[]> {
  return tx
    .select({
      id: reminders.id,
      rung: reminders.rung,
      recipientId: reminders.recipientId,
      state: reminders.state,
      attempts: reminders.attempts,
      claimedAt: reminders.claimedAt,
    })
    .from(reminders)
    .where(and(eq(reminders.caseId, caseId), eq(reminders.rule, rule), eq(reminders.dueOn, dueOn)));
}

export type NewEntry = Key & { readonly officeId: string; readonly rung: Rung; readonly to: Addressee };

/** Claims a message nobody has claimed before; null when another worker was first. */
export async function claimNew(
  tx: Transaction,
  entry: NewEntry,
  claimedBy: string,
  now: Date,
): Promise<Claim | null> {
  const [row] = await tx
    .insert(reminders)
    .values({ ...rowOf(entry), state: 'claimed', attempts: 1, claimedAt: now, claimedBy })
    .onConflictDoNothing()
    .returning({ id: reminders.id });
  return row ? claimOf(entry, { id: row.id, attempts: 1, claimedAt: now }) : null;
}

/** Takes over what another worker left or failed to send; null when somebody else has taken it meanwhile. */
export async function takeOver(
  tx: Transaction,
  entry: NewEntry,
  seen: LedgerEntry,
  claimedBy: string,
  now: Date,
): Promise<Claim | null> {
  const attempts = seen.attempts + 1;
  const [row] = await tx
    .update(reminders)
    .set({ state: 'claimed', attempts, claimedAt: now, claimedBy })
    .where(isAsSeen(seen))
    .returning({ id: reminders.id });
  return row ? claimOf(entry, { id: seen.id, attempts, claimedAt: now }) : null;
}

/** Writes down that a message was not sent and will not be. */
export async function recordSkipped(tx: Transaction, entry: NewEntry, reason: string): Promise<void> {
  await tx
    .insert(reminders)
    .values({ ...rowOf(entry), state: 'skipped', reason })
    .onConflictDoNothing();
}

export type Settlement = {
  readonly state: Exclude<ReminderState, 'claimed'>;
  readonly reason: string;
  /** A failed message that is to be tried again keeps the time of its latest attempt. */
  readonly isFinal: boolean;
  readonly sentAt?: Date;
  readonly providerMessageId?: string;
};

/** Settles a row unless another worker has it by now; says whether it did. */
export async function settle(
  tx: Transaction,
  seen: Pick<LedgerEntry, 'id' | 'claimedAt'>,
  { isFinal, ...settled }: Settlement,
): Promise<boolean> {
  const rows = await tx
    .update(reminders)
    .set({ ...settled, ...(isFinal && { claimedAt: null, claimedBy: null }) })
    .where(isAsSeen(seen))
    .returning({ id: reminders.id });
  return rows.length > 0;
}

/** Moves a deadline on to its next rung once every message of the rungs due is settled. */
export async function moveOn(
  tx: Transaction,
  { caseId, rule, dueOn, nextReminderOn }: DueDeadline,
  next: LocalDate | null,
): Promise<void> {
  await tx
    .update(deadlines)
    .set({ nextReminderOn: next })
    .where(
      and(
        eq(deadlines.caseId, caseId),
        eq(deadlines.rule, rule),
        eq(deadlines.dueOn, dueOn),
        eq(deadlines.nextReminderOn, nextReminderOn),
        sql`not exists (select 1 from ${reminders} r where r.case_id = ${caseId} and r.rule = ${rule}
          and r.due_on = ${dueOn} and r.claimed_at is not null)`,
      ),
    );
}

/**
 * Attends to claims whose lease ran out: one whose deadline still stands is handed back to it, one whose deadline has
 * moved, was met or has gone is canceled.
 */
export async function recoverStaleClaims(tx: Transaction, now: Date): Promise<{ canceled: number }> {
  const staleBefore = new Date(now.getTime() - LEASE_MINUTES * 60_000);
  await tx.execute(sql`
    update ${deadlines} d set next_reminder_on = r.planned_on from ${reminders} r
    where r.state = 'claimed' and r.claimed_at < ${staleBefore}
      and d.case_id = r.case_id and d.rule = r.rule and d.due_on = r.due_on and d.outcome = 'pending'
      and (d.next_reminder_on is null or d.next_reminder_on > r.planned_on)`);
  const { rowCount } = await tx.execute(sql`
    update ${reminders} r set state = 'canceled', claimed_at = null, claimed_by = null,
      reason = 'The deadline no longer stands as it was.'
    where r.state = 'claimed' and r.claimed_at < ${staleBefore}
      and not exists (select 1 from ${deadlines} d where d.case_id = r.case_id and d.rule = r.rule
        and d.due_on = r.due_on and d.outcome = 'pending')`);
  return { canceled: rowCount ?? 0 };
}

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
  plannedOn: rung.on,
});

const claimOf = (
  { caseId, rule, dueOn, rung, to }: NewEntry,
  held: Pick<Claim, 'id' | 'attempts' | 'claimedAt'>,
): Claim => ({ ...held, caseId, rule, dueOn, rung: rung.id, recipientId: to.id, recipientKind: to.kind });
