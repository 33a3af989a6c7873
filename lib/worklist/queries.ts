import { type SQL, sql } from 'drizzle-orm';
import { type Instant, instantOfDate } from '../calendar/instant.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import type {
  CaseOutcome,
  Language,
  OwedBy,
  Program,
  Stage,
  TaskReason,
  WaitingOn,
} from '../db/vocabulary.ts';
import type { ClockId } from '../deadlines/clock-title.ts';
import { foundUnder } from '../find/queries.ts';
import { type SavedView, type SavedViewColumns, savedViewOf } from '../saved-views/queries.ts';
import {
  AGENDA_GROUPS,
  type AgendaGroupKey,
  agendaRanges,
  caseloadWindow,
  type DayCount,
  type OwnClock,
} from './agenda.ts';
import { subjectOf } from './clock-sentence.ts';
import type { WorklistClock } from './clock-telling.ts';
import { type ListFilter, PAGE_SIZE, type Sort } from './list-filter.ts';

// The words of the partial indexes, which the planner must find in the query to use them.
export const PENDING = sql.raw(`d.outcome = 'pending' and d.kind <> 'information'`);
const BOXES_A_DAY = 5;

export type ClockRow = WorklistClock & {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly lastContactOn: LocalDate | null;
  /** What Recourse itself asks for; null for a rule's clock and for a date that a person added. */
  readonly madeFor: TaskReason | null;
};

export type Agenda = {
  readonly groups: Readonly<Record<AgendaGroupKey, readonly ClockRow[]>>;
  /** Every pending clock due within 30 days, counted by day and side; days before the rail's window together. */
  readonly days: readonly DayCount[];
  /** The clocks the rail has boxes for, a few a day. */
  readonly boxes: readonly (OwnClock & { readonly owedBy: OwedBy })[];
  /** The next date beyond the 30 days. */
  readonly nextOn: LocalDate | null;
};

/**
 * Today: the pending clocks of some people, or the whole office's, as far as the page shows them. `leftOut` are cases to
 * pass over, for a reader whom the database's own policies do not bind. Three queries.
 */
export async function readAgenda(
  tx: Transaction,
  ownerIds: readonly string[] | null,
  today: LocalDate,
  leftOut: readonly string[] = [],
): Promise<Agenda> {
  const owned = sql`${ownerIds === null ? sql`true` : ownedBy(ownerIds)} and ${notAmong(leftOut)}`;
  const rows = await agendaRows(tx, owned, today);
  const window = caseloadWindow(today);
  const counted = await tx.execute<{ on: LocalDate; owed_by: OwedBy | null; count: number }>(sql`
    select greatest(d.due_on, ${addDays(window.from, -1)}::date) as on, d.owed_by, count(*)::int as count
    from deadlines d where ${PENDING} and ${owned} and d.due_on <= ${window.to}::date
    group by 1, 2
    union all (
      select d.due_on, null, 0 from deadlines d
      where ${PENDING} and ${owned} and d.due_on > ${window.to}::date order by d.due_on limit 1)`);
  const drawn = await tx.execute<{
    on: LocalDate;
    owed_by: OwedBy;
    rule: ClockId;
    title: string;
    who: string;
  }>(sql`
    select t.due_on as on, t.owed_by, t.rule, t.title, cl.name as who
    from generate_series(${window.from}::date, ${window.to}::date, interval '1 day') as day(at)
    cross join lateral (
      ${boxesOf(sql`d.owed_by = 'client'`, owned)} union all ${boxesOf(sql`d.owed_by > 'client'`, owned)}
    ) t
    join cases c on c.id = t.case_id join clients cl on cl.id = c.client_id
    order by t.due_on, ${sql.raw(ORDER_WITHIN_DAY.replaceAll('d.', 't.'))}`);
  const inGroup = (key: AgendaGroupKey) => rows.filter(({ group }) => group === key).map(({ row }) => row);
  return {
    groups: {
      overdue: inGroup('overdue'),
      today: inGroup('today'),
      week: inGroup('week'),
      month: inGroup('month'),
      late: inGroup('late').toReversed(),
    },
    days: counted.rows.flatMap(({ on, owed_by, count }) => (owed_by ? [{ on, owedBy: owed_by, count }] : [])),
    boxes: drawn.rows.map(({ on, owed_by, rule, title, who }) => ({
      on,
      owedBy: owed_by,
      who,
      what: subjectOf({ rule, title }),
    })),
    nextOn: counted.rows.find(({ owed_by }) => owed_by === null)?.on ?? null,
  };
}

