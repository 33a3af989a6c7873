import type pg from 'pg';
import type { Screen } from './screens.ts';
import type { Statement } from './statements.ts';

/** What the database touches to answer a screen, in pages of eight kilobytes: the same each time, unlike the time it takes. */
export async function pagesTouched(
  client: pg.ClientBase,
  { actor }: Pick<Screen, 'actor'>,
  today: string,
  statements: readonly Statement[],
): Promise<number> {
  let touched = 0;
  await client.query('begin read only');
  // In a small office a whole table is as quick as its index; what counts is what a large one does.
  await client.query('set local enable_seqscan = off');
  await client.query(
    `select set_config('app.office_id', $1, true), set_config('app.user_id', $2, true), set_config('app.role', $3, true),
      set_config('app.today', $4, true)`,
    [actor.officeId, actor.userId, actor.role, today],
  );
  for (const { text, values } of statements) {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `explain (analyze, buffers, timing off, format json) ${text}`,
      [...values],
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
    touched += (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  }
  await client.query('rollback');
  return touched;
}
