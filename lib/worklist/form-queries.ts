import { type SQL, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import type { ListFilter } from './list-filter.ts';
import { conditionsOf, narrowingOf } from './queries.ts';

export const FACETS = ['who', 'plan', 'stage', 'regulator', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** How many cases each choice of a filter would leave, the rest of the filter as it is; what is not named leaves none. */
export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** Counts what the choices under "Plan", "Language" and "More" would leave. One query, asked when one of them is opened. */
export async function countChoices(
  tx: Transaction,
  filter: ListFilter,
  actorId: string,
  today: LocalDate,
): Promise<FacetCounts> {
  const { state, ...chosen } = conditionsOf(filter, actorId);
  const holds = FACETS.map((facet) => sql`${chosen[facet] ?? sql`true`} as ${sql.raw(`${facet}_holds`)}`);
  const counted = FACETS.map((facet) => {
    const others = FACETS.filter((other) => other !== facet).map((other) => sql.raw(`${other}_holds`));
    return sql`select ${facet}::text as facet, ${VALUES[facet]} as value, count(*)::int as count from listed
      where ${sql.join(others, sql` and `)} group by 2`;
  });
  const { rows } = await tx.execute<{ facet: Facet; value: string; count: number }>(sql`
    with listed as materialized (
      select c.owner_id, c.stage, l.plan_id, l.regulator, cl.language, ${sql.join(holds, sql`, `)}
      from cases c join clients cl on cl.id = c.client_id left join plan_lines l on l.id = c.plan_line_id
      where ${state} and ${narrowingOf(filter, today)}
    ) ${sql.join(counted, sql` union all `)}`);
  const of = (facet: Facet) =>
    Object.fromEntries(rows.filter((row) => row.facet === facet).map(({ value, count }) => [value, count]));
  const owned = of('who');
  return {
    who: {
      ...owned,
      mine: owned[actorId] ?? 0,
      everyone: Object.values(owned).reduce((sum, count) => sum + count, 0),
    },
    plan: of('plan'),
    stage: of('stage'),
    regulator: of('regulator'),
    language: of('language'),
  };
}

const VALUES: Readonly<Record<Facet, SQL>> = {
  who: sql.raw(`coalesce(owner_id::text, 'unassigned')`),
  plan: sql.raw(`coalesce(plan_id::text, '')`),
  stage: sql.raw('stage'),
  regulator: sql.raw(`coalesce(regulator, 'unknown')`),
  language: sql.raw('language'),
};
