import type { UserActor } from '../access/actor.ts';
import { assessCase } from '../cases/assessed-case.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { lookAgain } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { clockOf } from '../reminders/clock.ts';
import { ladderOf } from '../reminders/ladder.ts';
import { readPolicy } from '../reminders/queries.ts';
import type { ReminderAnswerInput } from './input.ts';
import { replaceAnswer } from './repository.ts';
import { answerableClock, answerViolations, lastQuietDay, quietUntil } from './rules.ts';

/** Keeps the nudges of one clock away from the staff for a while: they know, or want to hear again on a day. */
export const answerReminder = (
  unit: UnitOfWork<UserActor>,
  input: ReminderAnswerInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const found = answerableClock(assessCase(record, unit.today), input.rule);
    if ('violation' in found) return refuse(found.violation);
    const { clock } = found;
    const lastDay = lastQuietDay(clock, unit.today);
    const ladder = ladderOf(clockOf(clock), await readPolicy(unit.tx));
    const isInHours = !ladder.some(({ id }) => id.startsWith('T-'));
    const violations = answerViolations(input, { lastDay, isInHours }, unit.today);
    if (violations.length > 0) return refuse(...violations);
    const { kind, reason, rule } = input;
    const quietUntilOn = quietUntil(input, lastDay);
    const answer = { caseId: record.id, rule, dueOn: clock.dueOn, kind, quietUntilOn, reason };
    const id = await replaceAnswer(unit, { officeId: record.officeId, ...answer });
    await lookAgain(unit, answer);
    unit.record({
      event: kind === 'acknowledged' ? 'reminder.acknowledged' : 'reminder.snoozed',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: id,
      changes: [
        { field: 'what', from: null, to: clockTitle(clock) },
        { field: 'quietUntilOn', from: null, to: quietUntilOn },
      ],
      reason,
    });
    return done(null);
  });
