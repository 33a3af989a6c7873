import { asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import type { Role } from '../db/vocabulary.ts';

export type ListedPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly deactivatedAt: Date | null;
  readonly openCaseCount: number;
};

const COLUMNS = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  createdAt: users.createdAt,
  deactivatedAt: users.deactivatedAt,
  openCaseCount: sql<number>`(select count(*)::int from cases c where c.closed_at is null and c.owner_id = users.id)`,
} as const;

/** Everybody of the office, those who can sign in first. One query. */
export const listPeople = (tx: Transaction): Promise<ListedPerson[]> =>
  tx
    .select(COLUMNS)
    .from(users)
    .orderBy(sql`${users.deactivatedAt} is not null`, asc(users.name), asc(users.id));

/** One person of the office, or null when it has none by that id. */
export async function readPerson(tx: Transaction, personId: string): Promise<ListedPerson | null> {
  const [person] = await tx.select(COLUMNS).from(users).where(eq(users.id, personId));
  return person ?? null;
}
