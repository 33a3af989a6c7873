import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { startOfPacificDay } from '../calendar/instant.ts';
import { addDays } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, auditHeads, cases, users } from '../db/schema.ts';
import { erasedCases } from '../db/schema-access.ts';
import type { RecentChange } from '../errors.ts';
import type { AuditChange, AuditEventName } from './events.ts';
import { type RecordFilter, SCHEDULED } from './list-filter.ts';
import { sentenceOf } from './sentences.ts';

/** Who wrote what no person did. */
export const SCHEDULED_WORK = 'Recourse';

/** What happened on the case after the version a person was looking at, oldest first. */
export async function changesSince(
  tx: Transaction,
  caseId: string,
  version: number,
): Promise<RecentChange[]> {
  const rows = await tx
    .select({ event: auditEvents, who: users.name })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(and(eq(auditEvents.caseId, caseId), gt(auditEvents.caseVersion, version)))
    .orderBy(auditEvents.id);
  return rows.map(({ event, who }) => ({
    who: who ?? SCHEDULED_WORK,
    at: event.at,
    what: sentenceOf(event.event as AuditEventName, event.changes),
  }));
}

/** Events that write one fact of a case, and what they call its field. */
export type Writing = { readonly events: readonly AuditEventName[]; readonly field: string };

/** Who last wrote that value by any of those events, and when; null where the record does not say. */
export async function lastWritten(
  tx: Transaction,
  caseId: string,
  writings: readonly Writing[],
  to: string,
): Promise<{ readonly who: string; readonly at: Date } | null> {
  const written = writings.map(({ events, field }) =>
    and(
      inArray(auditEvents.event, [...events]),
      sql`${auditEvents.changes} @> ${JSON.stringify([{ field, to }])}::jsonb`,
    ),
  );
  const [row] = await tx
    .select({ who: users.name, at: auditEvents.at })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(and(eq(auditEvents.caseId, caseId), or(...written)))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return row ? { who: row.who ?? SCHEDULED_WORK, at: row.at } : null;
}

// ---------------------------------------------------------------- the office's record

export type RecordedEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly who: string;
  readonly event: AuditEventName;
  readonly sentence: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly caseVersion: number | null;
  readonly subjectId: string | null;
  readonly changes: readonly AuditChange[];
  readonly reason: string;
  readonly requestId: string;
  readonly contentDigest: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly erasedAt: Date | null;
};

/** The office's record newest first: up to `limit` events that fit the filter. What the reader may not know of is not among them. */
export async function listRecord(
  tx: Transaction,
  officeId: string,
  filter: RecordFilter,
  limit: number,
): Promise<RecordedEvent[]> {
  const { who, event, caseNumber, fromOn, untilOn, before } = filter;
  const rows = await tx
    .select({
      event: auditEvents,
      who: users.name,
      number: sql<string | null>`coalesce(${cases.number}, ${erasedCases.number})`,
    })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .leftJoin(cases, eq(cases.id, auditEvents.caseId))
    .leftJoin(erasedCases, eq(erasedCases.caseId, auditEvents.caseId))
    .where(
      and(
        eq(auditEvents.officeId, officeId),
        before === null ? undefined : lt(auditEvents.seq, before),
        who === null
          ? undefined
          : who === SCHEDULED
            ? isNull(auditEvents.actorId)
            : eq(auditEvents.actorId, who),
        event === null ? undefined : eq(auditEvents.event, event),
        caseNumber === null
          ? undefined
          : sql`${auditEvents.caseId} = any(array(
              select ${cases.id} from ${cases} where ${cases.number} = ${caseNumber}
              union select ${erasedCases.caseId} from ${erasedCases} where ${erasedCases.number} = ${caseNumber}))`,
        fromOn === null ? undefined : gte(auditEvents.at, new Date(startOfPacificDay(fromOn))),
        untilOn === null ? undefined : lt(auditEvents.at, new Date(startOfPacificDay(addDays(untilOn, 1)))),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit);
  return rows.map(({ event: row, who: name, number }) => ({
    seq: row.seq,
    at: row.at,
    actorId: row.actorId,
    who: name ?? SCHEDULED_WORK,
    event: row.event as AuditEventName,
    sentence: sentenceOf(row.event as AuditEventName, row.changes),
    caseId: number === null ? null : row.caseId,
    caseNumber: number,
    caseVersion: row.caseVersion,
    subjectId: row.subjectId,
    changes: row.changes,
    reason: row.reason,
    requestId: row.requestId,
    contentDigest: row.contentDigest,
    previousHash: row.previousHash,
    hash: row.hash,
    erasedAt: row.erasedAt,
  }));
}

/** Everybody who can be on the record, by name. */
export const listRecordedPeople = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name), asc(users.id));

export type LastProof = { readonly at: Date; readonly isWhole: boolean; readonly seq: number | null };

/** What the last nightly proof of the record came to; null before the first. */
export async function readLastProof(tx: Transaction, officeId: string): Promise<LastProof | null> {
  const [row] = await tx
    .select({ at: auditEvents.at, event: auditEvents.event, changes: auditEvents.changes })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.officeId, officeId),
        inArray(auditEvents.event, ['audit.proved', 'audit.found-broken']),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  if (!row) return null;
  const seq = row.changes.find(({ field }) => field === 'seq')?.to;
  return { at: row.at, isWhole: row.event === 'audit.proved', seq: typeof seq === 'number' ? seq : null };
}

/** No quarter of an hour of an office holds more events; so far back, and no further, is looked for a reading. */
const RECENT_EVENTS = 5_000;

/** Whether this person's reading of the record is itself on it since a moment. */
export async function hasReadRecord(
  tx: Transaction,
  { officeId, userId, since }: { readonly officeId: string; readonly userId: string; readonly since: Date },
): Promise<boolean> {
  const found = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.officeId, officeId),
        gt(
          auditEvents.seq,
          sql`(select ${auditHeads.seq} - ${RECENT_EVENTS} from ${auditHeads} where ${auditHeads.officeId} = ${officeId})`,
        ),
        eq(auditEvents.event, 'audit.read'),
        eq(auditEvents.actorId, userId),
        gt(auditEvents.at, since),
      ),
    )
    .limit(1);
  return found.length > 0;
}
