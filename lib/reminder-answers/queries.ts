import { and, eq, isNull } from 'drizzle-orm';
import { formatLongDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { reminderAnswers } from '../db/schema-reminders.ts';
import type { ReminderAnswer } from '../db/vocabulary.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { answerableClock, lastQuietDay } from './rules.ts';

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

export type AnswerFormValues = {
  readonly rule: string;
  /** The last day that can be chosen. */
  readonly lastDay: string;
  /** The answer that stands, in a sentence. */
  readonly standing: { readonly id: string; readonly sentence: string; readonly reason: string } | null;
};

/** The form that answers the reminders of one clock of the case. */
export async function readAnswerForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  rule: string,
): Promise<CaseForm<AnswerFormValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const found = answerableClock(source, rule);
  const clock = 'clock' in found ? found.clock : null;
  const standing = clock && (await readQuiet(tx, caseId, rule, clock.dueOn));
  return {
    case: source.case,
    lead: clock ? `${clockTitle(clock)}: due ${formatLongDate(clock.dueOn)}.` : '',
    barred:
      barredWhenClosed(source.record) ??
      ('violation' in found
        ? { violation: found.violation, ways: [{ folder: 'note', label: 'Add a note' }] }
        : null),
    isCorrection: false,
    values: {
      rule,
      lastDay: clock ? formatLongDate(lastQuietDay(clock, today)) : '',
      standing: standing && {
        id: standing.id,
        sentence: `${standing.byName} ${standing.kind === 'acknowledged' ? 'knows' : 'put them off'}: quiet until ${formatLongDate(standing.untilOn)}.`,
        reason: standing.reason,
      },
    },
  };
}
