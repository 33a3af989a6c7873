import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import type { ChainedEvent, ChainPage } from './chain.ts';

/** Where a page ends: the id tells apart what should never share a place. */
export type Place = { readonly seq: number; readonly id: number };

type Columns = {
  head_seq: string | null;
  head_hash: string | null;
  id: string | null;
  seq: string;
  office_id: string;
  at: string;
  actor_id: string | null;
  event: string;
  case_id: string | null;
  case_version: number | null;
  subject_id: string | null;
  request_id: string;
  changes: string;
  reason: string;
  salt: string;
  content_digest: string;
  previous_hash: string;
  hash: string;
  is_erased: boolean;
  is_erasure_recorded: boolean;
};

/** The events of an office after a place, in order, and its head, both as of one moment. */
export async function readChainPage(
  tx: Transaction,
  officeId: string,
  after: Place | null,
  limit: number,
): Promise<ChainPage & { readonly end: Place | null }> {
  // Times are read as text: a Date would round what was hashed to milliseconds.
  const instant = sql`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
  const { rows } = await tx.execute<Columns>(sql`
    select h.seq as head_seq, h.hash as head_hash, e.id, e.seq, e.office_id,
      to_char(e.at at time zone 'UTC', ${instant}) as at, e.actor_id, e.event, e.case_id, e.case_version, e.subject_id,
      e.request_id, e.changes::text as changes, e.reason, e.salt, e.content_digest, e.previous_hash, e.hash,
      e.erased_at is not null as is_erased,
      case when e.erased_at is null then false else
        exists (select 1 from audit_events x
          where x.office_id = ${officeId} and x.case_id = e.case_id and x.event = 'case.erased' and x.at = e.erased_at
            and x.seq > e.seq)
        and not exists (select 1 from cases c where c.id = e.case_id)
      end as is_erasure_recorded
    from (select 1) one
    left join audit_heads h on h.office_id = ${officeId}
    left join lateral (
      select * from audit_events
      where office_id = ${officeId} and ${after ? sql`(seq, id) > (${after.seq}, ${after.id})` : sql`true`}
      order by seq, id limit ${limit}) e on true
    order by e.seq, e.id`);
  const [first] = rows;
  const last = rows.at(-1);
  return {
    head:
      first && first.head_seq !== null && first.head_hash !== null
        ? { seq: Number(first.head_seq), hash: first.head_hash }
        : null,
    events: rows.filter(({ id }) => id !== null).map(eventOf),
    end: last && last.id !== null ? { seq: Number(last.seq), id: Number(last.id) } : null,
  };
}

const eventOf = (row: Columns): ChainedEvent => ({
  seq: Number(row.seq),
  officeId: row.office_id,
  at: row.at,
  actorId: row.actor_id,
  event: row.event,
  caseId: row.case_id,
  caseVersion: row.case_version,
  subjectId: row.subject_id,
  requestId: row.request_id,
  changes: row.changes,
  reason: row.reason,
  salt: row.salt,
  contentDigest: row.content_digest,
  previousHash: row.previous_hash,
  hash: row.hash,
  isErased: row.is_erased,
  isErasureRecorded: row.is_erasure_recorded,
});

/** Whether the policy on restricted cases hides events from whoever asks: to them a whole record would look broken. */
export async function isBlind(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.execute<{ blind: boolean }>(sql`
    select row_security_active('audit_events') and pg_has_role('recourse_app', 'usage')
      and cardinality(hidden_cases()) > 0 as blind`);
  return rows[0]?.blind ?? true;
}
