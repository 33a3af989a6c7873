import { eq } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { isAfter } from '../calendar/local-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { caseNotes, cases } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

type Entry = Omit<typeof caseNotes.$inferInsert, 'id' | 'officeId' | 'caseId' | 'authorId' | 'createdAt'>;

/** Stores the note; one with the client in person or by phone also moves the case's last contact forward. */
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
    entry.withWhom === 'client' && (!record.lastContactOn || isAfter(entry.happenedOn, record.lastContactOn));
  if (isLaterContact)
    await unit.tx.update(cases).set({ lastContactOn: entry.happenedOn }).where(eq(cases.id, record.id));
  return row.id;
}
