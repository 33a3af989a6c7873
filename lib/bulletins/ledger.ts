import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { parseWallTime, type WallTime } from '../calendar/zoned-time.ts';
import type { Transaction } from '../db/client.ts';
import { deadlines, users } from '../db/schema.ts';
import { bulletins, digestPreferences, reminders } from '../db/schema-reminders.ts';
import type { BulletinKind, MessageState, Role } from '../db/vocabulary.ts';
import { LEASE_MINUTES } from '../reminders/plan.ts';
import type { Gathered } from './queries.ts';

/** A bulletin that one worker holds until it is settled or its lease runs out. */
export type BulletinClaim = {
  readonly id: string;
  readonly kind: BulletinKind;
  readonly recipientId: string;
  readonly forOn: LocalDate;
  readonly plannedAt: Date;
  readonly attempts: number;
  readonly claimedAt: Date;
  readonly stopToken: string;
};

type Seen = Pick<BulletinClaim, 'id' | 'claimedAt' | 'attempts'>;

/** One of the staff, and how far their bulletin of a day is. */
export type Reader = {
  readonly id: string;
  readonly role: Role;
  readonly digestAt: WallTime | null;
  /** `due` before anybody claimed it, or with what a dead worker left or a failure that may be tried again. */
  readonly bulletin: 'due' | 'settled' | 'under way' | Seen;
};

/** Everybody of the office who works cases, with their bulletin of that kind and day. */
export async function listReaders(
  tx: Transaction,
  kind: BulletinKind,
  forOn: LocalDate,
  now: Date,
): Promise<Reader[]> {
  const rows = await tx
    .select({
      id: users.id,
      role: users.role,
      digestAt: digestPreferences.digestAt,
      bulletinId: bulletins.id,
      attempts: bulletins.attempts,
      claimedAt: bulletins.claimedAt,
      isFree: isFree(now),
    })
    .from(users)
    .leftJoin(digestPreferences, eq(digestPreferences.userId, users.id))
    .leftJoin(
      bulletins,
      and(eq(bulletins.recipientId, users.id), eq(bulletins.kind, kind), eq(bulletins.forOn, forOn)),
    )
    .where(and(isNull(users.deactivatedAt), ne(users.role, 'reviewer')))
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ id, role, digestAt, bulletinId, attempts, claimedAt, isFree: free }) => ({
    id,
    role,
    digestAt: digestAt ? parseWallTime(digestAt) : null,
    bulletin:
      bulletinId === null
        ? 'due'
        : claimedAt === null
          ? 'settled'
          : free
            ? { id: bulletinId, attempts: attempts ?? 0, claimedAt }
            : 'under way',
  }));
}

const isFree = (now: Date) => sql<boolean>`(
  (${bulletins.state} = 'claimed' and ${bulletins.claimedAt} <= ${leaseBegan(now)})
  or (${bulletins.state} = 'failed' and coalesce(${bulletins.retryAt}, ${now}) <= ${now}))`;

const leaseBegan = (now: Date): Date => new Date(now.getTime() - LEASE_MINUTES * 60_000);

export type NewBulletin = Pick<BulletinClaim, 'kind' | 'recipientId' | 'forOn' | 'plannedAt'> & {
  readonly officeId: string;
};

/** Claims a bulletin nobody has claimed before; null when another worker was first. */
export async function claimNew(
  tx: Transaction,
  bulletin: NewBulletin,
  claimedBy: string,
  now: Date,
): Promise<BulletinClaim | null> {
  const [row] = await tx
    .insert(bulletins)
    .values({ ...bulletin, state: 'claimed', attempts: 1, claimedAt: now, claimedBy, createdAt: now })
    .onConflictDoNothing()
    .returning(CLAIM);
  return row ? (row as BulletinClaim) : null;
}

/** Takes over what another worker left or failed to send; null when somebody else has taken it meanwhile. */
export async function takeOver(
  tx: Transaction,
  seen: Seen,
  claimedBy: string,
  now: Date,
): Promise<BulletinClaim | null> {
  const [row] = await tx
    .update(bulletins)
    .set({ state: 'claimed', attempts: seen.attempts + 1, claimedAt: now, claimedBy, retryAt: null })
    .where(isAsSeen(seen))
    .returning(CLAIM);
  return row ? (row as BulletinClaim) : null;
}