/** Rows of any case but these. */
export const notAmong = (caseIds: readonly string[], column: 'd.case_id' | 'c.id' = 'd.case_id'): SQL =>
  caseIds.length === 0 ? sql`true` : sql`${sql.raw(column)} <> all (${sql.param(caseIds)}::uuid[])`;

const ownedBy = (ownerIds: readonly string[]): SQL =>
  ownerIds.length === 1
    ? sql`d.owner_id = ${ownerIds[0]}`
    : sql`d.owner_id in (${sql.join(
        ownerIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`;

// The order of the indexes of pending clocks, so that a day is read no further than its boxes go. All others who can
// owe something follow the client in it.
const ORDER_WITHIN_DAY = 'd.owed_by, d.owner_id, d.starts_on, d.case_id, d.rule';

const boxesOf = (whose: SQL, owned: SQL): SQL => sql`
  (select d.* from deadlines d
    where ${PENDING} and ${owned} and d.due_on = day.at::date and ${whose}
    order by ${sql.raw(ORDER_WITHIN_DAY)} limit ${BOXES_A_DAY})`;

async function agendaRows(tx: Transaction, owned: SQL, today: LocalDate) {
  const ranges = agendaRanges(today);
  const groups = AGENDA_GROUPS.map((key) => {
    const { from, to, ours, cap } = ranges[key];
    const after = from === null ? sql`true` : sql`d.due_on >= ${from}::date`;
    const whose = ours === null ? sql`true` : ours ? sql`d.owed_by = 'client'` : sql`d.owed_by <> 'client'`;
    // What others have just become late with comes before what they have been late with for long.
    const order = key === 'late' ? sql`d.due_on desc` : sql`d.due_on`;
    return sql`(select ${key}::text as key, ${CLOCK_COLUMNS} from deadlines d
      where ${PENDING} and ${owned} and ${after} and d.due_on <= ${to}::date and ${whose}
      order by ${order}, d.case_id, d.rule limit ${cap})`;
  });
  const { rows } = await tx.execute<ClockColumns & { key: AgendaGroupKey }>(sql`
    select d.*, ${CLOCK_CONTEXT}
    from (${sql.join(groups, sql` union all `)}) d ${JOIN_CLOCK_CONTEXT}
    order by d.due_on, d.case_id, d.rule`);
  return rows.map((row) => ({ group: row.key, row: clockRowOf(row) }));
}

/** One pending clock as a page draws it: the columns of `deadlines d`, then what its sentence needs of the case. */
export const CLOCK_COLUMNS = sql.raw(
  'd.case_id, d.rule, d.title, d.owed_by, d.starts_on, d.due_on, d.rule_due_on, d.due_at, d.latest_on',
);
export const CLOCK_CONTEXT = sql.raw(`
  c.number, c.stage, c.last_reading_on, c.last_contact_on, cl.name as client_name, p.name as plan_name, l.program,
  c.owner_id, u.name as owner_name, md.made_for,
  (coalesce(cardinality(dn.bases), 0) = 0
      or dn.bases && array['medical-necessity', 'experimental', 'emergency-or-urgent'])
    and (l.program is null or l.program not in ('medi-cal', 'medicare-medi-cal') or l.knox_keene) as may_go_to_imr`);
export const JOIN_CLOCK_CONTEXT = sql.raw(`
  join cases c on c.id = d.case_id
  join clients cl on cl.id = c.client_id
  left join plan_lines l on l.id = c.plan_line_id
  left join health_plans p on p.id = l.plan_id
  left join denials dn on dn.case_id = c.id
  left join users u on u.id = c.owner_id
  left join manual_deadlines md on md.case_id = d.case_id and d.rule = 'manual.' || md.id`);

