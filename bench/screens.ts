import type { UserActor } from '../lib/access/actor.ts';
import type { LocalDate } from '../lib/calendar/local-date.ts';
import type { Transaction } from '../lib/db/client.ts';
import type { Role } from '../lib/db/vocabulary.ts';
import { parseListFilter, type SearchParams } from '../lib/worklist/list-filter.ts';
import { listCases, readAgenda } from '../lib/worklist/queries.ts';
import { reviewTeam } from '../lib/workload/queries.ts';
import { findsOf } from './finds.ts';
import type { GeneratedOffice } from './generate/office.ts';
import type { Statement } from './statements.ts';

/** A screen as somebody opens it. */
export type Screen = {
  readonly name: string;
  readonly actor: UserActor;
  read(tx: Transaction): Promise<unknown>;
  /** The indexes that answer it, as patterns. */
  readonly indexes: readonly string[];
  /** The least that any implementation would have to ask for it, written by hand. */
  readonly bare: readonly Statement[];
};

/** The screens that must stay quick however large the office is. */
export function screensOf(office: GeneratedOffice): Screen[] {
  const { today, id: officeId } = office;
  const caseworker = actorOf(office, 'caseworker');
  const supervisor = actorOf(office, 'supervisor');
  const planId = office.plans[0]?.id ?? '';

  const list = (
    name: string,
    actor: UserActor,
    search: SearchParams,
    screen: Pick<Screen, 'bare' | 'indexes'>,
    query = '',
  ) => {
    const home = actor === caseworker ? 'mine' : 'everyone';
    const filter = parseListFilter(search, home, { query, sealedQuery: '' });
    return { name, actor, ...screen, read: (tx: Transaction) => listCases(tx, filter, actor.userId, today) };
  };
  const mine = (page: number) => ({
    indexes: ['cases_open_by_owner_due'],
    bare: bareList(
      `c.office_id = $1 and c.owner_id = $2 and c.closed_at is null`,
      [officeId, caseworker.userId],
      page,
    ),
  });
  const everyone = (page: number) => ({
    indexes: ['cases_open_by_due'],
    bare: bareList('c.office_id = $1 and c.closed_at is null', [officeId], page),
  });
  const search = (name: string, typed: string, terms: readonly string[]) =>
    list(
      name,
      caseworker,
      {},
      { indexes: ['case_search_terms_by_term'], bare: bareSearch(officeId, terms) },
      typed,
    );

  return [
    list('cases-mine', caseworker, {}, mine(1)),
    list('cases-mine-page-2', caseworker, { page: '2' }, mine(2)),
    list(
      'cases-mine-filtered',
      caseworker,
      { stage: 'imr-open', due: 'month', plan: planId },
      {
        // By owner, by stage or by plan: which is the shortest way depends on the office.
        indexes: ['cases_open_by_(?:owner_due|stage_due|line)'],
        bare: bareList(
          `c.office_id = $1 and c.owner_id = $2 and c.closed_at is null and c.stage = 'imr-open'
          and c.next_due_on between $3::date and $3::date + 30
          and c.plan_line_id in (select id from plan_lines where plan_id = $4)`,
          [officeId, caseworker.userId, today, planId],
        ),
      },
    ),
    list('cases-everyone', supervisor, {}, everyone(1)),
    list('cases-everyone-page-40', supervisor, { page: '40' }, everyone(40)),
    list(
      'cases-everyone-filtered',
      supervisor,
      { stage: 'grievance', due: 'week' },
      {
        indexes: ['cases_open_by_stage_due'],
        bare: bareList(
          `c.office_id = $1 and c.closed_at is null and c.stage = 'grievance'
          and c.next_due_on between $2::date and $2::date + 7`,
          [officeId, today],
        ),
      },
    ),
    list(
      'cases-closed',
      supervisor,
      { closed: '1' },
      {
        indexes: ['cases_closed'],
        bare: bareList(
          'c.office_id = $1 and c.closed_at is not null',
          [officeId],
          1,
          'c.closed_at desc, c.id desc',
        ),
      },
    ),
    search('search-name', 'Villaseñor Rosario', ['villasenor', 'rosario']),
    search('search-prefix', 'ga', ['ga']),
    search('search-number', '2026-000123', ['2026000123']),
    ...findsOf(officeId, caseworker),
    {
      name: 'today-mine',
      actor: caseworker,
      read: (tx) => readAgenda(tx, [caseworker.userId], today),
      indexes: ['deadlines_pending_by_owner'],
      bare: bareAgenda('d.office_id = $1 and d.owner_id = $3', [officeId, today, caseworker.userId]),
    },
    {
      name: 'today-everyone',
      actor: supervisor,
      read: (tx) => readAgenda(tx, null, today),
      indexes: ['deadlines_pending_by_due'],
      bare: bareAgenda('d.office_id = $1', [officeId, today]),
    },
    {
      name: 'team',
      actor: supervisor,
      read: (tx) => reviewTeam(tx, today),
      indexes: ['deadlines_pending_by_due', 'cases_open_by_owner_due'],
      bare: bareReview(officeId, today),
    },
  ];
}