export type BulletinSettlement = {
  readonly state: Extract<MessageState, 'sent' | 'failed' | 'skipped' | 'canceled'>;
  readonly reason: string;
  /** A failed one that is to be tried again keeps the time of its latest attempt, and gets one for the next. */
  readonly retryAt?: Date;
  readonly sentAt?: Date;
  readonly providerMessageId?: string;
};

/** Settles a bulletin unless another worker has it by now; says whether it did. */
export async function settle(
  tx: Transaction,
  claim: BulletinClaim,
  { retryAt, ...settled }: BulletinSettlement,
): Promise<boolean> {
  const rows = await tx
    .update(bulletins)
    .set({ ...settled, ...(retryAt ? { retryAt } : { claimedAt: null, claimedBy: null, retryAt: null }) })
    .where(isAsSeen(claim))
    .returning({ id: bulletins.id });
  return rows.length > 0;
}

/**
 * Ends the bulletins of former days that nobody sends any more: yesterday's digest is no news today. The reminders they
 * were to tell go to the next one.
 */
export async function closeFormerDays(
  tx: Transaction,
  today: LocalDate,
  now: Date,
): Promise<Pick<BulletinClaim, 'id' | 'kind'>[]> {
  const ended = await tx
    .update(bulletins)
    .set({
      state: 'failed',
      claimedAt: null,
      claimedBy: null,
      retryAt: null,
      reason: 'It could not be sent on its day and is not sent later.',
    })
    .where(
      and(
        sql`${bulletins.forOn} < ${today}`,
        sql`${bulletins.claimedAt} is not null`,
        sql`(${bulletins.state} <> 'claimed' or ${bulletins.claimedAt} <= ${leaseBegan(now)})`,
      ),
    )
    .returning({ id: bulletins.id, kind: bulletins.kind });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0)
    await tx
      .update(reminders)
      .set({ bulletinId: null })
      .where(and(inArray(reminders.bulletinId, ids), eq(reminders.state, 'gathered')));
  return ended;
}

// ---------------------------------------------------------------- what a digest takes along

/** Puts into a digest what was gathered for its reader. */
export async function takeAlong(tx: Transaction, { id, recipientId }: BulletinClaim): Promise<void> {
  await tx
    .update(reminders)
    .set({ bulletinId: id })
    .where(
      and(
        eq(reminders.state, 'gathered'),
        eq(reminders.recipientId, recipientId),
        isNull(reminders.bulletinId),
      ),
    );
}

/** Settles reminders that a digest took along, together. */
export async function settleTaken(
  tx: Transaction,
  taken: readonly Gathered[],
  settled: Omit<BulletinSettlement, 'retryAt' | 'reason'> & { readonly reason?: string },
): Promise<void> {
  if (taken.length > 0) await tx.update(reminders).set(settled).where(isOneOf(taken));
}

/** Leaves reminders for the next digest. */
export async function leave(tx: Transaction, taken: readonly Gathered[]): Promise<void> {
  if (taken.length > 0) await tx.update(reminders).set({ bulletinId: null }).where(isOneOf(taken));
}

/** Has the deadlines of these reminders looked at again, for whoever hears of them now. */
export async function lookAgain(tx: Transaction, taken: readonly Gathered[], now: Date): Promise<void> {
  if (taken.length === 0) return;
  await tx.execute(sql`
    update ${deadlines} d set next_look_at = ${now} from ${reminders} r
    where r.id = any (${idsOf(taken)}) and d.case_id = r.case_id and d.rule = r.rule
      and d.due_on = r.due_on and d.outcome = 'pending' and (d.next_look_at is null or d.next_look_at > ${now})`);
}

const idsOf = (taken: readonly Gathered[]) => sql`${sql.param(taken.map(({ id }) => id))}::uuid[]`;
const isOneOf = (taken: readonly Gathered[]) => sql`${reminders.id} = any (${idsOf(taken)})`;

/** A row that is settled for good has no time of claim, so it matches nothing. */
const isAsSeen = ({ id, claimedAt }: Pick<BulletinClaim, 'id' | 'claimedAt'>) =>
  and(eq(bulletins.id, id), sql`${bulletins.claimedAt} = ${claimedAt}`);

const CLAIM = {
  id: bulletins.id,
  kind: bulletins.kind,
  recipientId: bulletins.recipientId,
  forOn: bulletins.forOn,
  plannedAt: bulletins.plannedAt,
  attempts: bulletins.attempts,
  claimedAt: bulletins.claimedAt,
  stopToken: bulletins.stopToken,
};
