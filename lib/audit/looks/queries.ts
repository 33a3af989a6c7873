import { and, desc, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { auditEvents, cases, clients, users } from '../../db/schema.ts';
import type { Role } from '../../db/vocabulary.ts';
import { recordId } from '../../input-fields.ts';
import { LOOKS, type Look } from '../events.ts';

/** Looks at the same within this time are one look. */
const ONE_LOOK_MILLISECONDS = 15 * 60 * 1000;

export type LookAt = { readonly look: Look; readonly caseId: string; readonly actorId: string };

/** Whether this look is on the record already, as of `now`. */
export async function hasLooked(
  tx: Transaction,
  { look, caseId, actorId }: LookAt,
  now: Date,
): Promise<boolean> {
  const found = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.actorId, actorId),
        eq(auditEvents.event, look),
        gt(auditEvents.at, new Date(now.getTime() - ONE_LOOK_MILLISECONDS)),
        lte(auditEvents.at, now),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** Holds off the same person's looks at the same case until this transaction ends, so that two of them become one. */
export async function lookAlone(tx: Transaction, { caseId, actorId }: LookAt): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`look ${caseId} ${actorId}`}, 0))`);
}

export async function clientOf(tx: Transaction, caseId: string): Promise<string | undefined> {
  const [row] = await tx.select({ clientId: cases.clientId }).from(cases).where(eq(cases.id, caseId));
  return row?.clientId;
}

export type LookedAt = {
  readonly id: number;
  readonly at: Date;
  readonly look: Look;
  readonly who: string;
  readonly role: Role;
};

export type LookersPage = {
  readonly case: { readonly id: string; readonly number: string; readonly clientName: string };
  readonly looks: readonly LookedAt[];
  readonly hasMore: boolean;
};

const PAGE = 50;

/** Who looked at a case, newest first, before the look given; null where the reader has no such case. */
export async function readLookers(
  tx: Transaction,
  caseId: string,
  beforeId: number | null,
): Promise<LookersPage | null> {
  if (!recordId.safeParse(caseId).success) return null;
  const [of] = await tx
    .select({ id: cases.id, number: cases.number, clientName: clients.name })
    .from(cases)
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .where(eq(cases.id, caseId));
  if (!of) return null;
  const rows = await tx
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      look: sql<Look>`${auditEvents.event}`,
      who: users.name,
      role: users.role,
    })
    .from(auditEvents)
    .innerJoin(users, eq(users.id, auditEvents.actorId))
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        inArray(auditEvents.event, [...LOOKS]),
        beforeId === null ? undefined : lt(auditEvents.id, beforeId),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(PAGE + 1);
  return { case: of, looks: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}
