import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { deadlines } from '../db/schema.ts';
import { reminders } from '../db/schema-reminders.ts';
import { leaseBegan } from '../mail-ledger/ledger.ts';
import { CORRECTED, LAPSED, NUDGED, OPENED } from './ladder.ts';
import type { Claim } from './ledger.ts';
import type { ClockKey, DueDeadline } from './queries.ts';

/** A date that people may have been told, and that holds no more. */
export type FormerDate = { readonly rule: string; readonly dueOn: LocalDate; readonly standsSince: Date };

const IS_CORRECTION = sql`starts_with(r.rung, ${CORRECTED})`;
/** It belongs to no ladder, and is sent and taken over on its own. */
const IS_BY_ITSELF = sql`(${IS_CORRECTION} or starts_with(r.rung, ${NUDGED}))`;
/** It named the date as one ahead. */
const TOLD_DATE = sql`r.rung not in (${LAPSED}, ${OPENED}) and not ${IS_CORRECTION}`;

/**
 * Plans corrections for everybody who was told of these dates in a message of its own, by a reminder or by an earlier
 * correction, save whoever moved them. Once for each time a date moves and each person.
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
        and (r.due_on = ${dueOn} and r.sent_at is not null and ${TOLD_DATE}
          or ${IS_CORRECTION} and r.sent_at >= ${standsSince})`,
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

/** Plans the correction of one message that went out, or may have, while its date was being moved. */
export const planCorrectionOf = (
  tx: Transaction,
  { id, dueOn }: Pick<Claim, 'id' | 'dueOn'>,
  now: Date,
): Promise<void> => insertCorrections(tx, dueOn, now, sql`r.id = ${id} and ${TOLD_DATE}`);

const isStale = (now: Date): SQL =>
  sql`(r.state = 'claimed' and r.claimed_at <= ${leaseBegan(now)} and r.batch_id is null)`;
const IS_PAUSING = sql`(r.state = 'failed' and r.claimed_at is not null and r.batch_id is null)`;

/** Hands claims whose lease ran out back to deadlines that still stand. What belongs to no ladder, and batches, are taken over on their own. */
export async function recoverStaleClaims(tx: Transaction, now: Date): Promise<void> {
  await tx.execute(sql`
    update ${deadlines} d set next_look_at = ${now} from ${reminders} r
    where ${isStale(now)} and not ${IS_BY_ITSELF}
      and d.case_id = r.case_id and d.rule = r.rule and d.due_on = r.due_on and d.outcome = 'pending'
      and (d.next_look_at is null or d.next_look_at > ${now})`);
  await tx.execute(sql`
    update ${reminders} r set state = 'planned', claimed_at = null, claimed_by = null
    where ${IS_BY_ITSELF} and (${isStale(now)} or ${IS_PAUSING})`);
}

/**
 * Cancels what nobody sends any more since its deadline has moved, was met or has gone. In a transaction of its own: a
 * command that moves a date locks its deadline before its corrections.
 */
export async function cancelFormerClaims(tx: Transaction, now: Date): Promise<{ canceled: number }> {
  const { rows } = await tx.execute<Tried>(sql`
    update ${reminders} r set state = 'canceled', claimed_at = null, claimed_by = null, retry_at = null,
      reason = 'The deadline no longer stands as it was.'
    where (${isStale(now)} or ${IS_PAUSING}) and not ${IS_BY_ITSELF}
      and not exists (select 1 from ${deadlines} d where d.case_id = r.case_id and d.rule = r.rule
        and d.due_on = r.due_on and d.outcome = 'pending')
    returning r.id, r.case_id as "caseId", r.rule, r.due_on as "dueOn", r.attempts`);
  for (const canceled of rows) await correctIfTried(tx, canceled, now);
  return { canceled: rows.length };
}

type Tried = Pick<Claim, 'id' | 'caseId' | 'rule' | 'dueOn' | 'attempts'>;

/**
 * Takes back the date of a message that is called off after it was tried: whether it was handed over before the worker
 * died or the connection broke, nobody knows.
 */
async function correctIfTried(tx: Transaction, tried: Tried, now: Date): Promise<void> {
  if (tried.attempts > 0 && !(await stillStands(tx, tried))) await planCorrectionOf(tx, tried, now);
}

async function insertCorrections(tx: Transaction, dueOn: LocalDate, now: Date, told: SQL): Promise<void> {
  await tx.execute(sql`
    insert into ${reminders} as c
      (office_id, case_id, rule, due_on, rung, recipient_kind, recipient_id, planned_at, created_at, state)
    select t.office_id, t.case_id, t.rule, ${dueOn}::date,
      ${CORRECTED} || case when before.count = 0 then '' else '-' || (before.count + 1) end,
      t.recipient_kind, t.recipient_id, ${now}::timestamptz, ${now}::timestamptz, 'planned'
    from (
      select distinct on (r.recipient_id) r.* from ${reminders} r
      where r.bulletin_id is null and (${told}) order by r.recipient_id, r.sent_at desc nulls last
    ) t
    cross join lateral (
      select count(*) from ${reminders} r
      where r.case_id = t.case_id and r.rule = t.rule and r.due_on = ${dueOn} and r.recipient_id = t.recipient_id
        and ${IS_CORRECTION} and r.state in ('sent', 'skipped', 'failed') and r.claimed_at is null
    ) before
    on conflict (case_id, rule, due_on, rung, recipient_id) do update
      set state = 'planned', reason = '', planned_at = excluded.planned_at, retry_at = null
      where c.state = 'canceled'`);
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
