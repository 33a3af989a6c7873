import { and, eq, isNull } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { reminderAnswers } from '../db/schema-reminders.ts';
import type { ReminderAnswer } from '../db/vocabulary.ts';

/** What somebody answered to a clock's reminders, as long as its date stands. */
export type StandingAnswer = {
  readonly id: string;
  readonly rule: string;
  readonly dueOn: LocalDate;
  readonly kind: ReminderAnswer;
  /** The first day on which they come again. */
  readonly untilOn: LocalDate;
  readonly byName: string;
  readonly reason: string;
  readonly at: Date;
};

const selectStanding = (tx: Transaction, caseId: string, only?: { rule: string; dueOn: LocalDate }) =>
  tx
    .select({
      id: reminderAnswers.id,
      rule: reminderAnswers.rule,
      dueOn: reminderAnswers.dueOn,
      kind: reminderAnswers.kind,
      untilOn: reminderAnswers.quietUntilOn,
      byName: users.name,
      reason: reminderAnswers.reason,
      at: reminderAnswers.answeredAt,
    })
    .from(reminderAnswers)
    .innerJoin(users, eq(users.id, reminderAnswers.answeredBy))
    .where(
      and(
        eq(reminderAnswers.caseId, caseId),
        isNull(reminderAnswers.withdrawnAt),
        only && eq(reminderAnswers.rule, only.rule),
        only && eq(reminderAnswers.dueOn, only.dueOn),
      ),
    );

/** The answer that stands for a clock with this date, or null; one given for another date keeps nothing away. */
export async function readQuiet(
  tx: Transaction,
  caseId: string,
  rule: string,
  dueOn: LocalDate,
): Promise<StandingAnswer | null> {
  const [answer] = await selectStanding(tx, caseId, { rule, dueOn });
  return answer ?? null;
}

/** Every answer that stands on a case, those for dates that have moved since included. */
export const listStandingAnswers = (tx: Transaction, caseId: string): Promise<StandingAnswer[]> =>
  selectStanding(tx, caseId);
