import { and, inArray, isNull, sql } from 'drizzle-orm';
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

/**
 * The addresses that stand barred, the latest first. Only those of people the reader may know of: an address of a client
 * of a restricted case is not among them, nor one that nobody has any more.
 */
export async function listStanding(tx: Transaction, limit: number): Promise<StandingSuppression[]> {
  const { rows } = await tx.execute<{
    id: string;
    address: string;
    ground: SuppressionGround;
    scope: SuppressionScope;
    since: string;
    whose: 'client' | 'staff';
    name: string;
    case_id: string | null;
    number: string | null;
  }>(sql`
    select distinct on (s.since, s.id) s.id, s.address, s.ground, s.scope, s.since, p.whose, p.name, p.case_id, p.number
    from ${suppressions} s
    join (
      select 'client' as whose, lower(k.email) as address, k.name, c.id as case_id, c.number
      from clients k left join cases c on c.client_id = k.id
      where lower(k.email) in (select address from ${suppressions} where lifted_at is null)
      union all
      select 'staff', lower(u.email), u.name, null, null from users u
    ) p on p.address = s.address
    where s.lifted_at is null
    order by s.since desc, s.id, p.number desc nulls last
    limit ${limit}`);
  return rows.map(({ since, case_id, number, ...row }) => ({
    ...row,
    since: new Date(since),
    caseId: case_id,
    caseNumber: number,
  }));
}
