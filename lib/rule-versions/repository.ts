import { asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { RuleVersion } from '../cases/case-record.ts';
import { cases, ruleVersions } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { RuleText } from '../deadlines/rule-versions.ts';

export type NewRuleVersion = RuleText & Pick<RuleVersion, 'source' | 'reason'>;

export async function insertRuleVersion(
  unit: UnitOfWork<UserActor>,
  version: NewRuleVersion,
): Promise<string> {
  const [row] = await unit.tx
    .insert(ruleVersions)
    .values({
      officeId: unit.actor.officeId,
      draftedBy: unit.actor.userId,
      draftedAt: unit.now,
      ...version,
    })
    .returning({ id: ruleVersions.id });
  if (!row) throw new Error('a draft was not stored');
  return row.id;
}

export async function lockRuleVersion(unit: UnitOfWork, versionId: string): Promise<RuleVersion | null> {
  const [row] = await unit.tx.select().from(ruleVersions).where(eq(ruleVersions.id, versionId)).for('update');
  return row ?? null;
}

export async function markApproved(unit: UnitOfWork<UserActor>, versionId: string): Promise<void> {
  await unit.tx
    .update(ruleVersions)
    .set({ approvedBy: unit.actor.userId, approvedAt: unit.now })
    .where(eq(ruleVersions.id, versionId));
}

export async function markDiscarded(unit: UnitOfWork, versionId: string): Promise<void> {
  await unit.tx.update(ruleVersions).set({ discardedAt: unit.now }).where(eq(ruleVersions.id, versionId));
}

export const listApprovedTexts = (unit: UnitOfWork): Promise<RuleVersion[]> =>
  unit.tx
    .select()
    .from(ruleVersions)
    .where(isNotNull(ruleVersions.approvedAt))
    .orderBy(asc(ruleVersions.inForceFrom), asc(ruleVersions.approvedAt), asc(ruleVersions.id));

/**
 * Locks every open case of the office at once: whoever is recording something ends first, whoever comes after finds the
 * approved text. In the order of their ids, as every command that takes several cases does.
 */
export async function lockOpenCases(unit: UnitOfWork): Promise<void> {
  await unit.tx
    .select({ id: cases.id })
    .from(cases)
    .where(isNull(cases.closedAt))
    .orderBy(asc(cases.id))
    .for('no key update');
}
