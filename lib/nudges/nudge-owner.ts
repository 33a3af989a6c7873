import type { UserActor } from '../access/actor.ts';
import { assessCase, isLive } from '../cases/assessed-case.ts';
import { loadCase } from '../cases/load-case.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { isMailStopped, worksCase } from '../reminders/addressees.ts';
import { readWhoHears } from '../reminders/plan-deadline.ts';
import type { NudgeInput } from './input.ts';
import { planNudge } from './repository.ts';
import { clockGone, nobodyToNudge, nudgedToday, ownCase, unreachedByMail } from './rules.ts';

/**
 * Asks whoever works a case, by mail and with a copy to oneself, to look at one of its clocks: once a day for each clock.
 * Both messages stand in the reminder ledger, so that they arrive like any reminder and the case shows them.
 */
export async function nudgeOwner(
  unit: UnitOfWork<UserActor>,
  { caseId, rule, dueOn }: NudgeInput,
): Promise<Outcome<{ ownerId: string }>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok) return loaded;
  const { record } = loaded;
  const closed = closedCaseViolation(record);
  if (closed) return refuse(closed);
  const clock = assessCase(record, unit.today).assessment.deadlines.find((each) => each.rule === rule);
  if (!clock || !isLive(clock) || clock.dueOn !== dueOn) return refuse(clockGone);
  const { staff, suppressed } = await readWhoHears(unit.tx, record, unit.today);
  const owner = worksCase(record, staff);
  if (!owner) return refuse(nobodyToNudge);
  if (owner.id === unit.actor.userId) return refuse(ownCase);
  if (isMailStopped(owner, suppressed)) return refuse(unreachedByMail);
  const key = { caseId, rule: clock.rule, dueOn };
  if (!(await planNudge(unit, key, { ownerId: owner.id, senderId: unit.actor.userId })))
    return refuse(nudgedToday);
  unit.record({
    event: 'owner.nudged',
    caseId,
    subjectId: owner.id,
    changes: [{ field: 'what', from: null, to: clockTitle(clock) }],
  });
  return done({ ownerId: owner.id });
}
