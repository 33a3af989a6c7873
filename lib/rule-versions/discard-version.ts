import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome, refuse } from '../errors.ts';
import type { RuleDiscardInput } from './input.ts';
import { lockRuleVersion, markDiscarded } from './repository.ts';
import { endedViolation } from './rules.ts';
import { ruleTextInWords } from './text-words.ts';

/** Sets a draft aside for good; it stays in the record. */
export async function discardRuleVersion(
  unit: UnitOfWork,
  { versionId, reason }: RuleDiscardInput,
): Promise<Outcome<{ rule: string }>> {
  const version = await lockRuleVersion(unit, versionId);
  if (!version) return notFound;
  const ended = endedViolation(version);
  if (ended) return refuse(ended);
  await markDiscarded(unit, versionId);
  unit.record({
    event: 'rule-version.discarded',
    subjectId: versionId,
    changes: changedFields({}, { sentence: ruleTextInWords(version) }),
    reason,
  });
  return done({ rule: version.rule });
}
