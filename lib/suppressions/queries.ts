import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { suppressions } from '../db/schema-reminders.ts';
import type { SuppressionGround, SuppressionScope } from '../db/vocabulary.ts';

/** What each of these addresses is barred from now, by the address in lower case; one that is not there gets everything. */
export async function standingFor(
  tx: Transaction,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<SuppressionScope>>> {
  const lowered = [...new Set(addresses.filter(Boolean).map((address) => address.toLowerCase()))];
  if (lowered.length === 0) return new Map();
  const rows = await tx
    .select({ address: suppressions.address, scope: suppressions.scope })
    .from(suppressions)
    .where(and(inArray(suppressions.address, lowered), isNull(suppressions.liftedAt)));
  const standing = new Map<string, Set<SuppressionScope>>();
  for (const { address, scope } of rows)
    standing.set(address, (standing.get(address) ?? new Set()).add(scope));
  return standing;
}

/** An address that gets no mail, or no nudges, and whose it is. */
export type StandingSuppression = {
  readonly id: string;
  readonly address: string;
  readonly ground: SuppressionGround;
  readonly scope: SuppressionScope;
  readonly since: Date;
  readonly whose: 'client' | 'staff';
  readonly name: string;
  /** The client's latest case that the reader may know of. */
  readonly caseId: string | null;
  readonly caseNumber: string | null;
};

type Person = Pick<StandingSuppression, 'whose' | 'name' | 'caseId' | 'caseNumber'> & {
  readonly address: string;
};

/**
 * The addresses that stand barred, the latest first, or `only` that one. Only those of people the reader may know of: an
 * address of a client of a restricted case is not among them, nor one that nobody has any more. Two queries, each of
 * which reads every person once at the most.
 */
export async function listStanding(
  tx: Transaction,
  limit: number,
  only: string | null = null,
): Promise<StandingSuppression[]> {
  const { id, address, ground, scope, since, liftedAt } = suppressions;
  const standing = await tx
    .select({ id, address, ground, scope, since })
    .from(suppressions)
    .where(and(isNull(liftedAt), only === null ? undefined : eq(id, only)))
    .orderBy(desc(since), asc(id));
  const whose = await peopleAt(
    tx,
    standing.map((each) => each.address),
  );
  return standing
    .flatMap((each) => {
      const person = whose.get(each.address);
      return person ? [{ ...each, ...person }] : [];
    })
    .slice(0, limit);
}

/** Whose each address is; of several people with one, the client with the latest case. */
async function peopleAt(tx: Transaction, addresses: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (addresses.length === 0) return new Map();
  const sought = sql`any(${sql.param([...addresses])}::text[])`;
  const { rows } = await tx.execute<Person & Record<string, unknown>>(sql`
    select 'client' as whose, lower(k.email) as address, k.name, c.id as "caseId", c.number as "caseNumber"
    from clients k left join cases c on c.client_id = k.id where lower(k.email) = ${sought}
    union all
    select 'staff', lower(u.email), u.name, null, null from users u where lower(u.email) = ${sought}
    order by "caseNumber" nulls first, whose desc`);
  return new Map(rows.map((person) => [person.address, person]));
}
