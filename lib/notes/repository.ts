import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, notExists, or } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { isAfter } from '../calendar/local-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { caseNotes, cases, users } from '../db/schema.ts';
import { namedPeople, restrictions } from '../db/schema-access.ts';
import { noteMentions } from '../db/schema-day.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Mentionable } from './mentions.ts';
import { isContact } from './rules.ts';

type Entry = Omit<typeof caseNotes.$inferInsert, 'id' | 'officeId' | 'caseId' | 'authorId' | 'createdAt'> & {
  readonly withWhom: string | null;
  readonly callResult: string | null;
};

/** Stores the note; one in which the client was reached also moves the case's last contact forward. */
export async function insertNote(
  unit: UnitOfWork<UserActor>,
  record: CaseRecord,
  entry: Entry,
): Promise<string> {
  const [row] = await unit.tx
    .insert(caseNotes)
    .values({
      officeId: record.officeId,
      caseId: record.id,
      authorId: unit.actor.userId,
      createdAt: unit.now,
      ...entry,
    })
    .returning({ id: caseNotes.id });
  if (!row) throw new Error('a note was not stored');
  const isLaterContact =
    isContact(entry) && (!record.lastContactOn || isAfter(entry.happenedOn, record.lastContactOn));
  if (isLaterContact)
    await unit.tx.update(cases).set({ lastContactOn: entry.happenedOn }).where(eq(cases.id, record.id));
  return row.id;
}

export async function insertMentions(
  unit: UnitOfWork,
  caseId: string,
  noteId: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const { officeId } = unit.actor;
  await unit.tx
    .insert(noteMentions)
    .values(userIds.map((userId) => ({ officeId, caseId, noteId, userId, mentionedAt: unit.now })));
}

/** Everybody who can sign in and work cases. */
export const listColleagues = ({ tx }: UnitOfWork): Promise<Mentionable[]> =>
  tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(isNull(users.deactivatedAt), ne(users.role, 'reviewer')))
    .orderBy(asc(users.name), asc(users.id));

/** The names of those among these people from whom a restriction hides the case today. */
export async function listUnnamed(
  { tx, today }: UnitOfWork,
  caseId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const isRestricted = tx
    .select({ caseId: restrictions.caseId })
    .from(restrictions)
    .where(eq(restrictions.caseId, caseId));
  const isNamed = tx
    .select({ userId: namedPeople.userId })
    .from(namedPeople)
    .where(
      and(
        eq(namedPeople.caseId, caseId),
        eq(namedPeople.userId, users.id),
        lte(namedPeople.fromOn, today),
        or(isNull(namedPeople.untilOn), gte(namedPeople.untilOn, today)),
      ),
    );
  const rows = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(inArray(users.id, [...userIds]), exists(isRestricted), notExists(isNamed)))
    .orderBy(asc(users.name));
  return rows.map(({ name }) => name);
}
