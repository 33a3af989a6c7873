import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { deadlines, users } from '../db/schema.ts';
import { covers, namedPeople, restrictions } from '../db/schema-access.ts';
import { reminders } from '../db/schema-reminders.ts';
import type { MessageState } from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { type ActiveStaff, whoMayKnow } from './addressees.ts';
import { CORRECTED, type Recipient, type Rung } from './ladder.ts';
import { type Addressee, LEASE_MINUTES, type LedgerEntry } from './plan.ts';

/** A stored deadline whose ladder has something to say. */
export type DueDeadline = {
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly standsSince: Date;
  readonly nextLookAt: Date;
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
  readonly batchId: string | null;
  readonly stopToken: string;
};

type Key = Pick<DueDeadline, 'caseId' | 'rule' | 'dueOn'>;

/** One page of the deadlines to look at, oldest first, after the last of the page before. The index makes its cost follow what is due. */
export async function listDueDeadlines(
  tx: Transaction,
  now: Date,
  after: DueDeadline | null,
  limit: number,
): Promise<DueDeadline[]> {
  const { nextLookAt, caseId, rule, dueOn, standsSince } = deadlines;
  const rows = await tx
    .select({ caseId, rule, dueOn, standsSince, nextLookAt })
    .from(deadlines)
    .where(
      and(
        lte(nextLookAt, now),
        after
          ? sql`(${nextLookAt}, ${caseId}, ${rule}) > (${after.nextLookAt}, ${after.caseId}, ${after.rule})`
          : undefined,
      ),
    )
    .orderBy(asc(nextLookAt), asc(caseId), asc(rule))
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
      retryAt: reminders.retryAt,
      batchId: reminders.batchId,
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
    .values({ ...rowOf(entry), state: 'claimed', attempts: 1, claimedAt: now, claimedBy, createdAt: now })
    .onConflictDoNothing()
    .returning(CLAIM);
  return row ? claimOf(row) : null;
}

/** Takes over what another worker left or failed to send; null when somebody else has taken it meanwhile. */
export async function takeOver(
  tx: Transaction,
  seen: LedgerEntry,
  claimedBy: string,
  now: Date,
): Promise<Claim | null> {
  const [row] = await tx
    .update(reminders)
    .set({ state: 'claimed', attempts: seen.attempts + 1, claimedAt: now, claimedBy, retryAt: null })
    .where(isAsSeen(seen))
    .returning(CLAIM);
  return row ? claimOf(row) : null;
}

/** Claims the corrections that wait, those of one batch included that a worker left behind. */
export async function claimPlanned(
  tx: Transaction,
  claimedBy: string,
  now: Date,
  limit: number,
): Promise<Claim[]> {
  const waiting = sql`select r.id from reminders r where r.state = 'planned' and coalesce(r.retry_at, r.planned_at) <= ${now}
    order by r.planned_at, r.id limit ${limit} for update skip locked`;
  const rows = await tx
    .update(reminders)
    .set({ state: 'claimed', attempts: 1, claimedAt: now, claimedBy, retryAt: null })
    .where(sql`${reminders.id} in (${waiting})`)
    .returning(CLAIM);
  return rows.map(claimOf);
}

/**
 * Takes over the unsettled messages of one request whole, so that trying it again is the same request: by a worker that
 * died, or after a failure whose pause is over. Empty when there is none, or another worker was first.
 */
