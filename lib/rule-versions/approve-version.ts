import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import { applyVersion } from './apply-version.ts';
import type { RuleApprovalInput } from './input.ts';
import { listCasesUnder } from './queries.ts';
import { listApprovedTexts, lockOpenCases, lockRuleVersion, markApproved } from './repository.ts';
import { approvalViolation, draftViolations, MOST_CASES_MOVED, tooManyCases } from './rules.ts';
import { eachMovedCase } from './simulate.ts';
import { ruleTextInWords } from './text-words.ts';

/**
 * Puts another administrator's draft in force: the clocks of every open case that it moves are recomputed, each with a
 * note of its old and new dates. All of it or none: nobody sees a rule in force that half of the cases follow. Cases that
 * are restricted to others are not the approver's to see, let alone to move: the worker moves them (`applyToUnseenCases`).
 */
export async function approveRuleVersion(
  unit: UnitOfWork<UserActor>,
  { versionId }: RuleApprovalInput,
  most = MOST_CASES_MOVED,
): Promise<Outcome<{ rule: string; versionId: string; movedCaseCount: number }>> {
  const version = await lockRuleVersion(unit, versionId);
  if (!version) return notFound;
  const refused = approvalViolation(version, unit.actor.userId);
  if (refused) return refuse(refused);
  const outdated = draftViolations(version, await listApprovedTexts(unit));
  if (outdated.length > 0) return refuse(...outdated.map((violation) => ({ ...violation, field: null })));

  const concerned = await listCasesUnder(unit.tx, version, null, most + 1);
  if (concerned.length > most) return refuse(tooManyCases(most));

  await lockOpenCases(unit);
  await markApproved(unit, versionId);
  unit.record({
    event: 'rule-version.approved',
    subjectId: versionId,
    changes: changedFields({}, { sentence: ruleTextInWords(version), source: version.source }),
    reason: version.reason,
  });
  let movedCaseCount = 0;
  for await (const moved of eachMovedCase(unit.tx, version, unit.today)) {
    await applyVersion(unit, version, moved);
    movedCaseCount += 1;
  }
  return done({ rule: version.rule, versionId, movedCaseCount });
}