export type ClockColumns = {
  case_id: string;
  rule: ClockId;
  title: string;
  owed_by: OwedBy;
  starts_on: LocalDate;
  due_on: LocalDate;
  rule_due_on: LocalDate | null;
  due_at: string | null;
  latest_on: LocalDate | null;
  number: string;
  stage: Stage;
  last_reading_on: LocalDate | null;
  last_contact_on: LocalDate | null;
  client_name: string;
  plan_name: string | null;
  program: Program | null;
  owner_id: string | null;
  owner_name: string | null;
  made_for: TaskReason | null;
  may_go_to_imr: boolean;
};

export const clockRowOf = (row: ClockColumns): ClockRow => ({
  caseId: row.case_id,
  caseNumber: row.number,
  rule: row.rule,
  title: row.title,
  owedBy: row.owed_by,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  ruleDueOn: row.rule_due_on,
  dueAt: instantOf(row.due_at),
  latestOn: row.latest_on,
  clientName: row.client_name,
  planName: row.plan_name,
  program: row.program,
  stage: row.stage,
  mayGoToImr: row.may_go_to_imr,
  lastReadingOn: row.last_reading_on,
  lastContactOn: row.last_contact_on,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  madeFor: row.made_for,
});

const instantOf = (at: string | null): Instant | null => (at === null ? null : instantOfDate(new Date(at)));

// ---------------------------------------------------------------- the list of cases

export type ListedCase = {
  readonly id: string;
  readonly number: string;
  readonly clientName: string;
  readonly language: Language;
  readonly languageNote: string;
  readonly planName: string | null;
  readonly ownerName: string | null;
  readonly stage: Stage;
  readonly urgent: boolean;
  /** Somebody else changed it since its reader looked. */
  readonly isUnread: boolean;
  /** With whom it waits and since when, where somebody said so. */
  readonly waiting: { readonly on: WaitingOn; readonly since: LocalDate } | null;
  readonly next: {
    readonly rule: ClockId;
    readonly owedBy: OwedBy;
    readonly startsOn: LocalDate;
    readonly dueOn: LocalDate;
  } | null;
  readonly lastReadingOn: LocalDate | null;
  readonly lastContactOn: LocalDate | null;
  readonly closed: { readonly at: Date; readonly outcome: CaseOutcome } | null;
};

export type CaseCounts = {
  /** Under the whole filter, on all pages. */
  readonly total: number;
  readonly totalPast: number;
  /** In the same list without what the chips narrow: what each of them would leave. */
  readonly past: number;
  readonly week: number;
  readonly urgent: number;
  readonly stuck: number;
  readonly unreached: number;
};

export type Named = { readonly id: string; readonly name: string };

export type CaseList = {
  readonly rows: readonly ListedCase[];
  readonly counts: CaseCounts;
  readonly plans: readonly Named[];
  /** Colleagues a case can go to. */
  readonly people: readonly Named[];
  /** The reader's own views and those shared in the office, by name. */
  readonly views: readonly SavedView[];
};

/** One page of the list of cases, what the chips would leave, and the names and views it offers. Three queries. */
export async function listCases(
  tx: Transaction,
  filter: ListFilter,
  actorId: string,
  today: LocalDate,
): Promise<CaseList> {
  const scope = scopeOf(filter, actorId);
  const narrow = narrowingOf(filter, today);
  const rows = await rowsOf(tx, filter, actorId, sql`${scope} and ${narrow}`, {
    limit: PAGE_SIZE,
    offset: (filter.page - 1) * PAGE_SIZE,
  });
  const counts = await tx.execute<CaseCounts>(sql`
    select count(*) filter (where ${narrow})::int as total,
      count(*) filter (where ${narrow} and c.next_due_on < ${today}::date)::int as "totalPast",
      count(*) filter (where c.next_due_on < ${today}::date)::int as past,
      count(*) filter (where ${dueBy(today, 7)})::int as week,
      count(*) filter (where c.urgent)::int as urgent,
      count(*) filter (where ${stuckIn(filter)})::int as stuck,
      count(*) filter (where ${UNREACHED})::int as unreached
    from cases c where ${scope}`);
  const names = await listNames(tx, actorId);
  return { rows, counts: counts.rows[0] ?? NO_CASES, ...names };
}

