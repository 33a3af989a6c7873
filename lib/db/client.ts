import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { withoutValues } from './database-error.ts';
import * as schema from './schema.ts';

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export type Connection = { readonly db: Database; readonly pool: pg.Pool };

/** Opens a pool; the caller ends it. */
export function connect(url: string, options: { max?: number; name?: string } = {}): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? 'recourse',
    // A lock held longer than this is a stuck writer; failing lets the person retry. The default price of a random page
    // is that of a spinning disk, for which the planner would read whole tables rather than their indexes.
    options: '-c lock_timeout=10000 -c statement_timeout=60000 -c random_page_cost=1.1',
  });
  // Without a listener an idle connection cut by a database restart would end the process.
  pool.on('error', () => undefined);
  const db = drizzle({ client: pool, schema });
  const transact = db.transaction.bind(db);
  db.transaction = async (work, config) => {
    try {
      return await transact(work, config);
    } catch (error) {
      throw withoutValues(error);
    }
  };
  return { db, pool };
}
