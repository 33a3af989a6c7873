import { eq } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { manualDeadlines } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { TaskReason } from '../db/vocabulary.ts';

type NewDeadline = Pick<
  typeof manualDeadlines.$inferInsert,
  'officeId' | 'caseId' | 'title' | 'owedBy' | 'dueOn' | 'note'
>;

export async function addManualDeadline(unit: UnitOfWork, deadline: NewDeadline): Promise<string> {
  const { actor, now, today } = unit;
  if (actor.kind !== 'user') throw new Error('a deadline is added by a person');
  const [row] = await unit.tx
    .insert(manualDeadlines)
    .values({ ...deadline, createdBy: actor.userId, createdAt: now, createdOn: today })
    .returning({ id: manualDeadlines.id });
  if (!row) throw new Error('a deadline was not stored');
  return row.id;
}

/** A task that Recourse itself puts on a case; null where one of its kind is open already. */
export async function insertTask(
  { tx, now, today }: UnitOfWork,
  task: NewDeadline & { readonly madeFor: TaskReason },
): Promise<string | null> {
  const [row] = await tx
    .insert(manualDeadlines)
    .values({ ...task, createdAt: now, createdOn: today })
    .onConflictDoNothing()
    .returning({ id: manualDeadlines.id });
  return row?.id ?? null;
}

export async function endManualDeadline(
  unit: UnitOfWork,
  id: string,
  end: { readonly doneOn: LocalDate } | { readonly canceledAt: Date },
): Promise<void> {
  await unit.tx.update(manualDeadlines).set(end).where(eq(manualDeadlines.id, id));
}

export async function reopenManualDeadline(unit: UnitOfWork, id: string): Promise<void> {
  await unit.tx
    .update(manualDeadlines)
    .set({ doneOn: null, canceledAt: null })
    .where(eq(manualDeadlines.id, id));
}
