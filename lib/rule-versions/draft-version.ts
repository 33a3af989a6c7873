import type { UserActor } from '../access/actor.ts';
import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { RuleDraftInput } from './input.ts';
import { insertRuleVersion, listApprovedTexts } from './repository.ts';
import { draftViolations } from './rules.ts';
import { ruleTextInWords } from './text-words.ts';

/** Writes a changed text of a rule down. No clock moves before a second administrator approves it. */
export async function draftRuleVersion(
  unit: UnitOfWork<UserActor>,
  { startsOn, endsOn, ...rest }: RuleDraftInput,
): Promise<Outcome<{ versionId: string; rule: string }>> {
  const draft = { ...rest, inForceFrom: startsOn, inForceTo: endsOn };
  const violations = draftViolations(draft, await listApprovedTexts(unit));
  if (violations.length > 0) return refuse(...violations);
  const versionId = await insertRuleVersion(unit, draft);
  unit.record({
    event: 'rule-version.drafted',
    subjectId: versionId,
    changes: changedFields({}, { sentence: ruleTextInWords(draft), ...draft }),
    reason: draft.reason,
  });
  return done({ versionId, rule: draft.rule });
}
