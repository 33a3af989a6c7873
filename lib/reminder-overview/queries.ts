import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { dateIn, parseWallTime, type WallTime } from '../calendar/zoned-time.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { bulletins, digestPreferences } from '../db/schema-reminders.ts';
import type { BulletinKind, MessageState } from '../db/vocabulary.ts';
import type { Difference } from '../reconciliation/difference.ts';
import { listVisible, readLatestReconciliation } from '../reconciliation/queries.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { readPolicy } from '../reminders/queries.ts';
import { listStanding, type StandingSuppression } from '../suppressions/queries.ts';
import { listWorkerRuns, readOfficeState, type WorkerRun } from '../worker-runs/queries.ts';
import { lateBefore, type OfficeState } from '../worker-runs/rules.ts';

/** One of today's bulletins, or somebody whose digest has not been looked at yet. */
export type TodaysBulletin = {
  readonly key: string;
  readonly name: string;
  /** Null where today's digest is still to come. */
  readonly kind: BulletinKind | null;
  readonly state: MessageState | null;
  readonly reason: string;
  readonly sentAt: Date | null;
  readonly bouncedAt: Date | null;
  /** The person's own hour, where they set one. */
  readonly digestAt: WallTime | null;
  readonly stoppedAt: Date | null;
};

export type ShownComparison = {
  readonly at: Date;
  readonly deadlineCount: number;
  readonly dueCount: number;
  readonly differenceCount: number;
  /** Those of cases the reader may know of; of the others only the number is shown. */
  readonly shown: readonly Difference[];
  readonly hiddenCount: number;
};

export type Overview = {
  readonly policy: OfficePolicy;
  readonly runs: readonly WorkerRun[];
  readonly state: OfficeState;
  readonly comparison: ShownComparison | null;
  readonly today: LocalDate;
  readonly bulletins: readonly TodaysBulletin[];
  readonly barred: readonly StandingSuppression[];
  /** Whether more addresses stand barred than are listed. */
  readonly hasMoreBarred: boolean;
};

const MOST_BARRED = 500;
const MOST_SHOWN = 100;

/** How the reminders of the office stand now, for whoever answers for them. */
export async function readOverview(tx: Transaction, now: Date): Promise<Overview> {
  const policy = await readPolicy(tx);
  const today = dateIn(policy.timeZone, now);
  const barred = await listStanding(tx, MOST_BARRED + 1);
  return {
    policy,
    runs: await listWorkerRuns(tx),
    state: await readOfficeState(tx, lateBefore(now)),
    comparison: await readComparison(tx),
    today,
    bulletins: await listTodays(tx, today),
    barred: barred.slice(0, MOST_BARRED),
    hasMoreBarred: barred.length > MOST_BARRED,
  };
}

async function readComparison(tx: Transaction): Promise<ShownComparison | null> {
  const latest = await readLatestReconciliation(tx);
  if (!latest) return null;
  const { differences, ...figures } = latest;
  const visible = await listVisible(
    tx,
    differences.map(({ caseId }) => caseId),
  );
  const shown = differences.filter(({ caseId }) => visible.has(caseId));
  return {
    ...figures,
    shown: shown.slice(0, MOST_SHOWN),
    hiddenCount: differences.length - shown.length,
  };
}

async function listTodays(tx: Transaction, today: LocalDate): Promise<TodaysBulletin[]> {
  const rows = await tx
    .select({
      userId: users.id,
      name: users.name,
      kind: bulletins.kind,
      state: bulletins.state,
      reason: sql<string>`coalesce(${bulletins.reason}, '')`,
      sentAt: bulletins.sentAt,
      bouncedAt: bulletins.bouncedAt,
      digestAt: digestPreferences.digestAt,
      stoppedAt: digestPreferences.stoppedAt,
    })
    .from(users)
    .leftJoin(digestPreferences, eq(digestPreferences.userId, users.id))
    .leftJoin(bulletins, and(eq(bulletins.recipientId, users.id), eq(bulletins.forOn, today)))
    .where(and(ne(users.role, 'reviewer'), or(isNull(users.deactivatedAt), sql`${bulletins.id} is not null`)))
    .orderBy(asc(users.name), asc(users.id), asc(bulletins.kind));
  return rows.map(({ userId, digestAt, ...row }) => ({
    ...row,
    key: `${userId} ${row.kind ?? ''}`,
    digestAt: digestAt ? parseWallTime(digestAt) : null,
  }));
}

/** One address that stands barred, for the form that lifts it; null where it does not, or is not the reader's to know of. */
export async function readBarred(
  tx: Transaction,
  suppressionId: string,
): Promise<StandingSuppression | null> {
  return (await listStanding(tx, 1, suppressionId))[0] ?? null;
}
