import {
  and,
  asc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lte,
  max,
  ne,
  notLike,
  or,
  sql,
} from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { deadlines, offices, users } from '../db/schema.ts';
import { covers, namedPeople, restrictions } from '../db/schema-access.ts';
import { reminderPolicies, reminders } from '../db/schema-reminders.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { type ActiveStaff, whoMayKnow } from './addressees.ts';
import { CORRECTED, NUDGED } from './ladder.ts';
import type { LedgerEntry } from './plan.ts';
import type { OfficePolicy } from './policy.ts';
import { type StoredPolicy, storedPolicy } from './policy-schema.ts';

/** A stored deadline whose ladder has something to say. */
export type DueDeadline = {
  readonly caseId: string;
  readonly rule: ClockId;
  readonly dueOn: LocalDate;
  readonly nextLookAt: Date;
};

/** One clock with one date: what the ledger's rows belong to. */
export type ClockKey = Pick<DueDeadline, 'caseId' | 'rule' | 'dueOn'>;

/** One page of the deadlines to look at, oldest first, after the last of the page before. The index makes its cost follow what is due. */
export async function listDueDeadlines(
  tx: Transaction,
  now: Date,
  after: DueDeadline | null,
  limit: number,
): Promise<DueDeadline[]> {
  const { nextLookAt, caseId, rule, dueOn } = deadlines;
  const rows = await tx
    .select({ caseId, rule, dueOn, nextLookAt })
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
      isAway: sql<boolean>`exists (select 1 from ${covers} v where v.absent_id = ${users.id} and v.ended_at is null
        and ${today} between v.from_on and v.until_on)`,
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

/** Since when a clock stands with its date, and when people were told of that date by a correction of another. */
export type Standing = { readonly since: Date; readonly correctedAt: ReadonlyMap<string, Date> };

/** Null where no clock is stored with this date. */
export async function readStanding(
  tx: Transaction,
  { caseId, rule, dueOn }: ClockKey,
): Promise<Standing | null> {
  const rows = await tx
    .select({
      since: deadlines.standsSince,
      recipientId: reminders.recipientId,
      correctedAt: max(reminders.sentAt),
    })
    .from(deadlines)
    .leftJoin(
      reminders,
      and(
        eq(reminders.caseId, deadlines.caseId),
        eq(reminders.rule, deadlines.rule),
        like(reminders.rung, `${CORRECTED}%`),
        gte(reminders.sentAt, deadlines.standsSince),
      ),
    )
    .where(and(eq(deadlines.caseId, caseId), eq(deadlines.rule, rule), eq(deadlines.dueOn, dueOn)))
    .groupBy(deadlines.standsSince, reminders.recipientId);
  const [row] = rows;
  if (!row) return null;
  const told = rows.flatMap(({ recipientId, correctedAt }): [string, Date][] =>
    recipientId && correctedAt ? [[recipientId, correctedAt]] : [],
  );
  return { since: row.since, correctedAt: new Map(told) };
}

/** What a ladder gave the ledger about a clock with this date: nothing that a colleague asked for by hand. */
export async function listEntries(
  tx: Transaction,
  { caseId, rule, dueOn }: ClockKey,
): Promise<LedgerEntry[]> {
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
    .where(
      and(
        eq(reminders.caseId, caseId),
        eq(reminders.rule, rule),
        eq(reminders.dueOn, dueOn),
        notLike(reminders.rung, `${NUDGED}%`),
      ),
    );
}

/** Whom one nudge goes to, by what the ledger calls them: the owner who is asked, and the supervisor who asks. */
export async function listNudged(
  tx: Transaction,
  { caseId, rule, dueOn, rung }: ClockKey & { readonly rung: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ kind: reminders.recipientKind, id: reminders.recipientId })
    .from(reminders)
    .where(
      and(
        eq(reminders.caseId, caseId),
        eq(reminders.rule, rule),
        eq(reminders.dueOn, dueOn),
        eq(reminders.rung, rung),
      ),
    );
  return new Map(rows.map(({ kind, id }) => [kind, id]));
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

/** The policy of the office the transaction is in, and whether what is stored of it could be read. */
export async function readStoredPolicy(tx: Transaction): Promise<StoredPolicy> {
  const [row] = await tx
    .select({
      timeZone: offices.timeZone,
      policy: reminderPolicies.policy,
      changedAt: reminderPolicies.changedAt,
    })
    .from(offices)
    .leftJoin(reminderPolicies, eq(reminderPolicies.officeId, offices.id));
  if (!row) throw new Error('the office is not there');
  const { timeZone, policy, changedAt } = row;
  return storedPolicy(timeZone, changedAt ? { policy, changedAt } : null);
}

/** When and to whom reminders go in the office the transaction is in. */
export const readPolicy = async (tx: Transaction): Promise<OfficePolicy> =>
  (await readStoredPolicy(tx)).policy;
