import { and, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import { cases, users } from '../db/schema.ts';
import { namedPeople, restrictions } from '../db/schema-access.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { RestrictionGround, Role } from '../db/vocabulary.ts';

export type Restriction = {
  readonly ground: RestrictionGround;
  readonly reason: string;
  /** Those named for good; who is named while covering is not among them. */
  readonly namedIds: readonly string[];
};

/** The restriction of a case that is locked, or null where it has none. */
export async function findRestriction(unit: UnitOfWork, caseId: string): Promise<Restriction | null> {
  const [row] = await unit.tx
    .select({ ground: restrictions.ground, reason: restrictions.reason })
    .from(restrictions)
    .where(eq(restrictions.caseId, caseId));
  if (!row) return null;
  const named = await unit.tx
    .select({ id: namedPeople.userId })
    .from(namedPeople)
    .where(and(eq(namedPeople.caseId, caseId), isNull(namedPeople.untilOn)))
    .orderBy(namedPeople.userId);
  return { ...row, namedIds: named.map(({ id }) => id) };
}

/** The restricted ones among these cases, each with the people named on it for good. */
export async function listRestricted(
  unit: UnitOfWork,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly role: Role }[]>> {
  const rows = await unit.tx
    .select({ caseId: restrictions.caseId, id: users.id, role: users.role })
    .from(restrictions)
    .leftJoin(namedPeople, and(eq(namedPeople.caseId, restrictions.caseId), isNull(namedPeople.untilOn)))
    .leftJoin(users, and(eq(users.id, namedPeople.userId), isNull(users.deactivatedAt)))
    .where(inArray(restrictions.caseId, [...caseIds]));
  return new Map(
    [...Map.groupBy(rows, ({ caseId }) => caseId)].map(([caseId, named]) => [
      caseId,
      named.flatMap(({ id, role }) => (id && role ? [{ id, role }] : [])),
    ]),
  );
}

/** Those of the ids given who can sign in and work cases. */
export async function listCaseworkersAmong(
  unit: UnitOfWork,
  ids: readonly string[],
): Promise<{ id: string; role: Role }[]> {
  return unit.tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.deactivatedAt), ne(users.role, 'reviewer')));
}

/** People before the restriction: once it stands, nobody unnamed can write about the case, its author included. */
export async function insertRestriction(
  unit: UnitOfWork,
  caseId: string,
  restriction: Restriction & { readonly restrictedBy: string },
): Promise<void> {
  const { officeId } = unit.actor;
  const { namedIds, ...entry } = restriction;
  await namePeople(unit, caseId, namedIds, restriction.restrictedBy);
  await unit.tx.insert(restrictions).values({ caseId, officeId, restrictedAt: unit.now, ...entry });
  await moveToNextVersion(unit, caseId);
}

/** Names people for good, those who were named for a while included. */
export async function namePeople(
  unit: UnitOfWork,
  caseId: string,
  ids: readonly string[],
  namedBy: string,
): Promise<void> {
  if (ids.length === 0) return;
  const { today, now, actor } = unit;
  await unit.tx
    .insert(namedPeople)
    .values(
      ids.map((userId) => ({
        caseId,
        userId,
        officeId: actor.officeId,
        fromOn: today,
        untilOn: null,
        namedBy,
        namedAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [namedPeople.caseId, namedPeople.userId],
      set: { untilOn: null, fromOn: sql`least(${namedPeople.fromOn}, excluded.from_on)` },
    });
}

/** Makes `ids` the people named for good; who is named while covering stays. */
export async function replaceNamedPeople(
  unit: UnitOfWork,
  caseId: string,
  ids: readonly string[],
  namedBy: string,
): Promise<void> {
  await unit.tx
    .delete(namedPeople)
    .where(
      and(
        eq(namedPeople.caseId, caseId),
        isNull(namedPeople.untilOn),
        notInArray(namedPeople.userId, [...ids]),
      ),
    );
  await namePeople(unit, caseId, ids, namedBy);
  await moveToNextVersion(unit, caseId);
}

/** The restriction before its people: once nobody is named, nobody could delete it. */
export async function deleteRestriction(unit: UnitOfWork, caseId: string): Promise<void> {
  await unit.tx.delete(restrictions).where(eq(restrictions.caseId, caseId));
  await unit.tx.delete(namedPeople).where(eq(namedPeople.caseId, caseId));
  await moveToNextVersion(unit, caseId);
}

const moveToNextVersion = (unit: UnitOfWork, caseId: string) =>
  unit.tx
    .update(cases)
    .set({ version: sql`${cases.version} + 1` })
    .where(eq(cases.id, caseId));

/** Names every administrator but the case's owner; where the office has no other, its supervisors. Answers whom. */
export async function nameLeadersInstead(unit: UnitOfWork, caseId: string): Promise<string[]> {
  const leaders = await unit.tx
    .select({ id: users.id, role: users.role, restrictedBy: restrictions.restrictedBy })
    .from(restrictions)
    .innerJoin(cases, eq(cases.id, restrictions.caseId))
    .innerJoin(
      users,
      and(
        inArray(users.role, ['supervisor', 'administrator']),
        isNull(users.deactivatedAt),
        sql`${users.id} is distinct from ${cases.ownerId}`,
      ),
    )
    .where(eq(restrictions.caseId, caseId))
    .orderBy(users.id);
  const administrators = leaders.filter(({ role }) => role === 'administrator');
  const chosen = administrators.length > 0 ? administrators : leaders;
  // No person decides this one: it stands under whoever restricted the case.
  for (const { id, restrictedBy } of chosen) await namePeople(unit, caseId, [id], restrictedBy);
  return chosen.map(({ id }) => id);
}
