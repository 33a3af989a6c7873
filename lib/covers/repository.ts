import { and, count, eq, exists, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cases, deadlines, users } from '../db/schema.ts';
import { covers, namedPeople, restrictions } from '../db/schema-access.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Arrangement, CoverPerson, Days } from './rules.ts';

/** The people of the office behind these ids, locked: nobody arranges a second cover for one of them meanwhile. */
export async function lockPeople(unit: UnitOfWork, ids: readonly string[]): Promise<CoverPerson[]> {
  const rows = await unit.tx
    .select({ id: users.id, name: users.name, role: users.role, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(inArray(users.id, [...ids]))
    .orderBy(users.id)
    .for('no key update');
  return rows.map(({ deactivatedAt, ...person }) => ({ ...person, isActive: deactivatedAt === null }));
}

/** Every cover of the office that was not called off and is not over. */
export async function listArrangements(unit: UnitOfWork): Promise<Arrangement[]> {
  const absent = alias(users, 'absent');
  const cover = alias(users, 'cover');
  return unit.tx
    .select({
      absentId: covers.absentId,
      absentName: absent.name,
      coverId: covers.coverId,
      coverName: cover.name,
      fromOn: covers.fromOn,
      untilOn: covers.untilOn,
    })
    .from(covers)
    .innerJoin(absent, eq(absent.id, covers.absentId))
    .innerJoin(cover, eq(cover.id, covers.coverId))
    .where(and(isNull(covers.endedAt), gte(covers.untilOn, unit.today)))
    .orderBy(covers.fromOn, covers.id);
}

type NewCover = Days & {
  readonly absentId: string;
  readonly coverId: string;
  readonly note: string;
  readonly arrangedBy: string;
};

export async function insertCover(unit: UnitOfWork, cover: NewCover): Promise<string> {
  const [row] = await unit.tx
    .insert(covers)
    .values({ officeId: unit.actor.officeId, arrangedAt: unit.now, ...cover })
    .returning({ id: covers.id });
  if (!row) throw new Error('a cover was not stored');
  return row.id;
}

/** Of these cases the open restricted ones of `ownerId` that `actorId` is named on for good. */
export async function listCasesToOpen(
  unit: UnitOfWork,
  caseIds: readonly string[],
  ownerId: string,
  actorId: string,
): Promise<string[]> {
  if (caseIds.length === 0) return [];
  const rows = await unit.tx
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(restrictions, eq(restrictions.caseId, cases.id))
    .innerJoin(
      namedPeople,
      and(eq(namedPeople.caseId, cases.id), eq(namedPeople.userId, actorId), isNull(namedPeople.untilOn)),
    )
    .where(and(inArray(cases.id, [...caseIds]), eq(cases.ownerId, ownerId), isNull(cases.closedAt)))
    .orderBy(cases.id);
  return rows.map(({ id }) => id);
}

/** Names somebody on restricted cases for these days; who is named for good stays so, and days that meet become one stretch. */
export async function nameForDays(
  unit: UnitOfWork,
  caseIds: readonly string[],
  userId: string,
  { fromOn, untilOn }: Days,
  namedBy: string,
): Promise<void> {
  if (caseIds.length === 0) return;
  const { actor, now } = unit;
  await unit.tx
    .insert(namedPeople)
    .values(
      caseIds.map((caseId) => ({
        caseId,
        userId,
        officeId: actor.officeId,
        fromOn,
        untilOn,
        namedBy,
        namedAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [namedPeople.caseId, namedPeople.userId],
      set: {
        fromOn: sql`case when ${namedPeople.untilOn} < ${unit.today} then excluded.from_on
          else least(${namedPeople.fromOn}, excluded.from_on) end`,
        untilOn: sql`case when ${namedPeople.untilOn} is null then null
          else greatest(${namedPeople.untilOn}, excluded.until_on) end`,
        // The cover that names is arranged at that moment: one arranged later opens nothing by an older naming.
        namedAt: sql`case when ${namedPeople.untilOn} is null then ${namedPeople.namedAt} else excluded.named_at end`,
      },
    });
}

export type StandingCover = Days & {
  readonly id: string;
  readonly absentId: string;
  readonly coverId: string;
  readonly endedAt: Date | null;
};

export async function lockCover(unit: UnitOfWork, id: string): Promise<StandingCover | null> {
  const [row] = await unit.tx
    .select({
      id: covers.id,
      absentId: covers.absentId,
      coverId: covers.coverId,
      fromOn: covers.fromOn,
      untilOn: covers.untilOn,
      endedAt: covers.endedAt,
    })
    .from(covers)
    .where(eq(covers.id, id))
    .for('update');
  return row ?? null;
}

export async function markEnded(unit: UnitOfWork, id: string, endedBy: string): Promise<void> {
  await unit.tx.update(covers).set({ endedAt: unit.now, endedBy }).where(eq(covers.id, id));
}

/** Takes somebody off the restricted cases of `absentId` they were named on for the days of a cover; answers which. */
export async function unnameCover(
  unit: UnitOfWork,
  { absentId, coverId }: Pick<StandingCover, 'absentId' | 'coverId'>,
): Promise<string[]> {
  const rows = await unit.tx
    .delete(namedPeople)
    .where(
      and(
        eq(namedPeople.userId, coverId),
        isNotNull(namedPeople.untilOn),
        exists(
          unit.tx
            .select({ id: cases.id })
            .from(cases)
            .where(and(eq(cases.id, namedPeople.caseId), eq(cases.ownerId, absentId))),
        ),
      ),
    )
    .returning({ caseId: namedPeople.caseId });
  return rows.map(({ caseId }) => caseId);
}

/** How many open cases of a person, and clocks on them, come with a cover: the restricted ones that name it, and no other. */
export async function countCovered(
  unit: UnitOfWork,
  { absentId, coverId }: Pick<StandingCover, 'absentId' | 'coverId'>,
): Promise<{ caseCount: number; clockCount: number }> {
  const comes = (caseId: typeof cases.id | typeof deadlines.caseId) => sql`(
    not exists (select 1 from ${restrictions} r where r.case_id = ${caseId})
    or exists (select 1 from ${namedPeople} n where n.case_id = ${caseId} and n.user_id = ${coverId}))`;
  const [held] = await unit.tx
    .select({ caseCount: count() })
    .from(cases)
    .where(and(eq(cases.ownerId, absentId), isNull(cases.closedAt), comes(cases.id)));
  const [running] = await unit.tx
    .select({ clockCount: count() })
    .from(deadlines)
    .where(
      and(
        eq(deadlines.ownerId, absentId),
        sql`${deadlines.outcome} = 'pending' and ${deadlines.kind} <> 'information'`,
        comes(deadlines.caseId),
      ),
    );
  return { caseCount: held?.caseCount ?? 0, clockCount: running?.clockCount ?? 0 };
}