export async function takeOverBatch(tx: Transaction, claimedBy: string, now: Date): Promise<Claim[]> {
  const isFree = sql`((r.state = 'claimed' and r.claimed_at <= ${leaseBegan(now)})
    or (r.state = 'failed' and r.claimed_at is not null and coalesce(r.retry_at, ${now}) <= ${now}))`;
  const batch = sql`select r.batch_id from reminders r where r.batch_id is not null and r.claimed_at is not null
    and ${isFree} order by r.claimed_at limit 1 for update skip locked`;
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

/** Puts claims into one batch, before anything of it is sent. */
export async function joinBatch(tx: Transaction, claims: readonly Claim[], batchId: string): Promise<void> {
  const ids = claims.map(({ id }) => id);
  await tx.update(reminders).set({ batchId }).where(inArray(reminders.id, ids));
}

/** Leaves a message for the morning digest. */
export async function gather(tx: Transaction, entry: NewEntry, now: Date, reason = ''): Promise<void> {
  await tx
    .insert(reminders)
    .values({ ...rowOf(entry), state: 'gathered', reason, createdAt: now })
    .onConflictDoNothing();
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

/** How many messages of their own one of the staff was sent, or is being sent, since that moment. */
export async function countAlone(tx: Transaction, recipientId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(reminders)
    .where(
      and(
        eq(reminders.recipientId, recipientId),
        isNull(reminders.bulletinId),
        or(gte(reminders.sentAt, since), isNotNull(reminders.claimedAt)),
      ),
    );
  return row?.count ?? 0;
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

/** Gives back a claim that was not tried at all, as if it had not been made. */
export async function release(tx: Transaction, claim: Claim, retryAt: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({
      state: 'failed',
      reason: 'Mail could not be handed over just then. It is tried again.',
      attempts: claim.attempts - 1,
      retryAt,
    })
    .where(isAsSeen(claim));
}

/** Moves a deadline on to its next moment once every message that came due is settled. */
export async function moveOn(
  tx: Transaction,
  { caseId, rule, dueOn, nextLookAt }: DueDeadline,
  next: Date | null,
): Promise<void> {
  await tx
    .update(deadlines)
    .set({ nextLookAt: next })
    .where(
      and(
        eq(deadlines.caseId, caseId),
        eq(deadlines.rule, rule),
        eq(deadlines.dueOn, dueOn),
        eq(deadlines.nextLookAt, nextLookAt),
        sql`not exists (select 1 from ${reminders} r where r.case_id = ${caseId} and r.rule = ${rule}
          and r.due_on = ${dueOn} and r.claimed_at is not null)`,
      ),
    );
}

/**
 * Attends to claims whose lease ran out: one whose deadline still stands is handed back to it, one whose deadline has
 * moved, was met or has gone is canceled. Corrections and batches are taken over on their own.
 */
export async function recoverStaleClaims(tx: Transaction, now: Date): Promise<{ canceled: number }> {
  const isStale = sql`r.state = 'claimed' and r.claimed_at <= ${leaseBegan(now)} and r.batch_id is null`;
  await tx.execute(sql`
    update ${deadlines} d set next_look_at = ${now} from ${reminders} r
    where ${isStale} and r.rung <> ${CORRECTED}
      and d.case_id = r.case_id and d.rule = r.rule and d.due_on = r.due_on and d.outcome = 'pending'
      and (d.next_look_at is null or d.next_look_at > ${now})`);
  await tx.execute(sql`
    update ${reminders} r set state = 'planned', claimed_at = null, claimed_by = null
    where r.rung = ${CORRECTED} and r.batch_id is null
      and (${isStale} or (r.state = 'failed' and r.claimed_at is not null))`);
  const { rowCount } = await tx.execute(sql`
    update ${reminders} r set state = 'canceled', claimed_at = null, claimed_by = null, retry_at = null,
      reason = 'The deadline no longer stands as it was.'
    where (${isStale} or (r.state = 'failed' and r.claimed_at is not null and r.batch_id is null)) and r.rung <> ${CORRECTED}
      and not exists (select 1 from ${deadlines} d where d.case_id = r.case_id and d.rule = r.rule
        and d.due_on = r.due_on and d.outcome = 'pending')`);
  return { canceled: rowCount ?? 0 };
}

/**
 * Plans corrections for everybody who was told of these dates in a message of its own, save whoever moved them: what
 * they were told no longer holds. Once for each date and person.
 */
export async function planCorrections(
  tx: Transaction,
  caseId: string,
  moved: readonly { readonly rule: string; readonly dueOn: LocalDate }[],
  movedBy: string | null,
  now: Date,
): Promise<void> {
  for (const { rule, dueOn } of moved)
    await tx.execute(sql`
      insert into ${reminders} (office_id, case_id, rule, due_on, rung, recipient_kind, recipient_id, planned_at, created_at, state)
      select distinct on (r.recipient_id) r.office_id, r.case_id, r.rule, r.due_on, ${CORRECTED}, r.recipient_kind,
        r.recipient_id, ${now}::timestamptz, ${now}::timestamptz, 'planned'
      from ${reminders} r
      where r.case_id = ${caseId} and r.rule = ${rule} and r.due_on = ${dueOn} and r.sent_at is not null
        and r.bulletin_id is null and r.rung not in ('lapsed', 'opened', ${CORRECTED})
        and r.recipient_id is distinct from ${movedBy}::uuid
      order by r.recipient_id, r.sent_at desc
      on conflict do nothing`);
}

const leaseBegan = (now: Date): Date => new Date(now.getTime() - LEASE_MINUTES * 60_000);

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

const CLAIM = {
  id: reminders.id,
  caseId: reminders.caseId,
  rule: reminders.rule,
  dueOn: reminders.dueOn,
  rung: reminders.rung,
  recipientId: reminders.recipientId,
  recipientKind: reminders.recipientKind,
  attempts: reminders.attempts,
  claimedAt: reminders.claimedAt,
  batchId: reminders.batchId,
  stopToken: reminders.stopToken,
};

/** A row that was just claimed has its time. */
const claimOf = (row: Omit<Claim, 'rule' | 'claimedAt'> & { rule: string; claimedAt: Date | null }): Claim =>
  row as Claim;
