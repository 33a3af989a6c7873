import type { UserActor } from '../access/actor.ts';
import { may } from '../access/policy.ts';
import { changedFields } from '../audit/events.ts';
import { clientEntry, insertClient } from '../clients/repository.ts';
import { clientViolations } from '../clients/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateViolations } from '../deadlines/case-facts.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { denialRow, saveDenial } from '../denials/repository.ts';
import { DENIAL_FIELDS_BY_FACT } from '../denials/rules.ts';
import { done, type Outcome, refuse, type Violation } from '../errors.ts';
import { grievanceEntry, insertGrievance } from '../grievances/repository.ts';
import { GRIEVANCE_FIELDS_BY_FACT, grievanceViolations } from '../grievances/rules.ts';
import { denialOf, grievanceOf, intakeFieldOf, type OpenCaseInput } from './input.ts';
import { readCase } from './load-case.ts';
import {
  insertCase,
  isIntakeOpened,
  lineExists,
  lockOwners,
  nextCaseNumber,
  saveSearchTerms,
} from './repository.ts';
import { assigningToOthers, unknownLine, unsuitableOwner } from './rules.ts';

/** Opens a case from the intake form, with the denial and, where there already is one, the grievance. */
export async function openCase(
  unit: UnitOfWork<UserActor>,
  input: OpenCaseInput,
): Promise<Outcome<{ caseId: string }>> {
  if (input.intakeId && (await isIntakeOpened(unit, input.intakeId))) return done({ caseId: input.intakeId });
  const client = clientEntry(input);
  const grievance = grievanceOf(input);
  const violations: Violation[] = [
    ...(await referenceViolations(unit, input)),
    ...clientViolations(client, unit.today),
    ...(grievance ? inIntake('grievance', grievanceViolations(grievance, denialOf(input), unit.now)) : []),
  ];
  if (violations.length > 0) return refuse(...violations);

  const clientId = await insertClient(unit, client);
  const entry = {
    ...(input.intakeId && { id: input.intakeId }),
    number: await nextCaseNumber(unit),
    clientId,
    planLineId: input.planLineId,
    memberNumber: input.memberNumber,
    serviceCoveredBy: input.serviceCoveredBy,
    urgent: input.urgent,
    ownerId: input.ownerId ?? unit.actor.userId,
  };
  const caseId = await insertCase(unit, entry);
  const denial = denialRow(unit.actor.officeId, caseId, denialOf(input));
  const logged = grievance ? grievanceEntry(grievance, null) : null;

  const flaws = await intakeDateViolations(unit, caseId, denial, logged);
  if (flaws.length > 0) return refuse(...flaws);

  await saveDenial(unit, denial);
  if (logged) await insertGrievance(unit, caseId, logged);
  unit.record({
    event: 'case.opened',
    caseId,
    caseVersion: 1,
    changes: changedFields(
      {},
      { number: entry.number, urgent: entry.urgent, ...denial, ...(logged && { grievance: logged }) },
    ),
  });
  await saveSearchTerms(unit, await syncDeadlines(unit, caseId));
  return done({ caseId });
}

/** The line and the owner are chosen from lists that may have changed, or have been sent by hand. */
async function referenceViolations(unit: UnitOfWork<UserActor>, input: OpenCaseInput): Promise<Violation[]> {
  const violations: Violation[] = [];
  if (input.planLineId && !(await lineExists(unit, input.planLineId))) violations.push(unknownLine);
  if (input.ownerId && input.ownerId !== unit.actor.userId) {
    if (!may(unit.actor, 'case.assign')) violations.push(assigningToOthers);
    else if (!(await lockOwners(unit, [input.ownerId])).has(input.ownerId)) violations.push(unsuitableOwner);
  }
  return violations;
}

/** The dates are checked against the case as it would stand, before the database meets them. */
async function intakeDateViolations(
  unit: UnitOfWork,
  caseId: string,
  denial: ReturnType<typeof denialRow>,
  logged: ReturnType<typeof grievanceEntry> | null,
): Promise<Violation[]> {
  const record = await readCase(unit.tx, caseId);
  if (!record) throw new Error('a case vanished while it was being opened');
  const grievances = logged
    ? [
        {
          ...logged,
          acknowledgedOn: null,
          statementOn: null,
          decision: null,
        } as (typeof record.grievances)[number],
      ]
    : [];
  const names = {
    ...prefixedFields('denial', DENIAL_FIELDS_BY_FACT),
    ...prefixedFields('grievance', GRIEVANCE_FIELDS_BY_FACT),
  };
  return dateViolations({ ...record, denial, grievances }, unit.today, names);
}

const inIntake = (noun: 'denial' | 'grievance', violations: readonly Violation[]) =>
  violations.map((violation) => ({ ...violation, field: intakeFieldOf(noun, violation.field) }));

const prefixedFields = (noun: 'denial' | 'grievance', fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([path, field]) => [path, intakeFieldOf(noun, field) ?? field]),
  );
