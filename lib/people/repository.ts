import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { users } from '../db/schema.ts';
import { accessLinks } from '../db/schema-access.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { LinkPurpose, Role } from '../db/vocabulary.ts';

export type NewPerson = Pick<typeof users.$inferInsert, 'name' | 'email' | 'role'>;

/** Stores a person, who has no password yet; null when some office has an account with that e-mail. */
export async function insertPerson(unit: UnitOfWork, entry: NewPerson): Promise<string | null> {
  const [row] = await unit.tx
    .insert(users)
    .values({ officeId: unit.actor.officeId, createdAt: unit.now, ...entry })
    .onConflictDoNothing()
    .returning({ id: users.id });
  return row?.id ?? null;
}

/**
 * Locks the office's administrators too, so that two of them cannot take the role from each other at once, and whoever
 * else is given, in one order. What the person owns is counted once nobody can hand them a case any more.
 */
export async function lockPerson(unit: UnitOfWork, personId: string, othersToo: readonly string[] = []) {
  const locked = await unit.tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      deactivatedAt: users.deactivatedAt,
      hasPassword: sql<boolean>`${users.passwordHash} is not null`,
    })
    .from(users)
    .where(
      or(
        inArray(users.id, [personId, ...othersToo]),
        and(eq(users.role, 'administrator'), isNull(users.deactivatedAt)),
      ),
    )
    .orderBy(users.id)
    // No stronger: whoever saves on a case refers to these people, and must not wait for who waits for the case.
    .for('no key update');
  const found = locked.find(({ id }) => id === personId);
  const person = found ? { ...found, openCaseCount: (await countOwned(unit, personId)).all } : null;
  const otherAdministrators = locked.filter(
    ({ id, role, deactivatedAt }) => id !== personId && role === 'administrator' && !deactivatedAt,
  );
  return { person, otherAdministratorCount: otherAdministrators.length };
}

/** How many open cases are a person's: those that the actor may know of, and all of them, asked as the person. */
export async function countOwned(
  unit: UnitOfWork,
  personId: string,
): Promise<{ readonly seen: number; readonly all: number }> {
  const count = async () => {
    const { rows } = await unit.tx.execute<{ count: number }>(
      sql`select count(*)::int as count from cases c where c.closed_at is null and c.owner_id = ${personId}`,
    );
    return rows[0]?.count ?? 0;
  };
  return { seen: await count(), all: await asPerson(unit, personId, count) };
}

/** Reads what somebody else may know of, and is the actor again. */
async function asPerson<T>(unit: UnitOfWork, personId: string, read: () => Promise<T>): Promise<T> {
  const become = (id: string) => unit.tx.execute(sql`select set_config('app.user_id', ${id}, true)`);
  await become(personId);
  const found = await read();
  await become(unit.actor.kind === 'user' ? unit.actor.userId : '');
  return found;
}

/**
 * How many open restricted cases would have nobody left to hand them over without this person: no other supervisor or
 * administrator is named for good besides the owner. Asked as the person, since who is not named sees none of them.
 */
export async function countCasesLedAlone(unit: UnitOfWork, personId: string): Promise<number> {
  return asPerson(unit, personId, async () => {
    const { rows } = await unit.tx.execute<{ count: number }>(sql`
      select count(*)::int as count from cases c
      where c.closed_at is null and c.owner_id is distinct from ${personId}
        and exists (select from named_people n where n.case_id = c.id and n.user_id = ${personId} and n.until_on is null)
        and exists (select from restrictions r where r.case_id = c.id)
        and not exists (
          select from named_people n join users u on u.id = n.user_id
          where n.case_id = c.id and n.user_id <> ${personId} and n.user_id is distinct from c.owner_id
            and n.until_on is null and u.deactivated_at is null and u.role in ('supervisor', 'administrator'))`);
    return rows[0]?.count ?? 0;
  });
}

/** Ends the account or, with null, gives it back. */
export async function setDeactivated(unit: UnitOfWork, personId: string, at: Date | null): Promise<void> {
  await unit.tx.update(users).set({ deactivatedAt: at }).where(eq(users.id, personId));
}

export async function setRole(unit: UnitOfWork, personId: string, role: Role): Promise<void> {
  await unit.tx.update(users).set({ role }).where(eq(users.id, personId));
}

// ---------------------------------------------------------------- mailed links

export async function insertLink(
  unit: UnitOfWork,
  link: { personId: string; purpose: LinkPurpose; tokenHash: string; expiresAt: Date },
): Promise<string> {
  const { personId, ...entry } = link;
  const [row] = await unit.tx
    .insert(accessLinks)
    .values({
      ...entry,
      officeId: unit.actor.officeId,
      userId: personId,
      createdAt: unit.now,
      createdBy: unit.actor.kind === 'user' ? unit.actor.userId : null,
    })
    .returning({ id: accessLinks.id });
  if (!row) throw new Error('a link was not stored');
  return row.id;
}

/** Uses a link up; false when it was used, withdrawn or ran out in the meantime. */
export async function useLink(unit: UnitOfWork, linkId: string): Promise<boolean> {
  const used = await unit.tx
    .update(accessLinks)
    .set({ usedAt: unit.now })
    .where(
      and(
        eq(accessLinks.id, linkId),
        isNull(accessLinks.usedAt),
        isNull(accessLinks.withdrawnAt),
        sql`${accessLinks.expiresAt} > ${unit.now}`,
      ),
    )
    .returning({ id: accessLinks.id });
  return used.length > 0;
}

/** Withdraws the person's links that were neither used nor withdrawn, of one purpose or of all; says how many. */
export async function withdrawLinks(
  unit: UnitOfWork,
  personId: string,
  options: { purpose?: LinkPurpose; exceptId?: string } = {},
): Promise<number> {
  const { purpose, exceptId } = options;
  const withdrawn = await unit.tx
    .update(accessLinks)
    .set({ withdrawnAt: unit.now })
    .where(
      and(
        eq(accessLinks.userId, personId),
        isNull(accessLinks.usedAt),
        isNull(accessLinks.withdrawnAt),
        purpose && eq(accessLinks.purpose, purpose),
        exceptId === undefined ? undefined : ne(accessLinks.id, exceptId),
      ),
    )
    .returning({ id: accessLinks.id });
  return withdrawn.length;
}
