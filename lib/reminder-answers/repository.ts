import { and, eq, isNull } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { reminderAnswers } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

type NewAnswer = Pick<
  typeof reminderAnswers.$inferInsert,
  'officeId' | 'caseId' | 'rule' | 'dueOn' | 'kind' | 'quietUntilOn' | 'reason'
>;

/** Puts this answer in the place of the one that stood for the same clock and date. */
export async function replaceAnswer(unit: UnitOfWork<UserActor>, answer: NewAnswer): Promise<string> {
  const { caseId, rule, dueOn } = answer;
  await unit.tx
    .update(reminderAnswers)
    .set({ withdrawnBy: unit.actor.userId, withdrawnAt: unit.now })
    .where(
      and(
        eq(reminderAnswers.caseId, caseId),
        eq(reminderAnswers.rule, rule),
        eq(reminderAnswers.dueOn, dueOn),
        isNull(reminderAnswers.withdrawnAt),
      ),
    );
  const [row] = await unit.tx
    .insert(reminderAnswers)
    .values({ ...answer, answeredBy: unit.actor.userId, answeredAt: unit.now })
    .returning({ id: reminderAnswers.id });
  if (!row) throw new Error('an answer was not stored');
  return row.id;
}

/** Withdraws that answer on that case; null where none of that id stands there. */
export async function withdrawStanding(
  unit: UnitOfWork<UserActor>,
  caseId: string,
  answerId: string,
): Promise<{ readonly rule: string; readonly quietUntilOn: LocalDate } | null> {
  const [row] = await unit.tx
    .update(reminderAnswers)
    .set({ withdrawnBy: unit.actor.userId, withdrawnAt: unit.now })
    .where(
      and(
        eq(reminderAnswers.id, answerId),
        eq(reminderAnswers.caseId, caseId),
        isNull(reminderAnswers.withdrawnAt),
      ),
    )
    .returning({ rule: reminderAnswers.rule, quietUntilOn: reminderAnswers.quietUntilOn });
  return row ?? null;
}
