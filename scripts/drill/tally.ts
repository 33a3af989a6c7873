import type { Pool } from 'pg';

/** What the ledger says in the end. */
export type Tally = {
  readonly due: number;
  readonly sentAlone: number;
  readonly toldByDigest: number;
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
  readonly canceled: number;
  readonly corrections: number;
  readonly givenUp: number;
  /** Rows nobody has settled yet. */
  readonly underWay: number;
  readonly bulletins: number;
  readonly longestWaitMinutes: number;
};

/** Counts every row of an office's ledger once. */
export async function readTally(owner: Pool, officeId: string): Promise<Tally> {
  const counts = await owner.query<Record<string, number>>(
    `select count(*) filter (where not starts_with(rung, 'corrected'))::int as due,
      count(*) filter (where state = 'sent' and bulletin_id is null and not starts_with(rung, 'corrected'))::int as alone,
      count(*) filter (where state = 'sent' and bulletin_id is not null)::int as digest,
      count(*) filter (where state = 'canceled' and not starts_with(rung, 'corrected'))::int as canceled,
      count(*) filter (where starts_with(rung, 'corrected') and state = 'sent')::int as corrections,
      count(*) filter (where state = 'failed' and claimed_at is null)::int as given_up,
      count(*) filter (where state in ('planned', 'gathered', 'claimed') or claimed_at is not null)::int as under_way,
      (select count(*)::int from bulletins b where b.office_id = $1 and b.state = 'sent') as bulletins
    from reminders where office_id = $1`,
    [officeId],
  );
  const skipped = await owner.query<{ reason: string; count: number }>(
    `select reason, count(*)::int as count from reminders where office_id = $1 and state = 'skipped'
    group by reason order by count desc, reason`,
    [officeId],
  );
  const of = (name: string) => counts.rows[0]?.[name] ?? 0;
  return {
    due: of('due'),
    sentAlone: of('alone'),
    toldByDigest: of('digest'),
    skipped: skipped.rows,
    canceled: of('canceled'),
    corrections: of('corrections'),
    givenUp: of('given_up'),
    underWay: of('under_way'),
    bulletins: of('bulletins'),
    longestWaitMinutes: await longestWait(owner, officeId),
  };
}

/** From the moment a message was due, or somebody last recorded something on its case, until it went. */
async function longestWait(owner: Pool, officeId: string): Promise<number> {
  const { rows } = await owner.query<{ minutes: number | null }>(
    `select max(extract(epoch from r.sent_at - greatest(r.planned_at, (
        select max(e.at) from audit_events e
        where e.case_id = r.case_id and e.actor_id is not null and e.at <= r.sent_at)))::int / 60)::int as minutes
    from reminders r where r.office_id = $1 and r.sent_at is not null and r.bulletin_id is null`,
    [officeId],
  );
  return rows[0]?.minutes ?? 0;
}

/** The next moment at which the scheduled work has something to do, or null while there is nothing. */
export async function nextMoment(owner: Pool, officeId: string): Promise<Date | null> {
  const { rows } = await owner.query<{ at: Date | null }>(
    `select least(
      (select min(next_look_at) from deadlines where office_id = $1),
      (select min(coalesce(retry_at, claimed_at)) from reminders where office_id = $1 and claimed_at is not null),
      (select min(coalesce(retry_at, planned_at)) from reminders where office_id = $1 and state = 'planned'),
      (select min(coalesce(retry_at, claimed_at)) from bulletins where office_id = $1 and claimed_at is not null),
      (select min(received_at) from mail_events where office_id = $1 and applied_at is null)
    ) as at`,
    [officeId],
  );
  return rows[0]?.at ?? null;
}