/** The plans, colleagues and views that a list of cases can be narrowed to. One query. */
export async function listNames(
  tx: Transaction,
  actorId: string,
): Promise<Pick<CaseList, 'plans' | 'people' | 'views'>> {
  const { rows } = await tx.execute<NameColumns>(sql`
    select 'plan' as kind, id, name, null::text as params, null::boolean as is_shared, null::boolean as is_own from health_plans
    union all
    select 'person', id, name, null, null, null from users where deactivated_at is null and role <> 'reviewer'
    union all
    select 'view', id, name, params, is_shared, user_id = ${actorId} from saved_views where removed_at is null
    order by name, id`);
  const named = (kind: NameColumns['kind']) => rows.filter((row) => row.kind === kind);
  return {
    plans: named('plan').map(({ id, name }) => ({ id, name })),
    people: named('person').map(({ id, name }) => ({ id, name })),
    views: named('view').map(savedViewOf),
  };
}

const NO_CASES: CaseCounts = { total: 0, totalPast: 0, past: 0, week: 0, urgent: 0, stuck: 0, unreached: 0 };

type NameColumns = SavedViewColumns & { kind: 'plan' | 'person' | 'view' };

type CaseColumns = {
  id: string;
  number: string;
  client_name: string;
  language: Language;
  language_note: string;
  plan_name: string | null;
  owner_name: string | null;
  stage: Stage;
  urgent: boolean;
  is_unread: boolean;
  waiting_on: WaitingOn | null;
  waiting_since_on: LocalDate | null;
  next_rule: ClockId | null;
  next_owed_by: OwedBy | null;
  next_starts_on: LocalDate | null;
  next_due_on: LocalDate | null;
  last_reading_on: LocalDate | null;
  last_contact_on: LocalDate | null;
  closed_at: string | null;
  outcome: CaseOutcome | null;
};

/** These cases, or a whole list without its pages; what the reader may not see is not among them. */
export const listUnpaged = (
  tx: Transaction,
  filter: ListFilter,
  actorId: string,
  today: LocalDate,
  caseIds: readonly string[],
  limit: number,
): Promise<ListedCase[]> => {
  const where =
    caseIds.length > 0
      ? sql`c.id = any(${sql.param(caseIds)}::uuid[])`
      : sql`${scopeOf(filter, actorId)} and ${narrowingOf(filter, today)}`;
  return rowsOf(tx, filter, actorId, where, { limit, offset: 0 });
};

/** The rows are cut before anything is joined, so that what is not shown is not read. */
async function rowsOf(
  tx: Transaction,
  filter: ListFilter,
  actorId: string,
  where: SQL,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ListedCase[]> {
  const order = orderOf(filter);
  const { rows } = await tx.execute<CaseColumns>(sql`
    select c.id, c.number, cl.name as client_name, cl.language, cl.language_note, p.name as plan_name, u.name as owner_name, c.stage,
      c.urgent, c.next_rule, c.next_owed_by, c.next_starts_on, c.next_due_on, c.last_reading_on, c.last_contact_on,
      c.closed_at, c.outcome, c.waiting_on, c.waiting_since_on, m.case_id is not null as is_unread
    from (
      select c.* from cases c ${filter.sort === 'client' ? sql`join clients cl on cl.id = c.client_id` : sql``}
      where ${where} order by ${order} limit ${limit} offset ${offset}
    ) c
    join clients cl on cl.id = c.client_id
    left join plan_lines l on l.id = c.plan_line_id
    left join health_plans p on p.id = l.plan_id
    left join users u on u.id = c.owner_id
    left join unread_marks m on m.user_id = ${actorId} and m.case_id = c.id
    order by ${order}`);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    clientName: row.client_name,
    language: row.language,
    languageNote: row.language_note,
    planName: row.plan_name,
    ownerName: row.owner_name,
    stage: row.stage,
    urgent: row.urgent,
    isUnread: row.is_unread,
    waiting:
      row.waiting_on && row.waiting_since_on ? { on: row.waiting_on, since: row.waiting_since_on } : null,
    next:
      row.next_rule && row.next_owed_by && row.next_starts_on && row.next_due_on
        ? {
            rule: row.next_rule,
            owedBy: row.next_owed_by,
            startsOn: row.next_starts_on,
            dueOn: row.next_due_on,
          }
        : null,
    lastReadingOn: row.last_reading_on,
    lastContactOn: row.last_contact_on,
    closed: row.closed_at && row.outcome ? { at: new Date(row.closed_at), outcome: row.outcome } : null,
  }));
}

