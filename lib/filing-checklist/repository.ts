import { and, eq, isNull } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import { checklistAnswers } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { ChecklistAnswer } from '../db/vocabulary.ts';
import type { ItemId } from './item-rule.ts';

type Said = { readonly item: ItemId; readonly answer: ChecklistAnswer; readonly reason: string };

/** Stores what a person says of an item, in place of what was said of it before. */
export async function replaceAnswer(
  unit: UnitOfWork<UserActor>,
  caseId: string,
  { item, answer, reason }: Said,
): Promise<string> {
  await withdraw(unit, and(eq(checklistAnswers.caseId, caseId), eq(checklistAnswers.item, item)));
  const [row] = await unit.tx
    .insert(checklistAnswers)
    .values({
      officeId: unit.actor.officeId,
      caseId,
      item,
      answer,
      reason,
      answeredBy: unit.actor.userId,
      answeredAt: unit.now,
    })
    .returning({ id: checklistAnswers.id });
  if (!row) throw new Error('an answer was not stored');
  return row.id;
}

/** Takes back a standing answer of this case and returns it; null where none stands by that id. */
export async function withdrawStanding(unit: UnitOfWork<UserActor>, caseId: string, answerId: string) {
  const [row] = await withdraw(
    unit,
    and(eq(checklistAnswers.caseId, caseId), eq(checklistAnswers.id, answerId)),
  );
  return row ?? null;
}

const withdraw = (unit: UnitOfWork<UserActor>, which: ReturnType<typeof and>) =>
  unit.tx
    .update(checklistAnswers)
    .set({ withdrawnAt: unit.now, withdrawnBy: unit.actor.userId })
    .where(and(which, isNull(checklistAnswers.withdrawnAt)))
    .returning({ item: checklistAnswers.item, answer: checklistAnswers.answer });
