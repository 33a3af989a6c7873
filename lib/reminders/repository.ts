import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { deadlines } from '../db/schema.ts';
import { reminders } from '../db/schema-reminders.ts';
import { CORRECTED, LAPSED, OPENED } from './ladder.ts';
import type { Claim } from './ledger.ts';
import type { ClockKey } from './queries.ts';

/** A date that people may have been told, and that holds no more. */
export type FormerDate = { readonly rule: string; readonly dueOn: LocalDate; readonly standsSince: Date };

/**
 * Plans corrections for everybody who was told of these dates in a message of its own, by a reminder or by an earlier
 * correction, save whoever moved them. Once for each date and person.
 */
export async function planCorrections(
  tx: Transaction,
  caseId: string,
  former: readonly FormerDate[],
  movedBy: string | null,
  now: Date,
): Promise<void> {
  for (const { rule, dueOn, standsSince } of former)
    await insertCorrections(
      tx,
      dueOn,
      now,
      sql`r.case_id = ${caseId} and r.rule = ${rule} and r.recipient_id is distinct from ${movedBy}::uuid
        and (r.due_on = ${dueOn} and ${TOLD_DATE} or r.rung = ${CORRECTED} and r.sent_at >= ${standsSince})`,
    );
}

/**
 * Whether this date still stands, or ended in what was done. Locks it, so that of whoever tells it and whoever moves it
 * the second sees what the first did.
 */
export async function stillStands(tx: Transaction, { caseId, rule, dueOn }: ClockKey): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from ${deadlines}
    where case_id = ${caseId} and rule = ${rule} and due_on = ${dueOn} and outcome <> 'moot' for share`);
  return rows.length > 0;
}

/** Plans the correction of one message that went out while its date was being moved. */
export const planCorrectionOf = (tx: Transaction, { id, dueOn }: Claim, now: Date): Promise<void> =>
  insertCorrections(tx, dueOn, now, sql`r.id = ${id} and ${TOLD_DATE}`);

/** It named the date as one ahead. */
const TOLD_DATE = sql`r.rung not in (${LAPSED}, ${OPENED}, ${CORRECTED})`;

async function insertCorrections(tx: Transaction, dueOn: LocalDate, now: Date, told: SQL): Promise<void> {
  await tx.execute(sql`
    insert into ${reminders} as c
      (office_id, case_id, rule, due_on, rung, recipient_kind, recipient_id, planned_at, created_at, state)
    select distinct on (r.recipient_id) r.office_id, r.case_id, r.rule, ${dueOn}::date, ${CORRECTED}, r.recipient_kind,
      r.recipient_id, ${now}::timestamptz, ${now}::timestamptz, 'planned'
    from ${reminders} r
    where r.sent_at is not null and r.bulletin_id is null and (${told})
    order by r.recipient_id, r.sent_at desc
    on conflict (case_id, rule, due_on, rung, recipient_id) do update
      set state = 'planned', reason = '', planned_at = excluded.planned_at, retry_at = null
      where c.state = 'canceled'`);
}
