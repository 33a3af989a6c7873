import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import { changesSince } from '../audit/queries.ts';
import type { Transaction } from '../db/client.ts';
import {
  cases,
  clients,
  complaints,
  dateAdjustments,
  denials,
  extensionRequests,
  grievances,
  healthPlans,
  hearings,
  imrApplications,
  manualDeadlines,
  planDecisions,
  planLines,
  ruleVersions,
  users,
} from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { notFound, type Refusal } from '../errors.ts';
import type { CaseRecord } from './case-record.ts';

/** Reads a case whole in six small queries, or null when this office has none by that id. */
export async function readCase(tx: Transaction, caseId: string): Promise<CaseRecord | null> {
  const [row] = await tx
    .select({
      case: cases,
      client: clients,
      line: planLines,
      plan: healthPlans,
      ownerName: users.name,
      denial: denials,
      hearing: hearings,
      complaint: complaints,
      extensionRequest: extensionRequests,
    })
    .from(cases)
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .leftJoin(planLines, eq(planLines.id, cases.planLineId))
    .leftJoin(healthPlans, eq(healthPlans.id, planLines.planId))
    .leftJoin(users, eq(users.id, cases.ownerId))
    .leftJoin(denials, eq(denials.caseId, cases.id))
    .leftJoin(hearings, eq(hearings.caseId, cases.id))
    .leftJoin(complaints, eq(complaints.caseId, cases.id))
    .leftJoin(extensionRequests, eq(extensionRequests.caseId, cases.id))
    .where(eq(cases.id, caseId));
  if (!row) return null;
  const answered = await tx
    .select({ grievance: grievances, decision: planDecisions })
    .from(grievances)
    .leftJoin(planDecisions, eq(planDecisions.grievanceId, grievances.id))
    .where(eq(grievances.caseId, caseId))
    .orderBy(asc(grievances.createdAt), asc(grievances.id));
  const applications = await tx
    .select()
    .from(imrApplications)
    .where(eq(imrApplications.caseId, caseId))
    .orderBy(asc(imrApplications.createdAt), asc(imrApplications.id));
  const adjustments = await tx
    .select()
    .from(dateAdjustments)
    .where(eq(dateAdjustments.caseId, caseId))
    .orderBy(asc(dateAdjustments.recordedAt));
  const manual = await tx
    .select()
    .from(manualDeadlines)
    .where(eq(manualDeadlines.caseId, caseId))
    .orderBy(asc(manualDeadlines.createdAt));
  const versions = await tx
    .select()
    .from(ruleVersions)
    .where(isNotNull(ruleVersions.approvedAt))
    .orderBy(asc(ruleVersions.inForceFrom), asc(ruleVersions.approvedAt), asc(ruleVersions.id));
  return {
    ...row.case,
    client: row.client,
    line: row.line,
    plan: row.plan,
    ownerName: row.ownerName,
    denial: row.denial,
    hearing: row.hearing,
    complaint: row.complaint,
    extensionRequest: row.extensionRequest,
    grievances: answered.map(({ grievance, decision }) => ({ ...grievance, decision })),
    imrApplications: applications,
    adjustments,
    manualDeadlines: manual,
    ruleVersions: versions,
  };
}

/**
 * Locks a case for one command. `seenVersion` is the version the person was looking at: when somebody else has
 * recorded something since, the answer is a conflict that says what.
 */
export async function loadCase(
  unit: UnitOfWork,
  caseId: string,
  seenVersion?: number,
): Promise<{ ok: true; record: CaseRecord } | Refusal> {
  const locked = await unit.tx.execute<{ version: number }>(
    sql`select version from cases where id = ${caseId} for update`,
  );
  const version = locked.rows[0]?.version;
  if (version === undefined) return notFound;
  if (seenVersion !== undefined && seenVersion !== version)
    return {
      ok: false,
      because: 'conflict',
      version,
      changes: await changesSince(unit.tx, caseId, seenVersion),
    };
  const record = await readCase(unit.tx, caseId);
  return record ? { ok: true, record } : notFound;
}
