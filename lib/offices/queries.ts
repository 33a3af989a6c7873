import { asc, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { offices } from '../db/schema.ts';
import type { SecondFactorScope } from '../db/vocabulary.ts';

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

export type OfficeSettings = Office & {
  readonly timeZone: string;
  readonly secondFactorFor: SecondFactorScope;
  readonly idleLockMinutes: number;
  readonly retentionYears: number;
  readonly createdAt: Date;
  /** Active caseworkers and reviewers who have no authenticator: they set one up once everybody needs one. */
  readonly withoutFactorCount: number;
};

/** The settings of the office the transaction is in. */
export async function readOffice(tx: Transaction): Promise<OfficeSettings> {
  const [office] = await tx
    .select({
      id: offices.id,
      name: offices.name,
      phone: offices.phone,
      timeZone: offices.timeZone,
      secondFactorFor: offices.secondFactorFor,
      idleLockMinutes: offices.idleLockMinutes,
      retentionYears: offices.retentionYears,
      createdAt: offices.createdAt,
      withoutFactorCount: sql<number>`(select count(*)::int from users u
        where u.deactivated_at is null and u.role not in ('supervisor', 'administrator')
        and not exists (select from second_factors f where f.user_id = u.id and f.confirmed_at is not null))`,
    })
    .from(offices);
  if (!office) throw new Error('the office is not there');
  return office;
}

/** The phone of the office the transaction is in; empty where the office has none or is not there. */
export async function readOfficePhone(tx: Transaction): Promise<string> {
  const [office] = await tx.select({ phone: offices.phone }).from(offices).limit(1);
  return office?.phone ?? '';
}