const ORDERS: Readonly<Record<Sort, string>> = {
  due: 'c.next_due_on',
  client: 'lower(cl.name)',
  waiting: 'c.next_starts_on',
  contact: 'c.last_contact_on',
};

/** Descending is the exact reverse, unknown dates included, so that an index read backward serves it. */
function orderOf({ sort, descending, closed }: ListFilter): SQL {
  const column = sort === 'due' && closed ? 'c.closed_at' : ORDERS[sort];
  const isReversed = sort === 'due' && closed ? !descending : descending;
  return sql.raw(isReversed ? `${column} desc, c.id desc` : `${column}, c.id`);
}

/** Whose cases, in which state, of which kind: everything but what the chips narrow. */
function scopeOf(filter: ListFilter, actorId: string): SQL {
  const { state, ...choices } = conditionsOf(filter, actorId);
  return sql.join([state, ...Object.values(choices)], sql` and `);
}

/** A list's conditions apart from its chips, each for itself, so that one can be left out to see what it would leave. */
export function conditionsOf(filter: ListFilter, actorId: string) {
  const { who, stage, planId, regulator, language, query } = filter;
  const state = filter.closed ? sql`c.closed_at is not null` : sql`c.closed_at is null`;
  return {
    state: query === '' ? state : sql`${state} and ${foundUnder(query)}`,
    ...(who !== 'everyone' && {
      who:
        who === 'unassigned' ? sql`c.owner_id is null` : sql`c.owner_id = ${who === 'mine' ? actorId : who}`,
    }),
    ...(stage && { stage: sql`c.stage = ${stage}` }),
    ...(planId && {
      plan: sql`c.plan_line_id in (select l.id from plan_lines l where l.plan_id = ${planId})`,
    }),
    ...(regulator && { regulator: regulatedBy(regulator) }),
    ...(language && {
      language: sql`c.client_id in (select cl.id from clients cl where cl.language = ${language})`,
    }),
  };
}

/** A case without a line has a regulator nobody knows yet. */
const regulatedBy = (regulator: NonNullable<ListFilter['regulator']>): SQL =>
  regulator === 'unknown'
    ? sql`(c.plan_line_id is null or c.plan_line_id in (select l.id from plan_lines l where l.regulator = 'unknown'))`
    : sql`c.plan_line_id in (select l.id from plan_lines l where l.regulator = ${regulator})`;

/** What the chips, and the rarer filters on the next clock, narrow. */
export function narrowingOf(filter: ListFilter, today: LocalDate): SQL {
  const { due, side, urgent, stuck, unreached } = filter;
  const conditions = [sql`true`];
  if (due === 'past') conditions.push(sql`c.next_due_on < ${today}::date`);
  if (due === 'week') conditions.push(dueBy(today, 7));
  if (due === 'month') conditions.push(dueBy(today, 30));
  if (side)
    conditions.push(side === 'ours' ? sql`c.next_owed_by = 'client'` : sql`c.next_owed_by <> 'client'`);
  if (urgent) conditions.push(sql`c.urgent`);
  if (stuck) conditions.push(stuckIn(filter));
  if (unreached) conditions.push(UNREACHED);
  return sql.join(conditions, sql` and `);
}

/** Of open cases only, and told from their index alone. */
const stuckIn = ({ closed }: ListFilter): SQL => (closed ? sql`false` : sql`c.next_due_on is null`);
const UNREACHED = sql.raw(`c.id in (select md.case_id from manual_deadlines md
  where md.made_for = 'reach-client' and md.done_on is null and md.canceled_at is null)`);

const dueBy = (today: LocalDate, days: number): SQL =>
  sql`c.next_due_on between ${today}::date and ${addDays(today, days)}::date`;