/** The first of a role; the first caseworker is the busiest. */
function actorOf({ id, people }: GeneratedOffice, wanted: Role): UserActor {
  const person = people.find(({ role }) => role === wanted);
  if (!person) throw new Error(`the office has no ${wanted}`);
  return { kind: 'user', userId: person.id, officeId: id, name: person.name, role: wanted, language: 'en' };
}

const columns = 'c.id, c.number, cl.name, c.stage, c.next_due_on';
const pageSize = 25;

const bareList = (
  where: string,
  values: readonly unknown[],
  page = 1,
  order = 'c.next_due_on, c.id',
): Statement[] => [
  {
    text: `select ${columns} from cases c join clients cl on cl.id = c.client_id where ${where}
      order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`,
    values,
  },
  { text: `select count(*) from cases c where ${where}`, values },
];

function bareSearch(officeId: string, terms: readonly string[]): Statement[] {
  const found = terms.map(
    (_, index) => `c.id in (select t.case_id from case_search_terms t where t.office_id = $1
      and t.source = 'case' and t.term >= $${index + 2} and t.term < $${index + 2} || chr(1114111))`,
  );
  return bareList(`c.office_id = $1 and c.closed_at is null and ${found.join(' and ')}`, [
    officeId,
    ...terms,
  ]);
}

function bareAgenda(owned: string, values: readonly unknown[]): Statement[] {
  const pending = `d.outcome = 'pending' and d.kind <> 'information' and ${owned}`;
  return [
    {
      text: `select d.rule, d.due_on, c.number, cl.name from deadlines d join cases c on c.id = d.case_id
        join clients cl on cl.id = c.client_id where ${pending} and d.due_on >= $2 order by d.due_on limit 48`,
      values,
    },
    {
      text: `select d.due_on, d.owed_by, count(*) from deadlines d
        where ${pending} and d.due_on <= $2::date + 30 group by 1, 2`,
      values,
    },
  ];
}

function bareReview(officeId: string, today: LocalDate): Statement[] {
  const pending = `d.office_id = $1 and d.outcome = 'pending' and d.kind <> 'information'`;
  return [
    {
      text: `select d.rule, d.due_on, c.number, cl.name from deadlines d join cases c on c.id = d.case_id
        join clients cl on cl.id = c.client_id where ${pending} and d.due_on < $2 order by d.due_on desc limit 24`,
      values: [officeId, today],
    },
    {
      text: `select d.owner_id, d.due_on < $2::date, count(*) from deadlines d
        where ${pending} and d.due_on < $2::date + 42 group by 1, 2`,
      values: [officeId, today],
    },
    {
      text: 'select c.owner_id, count(*) from cases c where c.office_id = $1 and c.closed_at is null group by 1',
      values: [officeId],
    },
  ];
}
