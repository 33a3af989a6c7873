import { and, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { suppressions } from '../db/schema-reminders.ts';
import type { SuppressionScope } from '../db/vocabulary.ts';

/** Which of these addresses get no mail now, or only what is essential; by the address in lower case. */
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
  return new Map(
    lowered.map((address) => [
      address,
      new Set(rows.filter((row) => row.address === address).map(({ scope }) => scope)),
    ]),
  );
}
