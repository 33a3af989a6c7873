import { aliasedTable, and, asc, desc, eq, gt, gte, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, assessCase } from '../cases/assessed-case.ts';
import type { VersionText } from '../cases/case-record.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, cases, deadlines, ruleVersions, users } from '../db/schema.ts';
import type { PeriodUnit } from '../db/vocabulary.ts';
import type { RuleText } from '../deadlines/rule-versions.ts';

export type VersionStatus = 'draft' | 'approved' | 'discarded';

/** An office's own text of a rule, with the people behind it. */
export type ListedVersion = {
  readonly id: string;
  readonly rule: string;
  readonly periodCount: number;
  readonly periodUnit: PeriodUnit;
  readonly inForceFrom: LocalDate;
  readonly inForceTo: LocalDate | null;
  readonly source: string;
  readonly reason: string;
  readonly draftedBy: string;
  readonly drafterName: string;
  readonly draftedAt: Date;
  readonly approverName: string | null;
  readonly approvedAt: Date | null;
  readonly discardedAt: Date | null;
};

export const statusOf = ({
  approvedAt,
  discardedAt,
}: Pick<ListedVersion, 'approvedAt' | 'discardedAt'>): VersionStatus =>
  approvedAt ? 'approved' : discardedAt ? 'discarded' : 'draft';

const drafters = aliasedTable(users, 'drafters');
const approvers = aliasedTable(users, 'approvers');

const selectVersions = (tx: Transaction) =>
  tx
    .select({
      id: ruleVersions.id,
      rule: ruleVersions.rule,
      periodCount: ruleVersions.periodCount,
      periodUnit: ruleVersions.periodUnit,
      inForceFrom: ruleVersions.inForceFrom,
      inForceTo: ruleVersions.inForceTo,
      source: ruleVersions.source,
      reason: ruleVersions.reason,
      draftedBy: ruleVersions.draftedBy,
      drafterName: drafters.name,
      draftedAt: ruleVersions.draftedAt,
      approverName: approvers.name,
      approvedAt: ruleVersions.approvedAt,
      discardedAt: ruleVersions.discardedAt,
    })
    .from(ruleVersions)
    .innerJoin(drafters, eq(drafters.id, ruleVersions.draftedBy))
    .leftJoin(approvers, eq(approvers.id, ruleVersions.approvedBy));

/** The office's own texts, of one rule or of all, newest draft first. */
export const listRuleVersions = (tx: Transaction, rule?: string): Promise<ListedVersion[]> =>
  selectVersions(tx)
    .where(rule === undefined ? undefined : eq(ruleVersions.rule, rule))
    .orderBy(desc(ruleVersions.draftedAt), desc(ruleVersions.id));

/** One of the office's texts, or null when it has none by that id. */
export async function readRuleVersion(tx: Transaction, versionId: string): Promise<ListedVersion | null> {
  const [version] = await selectVersions(tx).where(eq(ruleVersions.id, versionId));
  return version ?? null;
}

export async function countOpenCases(tx: Transaction): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(cases)
    .where(isNull(cases.closedAt));
  return row?.count ?? 0;
}

/**
 * One page of the open cases that a text can touch, by id: those on which a clock of its rule starts within its days.
 * The clocks are the stored ones, which equal a recomputation.
 */
export async function listCasesUnder(
  tx: Transaction,
  { rule, inForceFrom, inForceTo }: RuleText,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(deadlines)
    .innerJoin(cases, and(eq(cases.id, deadlines.caseId), isNull(cases.closedAt)))
    .where(
      and(
        eq(deadlines.rule, rule),
        gte(deadlines.startsOn, inForceFrom),
        inForceTo ? lte(deadlines.startsOn, inForceTo) : undefined,
        after ? gt(cases.id, after) : undefined,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export type BothWays = { readonly before: AssessedCase; readonly after: AssessedCase };

/** A case assessed without one version of a rule and with it, whether or not that is approved yet. */
export async function assessBothWays(
  tx: Transaction,
  caseId: string,
  version: VersionText,
  today: LocalDate,
): Promise<BothWays> {
  const record = await readCase(tx, caseId);
  if (!record) throw new Error('a case vanished while it was compared');
  const others = record.ruleVersions.filter(({ id }) => id !== version.id);
  return {
    before: assessCase({ ...record, ruleVersions: others }, today),
    after: assessCase({ ...record, ruleVersions: [...others, version] }, today),
  };
}

export type Unapplied = { readonly caseId: string; readonly versionId: string };

/**
 * One page of the open cases that a version approved since then touches and that have no note of it. Most follow it
 * already, since they came under it after its approval: whoever asks compares the clocks.
 */
export async function listUnappliedCases(
  tx: Transaction,
  approvedSince: Date,
  after: Unapplied | null,
  limit: number,
): Promise<Unapplied[]> {
  const isNoted = tx
    .select({ one: sql`1` })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.event, 'rule-version.applied'),
        eq(auditEvents.caseId, cases.id),
        eq(auditEvents.subjectId, ruleVersions.id),
      ),
    );
  return tx
    .select({ caseId: cases.id, versionId: ruleVersions.id })
    .from(ruleVersions)
    .innerJoin(
      deadlines,
      and(
        eq(deadlines.rule, ruleVersions.rule),
        gte(deadlines.startsOn, ruleVersions.inForceFrom),
        or(isNull(ruleVersions.inForceTo), lte(deadlines.startsOn, ruleVersions.inForceTo)),
      ),
    )
    .innerJoin(cases, and(eq(cases.id, deadlines.caseId), isNull(cases.closedAt)))
    .where(
      and(
        gte(ruleVersions.approvedAt, approvedSince),
        notExists(isNoted),
        after ? sql`(${cases.id}, ${ruleVersions.id}) > (${after.caseId}, ${after.versionId})` : undefined,
      ),
    )
    .orderBy(asc(cases.id), asc(ruleVersions.id))
    .limit(limit);
}
