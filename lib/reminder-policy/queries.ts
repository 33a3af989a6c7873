import { eq, inArray, sql } from 'drizzle-orm';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { reminderPolicies } from '../db/schema-reminders.ts';
import type { DeadlineKind, OwedBy, ReminderAnswer } from '../db/vocabulary.ts';
import type { OfficePolicy, ReminderPolicy } from '../reminders/policy.ts';
import { readStoredPolicy } from '../reminders/queries.ts';
import { CLOSED_DAYS, FORESEEN_DAYS, type ForeseenClocks } from './foresee-month.ts';
import { clockOfStored } from './stored-clock.ts';

export type ShownPolicy = {
  readonly policy: OfficePolicy;
  readonly isReadable: boolean;
  /** Who changed it last; null where it is as every office begins. */
  readonly changedByName: string | null;
};

/** The office's policy for its page, with who is behind it. */
export async function readPolicyPage(tx: Transaction): Promise<ShownPolicy> {
  const stored = await readStoredPolicy(tx);
  const [row] = await tx
    .select({ name: users.name })
    .from(reminderPolicies)
    .innerJoin(users, eq(users.id, reminderPolicies.changedBy));
  return { ...stored, changedByName: row?.name ?? null };
}

/** How many hear what goes to the supervisors: they, or the administrators where there are none. */
export async function countSupervisors(tx: Transaction): Promise<number> {
  const [row] = await tx
    .select({
      supervisors: sql<number>`count(*) filter (where ${users.role} = 'supervisor')::int`,
      administrators: sql<number>`count(*) filter (where ${users.role} = 'administrator')::int`,
    })
    .from(users)
    .where(sql`${users.deactivatedAt} is null`);
  return row?.supervisors || row?.administrators || 0;
}

export async function readNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Row = {
  rule: string;
  owed_by: OwedBy;
  kind: DeadlineKind;
  starts_on: LocalDate;
  due_on: LocalDate;
  due_at: string | null;
  rule_due_on: LocalDate | null;
  started_by_silence: boolean;
  quiet_kind: ReminderAnswer | null;
  quiet_until_on: LocalDate | null;
  spoken_for_through: LocalDate | null;
  reachable: number;
  owners: { ownerId: string | null; count: number }[];
};

/**
 * The pending clocks whose ladders can speak in the next 30 days under one of these policies, those alike counted
 * together: exact, and small where there are very many. Cases the reader may not know of are not among them.
 */
export async function listForeseenClocks(
  tx: Transaction,
  policies: readonly ReminderPolicy[],
  today: LocalDate,
): Promise<ForeseenClocks[]> {
  const farthest = Math.max(0, ...policies.flatMap(({ cadences }) => cadences.flatMap((c) => c.daysBefore)));
  const dueFrom = addDays(today, -CLOSED_DAYS);
  const dueTo = addDays(today, FORESEEN_DAYS + farthest + CLOSED_DAYS);
  const isImrLimit = (alias: string) =>
    sql.raw(`(${alias}.rule like 'ca.imr.deadline.%' or ${alias}.rule = 'cdi.imr.deadline')`);
  const isHearingLimit = (alias: string) =>
    sql.raw(`${alias}.rule in ('mc.hearing.file', 'mc.hearing.outer')`);
  const { rows } = await tx.execute<Row>(sql`
    with speaking as (
      select
        case when d.rule like 'manual.%' then 'manual.' else d.rule end as rule,
        d.owed_by, d.kind, d.starts_on, d.due_on, d.due_at, d.rule_due_on, d.owner_id,
        d.rule = 'cdi.imr.deadline'
          and not exists (select from denials l where l.case_id = d.case_id and l.letter_on = d.starts_on)
          and not exists (select from plan_decisions l where l.case_id = d.case_id and l.letter_on = d.starts_on)
          as started_by_silence,
        a.kind as quiet_kind, a.quiet_until_on,
        case when ${isImrLimit('d')} or ${isHearingLimit('d')} then (
          select max(e.due_on) from deadlines e
          where e.case_id = d.case_id and e.outcome = 'pending' and e.kind = 'limit' and e.due_on < d.due_on
            and e.due_on >= ${today}
            and ((${isImrLimit('d')} and ${isImrLimit('e')}) or (${isHearingLimit('d')} and ${isHearingLimit('e')}))
        ) end as spoken_for_through,
        (k.email <> '' and k.email_consent_on is not null and k.email_consent_withdrawn_on is null) as is_reachable
      from deadlines d
      join cases c on c.id = d.case_id
      join clients k on k.id = c.client_id
      left join reminder_answers a
        on a.case_id = d.case_id and a.rule = d.rule and a.due_on = d.due_on and a.withdrawn_at is null
      where d.outcome = 'pending' and d.kind <> 'information'
        and (d.due_on between ${dueFrom} and ${dueTo}
          or (d.rule = 'cdi.imr.deadline' and d.starts_on between ${dueFrom} and ${dueTo}))
    ), by_owner as (
      select rule, owed_by, kind, starts_on, due_on, due_at, rule_due_on, started_by_silence, quiet_kind,
        quiet_until_on, spoken_for_through, owner_id,
        count(*)::int as held, count(*) filter (where is_reachable)::int as reachable
      from speaking
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    )
    select rule, owed_by, kind, starts_on::text, due_on::text, due_at::text, rule_due_on::text, started_by_silence,
      quiet_kind, quiet_until_on::text, spoken_for_through::text, sum(reachable)::int as reachable,
      jsonb_agg(jsonb_build_object('ownerId', owner_id, 'count', held)) as owners
    from by_owner
    group by rule, owed_by, kind, starts_on, due_on, due_at, rule_due_on, started_by_silence, quiet_kind,
      quiet_until_on, spoken_for_through`);
  return rows.map(foreseenOf);
}

const foreseenOf = (row: Row): ForeseenClocks => ({
  clock: clockOfStored({
    rule: row.rule,
    owedBy: row.owed_by,
    kind: row.kind,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    ruleDueOn: row.rule_due_on,
    startedBySilence: row.started_by_silence,
  }),
  quiet: row.quiet_kind && row.quiet_until_on ? { kind: row.quiet_kind, untilOn: row.quiet_until_on } : null,
  spokenForThrough: row.spoken_for_through,
  reachableCount: row.reachable,
  owners: row.owners,
});
