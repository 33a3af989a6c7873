import type { TestOffice } from './office.ts';

const RULE = [
  ['cases', 'cases_owned'],
  ['users', 'users_leave_no_case'],
] as const;

/**
 * Writes as an office could before the rule that every open case belongs to somebody who works there: its database may
 * hold such rows still.
 */
export async function writeBeforeTheRule(
  { owner }: Pick<TestOffice, 'owner'>,
  statement: string,
  values: readonly unknown[],
): Promise<void> {
  const client = await owner.pool.connect();
  try {
    await client.query('begin');
    for (const [table, trigger] of RULE)
      await client.query(`alter table ${table} disable trigger ${trigger}`);
    await client.query(statement, [...values]);
    for (const [table, trigger] of RULE) await client.query(`alter table ${table} enable trigger ${trigger}`);
    await client.query('commit');
  } finally {
    client.release();
  }
}
