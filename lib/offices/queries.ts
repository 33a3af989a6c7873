import { asc, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { offices } from '../db/schema.ts';

export type Office = { readonly id: string; readonly name: string; readonly phone: string };

/** Every office of this database, for setup and the scheduled work, which act while nobody is signed in. */
export async function listOffices(db: Database): Promise<Office[]> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('app.purpose', 'list-offices', true)`);
      return tx
        .select({ id: offices.id, name: offices.name, phone: offices.phone })
        .from(offices)
        .orderBy(asc(offices.createdAt), asc(offices.id));
    },
    { accessMode: 'read only' },
  );
}
