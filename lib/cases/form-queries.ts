import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { healthPlans, planLines, users } from '../db/schema.ts';
import { namedPeople, restrictions } from '../db/schema-access.ts';
import type { CaseOutcome, Program, Regulator, Role } from '../db/vocabulary.ts';
import { listFamily, openRelatives } from '../families/queries.ts';
import { recordId } from '../input-fields.ts';
import { type AssessedCase, assessCase } from './assessed-case.ts';
import { barredWhenClosed, type CaseForm, type FormCase, leadOf, runningClocks } from './case-form.ts';
import { readCase } from './load-case.ts';

/** A case as a form's own query reads it: nothing of it leaves `lib` whole. */
export type FormSource = AssessedCase & { readonly case: FormCase };

export async function readFormSource(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<FormSource | null> {
  const record = recordId.safeParse(caseId).success ? await readCase(tx, caseId) : null;
  if (!record) return null;
  const assessed = assessCase(record, today);
  return {
    ...assessed,
    case: {
      id: record.id,
      number: record.number,
      version: record.version,
      clientName: record.client.name,
      planName: record.plan?.name ?? null,
      clocks: runningClocks(assessed),
    },
  };
}

export type LineChoice = {
  readonly id: string;
  readonly planName: string;
  readonly name: string;
  readonly program: Program;
  readonly regulator: Regulator;
  readonly knoxKeene: boolean;
};

/** Every line of every plan in the directory, in the order a person looks for it. */
export async function listLineChoices(tx: Transaction): Promise<LineChoice[]> {
  return tx
    .select({
      id: planLines.id,
      planName: healthPlans.name,
      name: planLines.name,
      program: planLines.program,
      regulator: planLines.regulator,
      knoxKeene: planLines.knoxKeene,
    })
    .from(planLines)
    .innerJoin(healthPlans, eq(healthPlans.id, planLines.planId))
    .orderBy(asc(healthPlans.name), asc(planLines.name), asc(planLines.id));
}

export type Colleague = { readonly id: string; readonly name: string; readonly role: Role };

/** The people of the office who can own a case. */
export async function listColleagues(tx: Transaction): Promise<Colleague[]> {
  return tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(isNull(users.deactivatedAt), ne(users.role, 'reviewer')))
    .orderBy(asc(users.name), asc(users.id));
}

export type CoverageValues = {
  readonly planLineId: string;
  readonly memberNumber: string;
  readonly serviceCoveredBy: 'medicare' | 'medi-cal' | '';
  readonly urgent: boolean;
  readonly lines: readonly LineChoice[];
};

export async function readCoverageForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<CoverageValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  return {
    case: source.case,
    lead: 'The plan’s line decides which law the clocks follow.',
    barred: barredWhenClosed(record),
    isCorrection:
      record.planLineId !== null ||
      record.memberNumber !== '' ||
      record.serviceCoveredBy !== null ||
      record.urgent,
    values: {
      planLineId: record.planLineId ?? '',
      memberNumber: record.memberNumber,
      serviceCoveredBy: record.serviceCoveredBy ?? '',
      urgent: record.urgent,
      lines: await listLineChoices(tx),
    },
  };
}

export type AssignmentValues = {
  readonly ownerId: string;
  readonly ownerName: string | null;
  readonly colleagues: readonly Colleague[];
  /** Only named people may know of the case; null where everybody in the office may. */
  readonly namedIds: readonly string[] | null;
  /** The open cases of its family, which can be handed over with it. */
  readonly family: readonly { readonly value: string; readonly label: string }[];
};

export async function readAssignmentForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<AssignmentValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const { length } = source.case.clocks;
  const clocks = length === 1 ? '1 running clock' : `${length} running clocks`;
  return {
    case: source.case,
    lead: record.ownerName
      ? `${record.ownerName} owns the case and its ${clocks}.`
      : `Nobody owns the case and its ${clocks}.`,
    barred: barredWhenClosed(record),
    isCorrection: false,
    values: {
      ownerId: record.ownerId ?? '',
      ownerName: record.ownerName,
      colleagues: await listColleagues(tx),
      namedIds: await listNamedIds(tx, caseId),
      family: openRelatives(await listFamily(tx, caseId)),
    },
  };
}

export type ClosureValues = {
  readonly isClosed: boolean;
  readonly outcome: CaseOutcome | null;
};

async function listNamedIds(tx: Transaction, caseId: string): Promise<string[] | null> {
  const rows = await tx
    .select({ id: namedPeople.userId })
    .from(restrictions)
    .leftJoin(namedPeople, and(eq(namedPeople.caseId, restrictions.caseId), isNull(namedPeople.untilOn)))
    .where(eq(restrictions.caseId, caseId));
  return rows.length === 0 ? null : rows.flatMap(({ id }) => (id ? [id] : []));
}

export async function readClosureForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ClosureValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { closedAt, outcome } = source.record;
  return {
    case: source.case,
    lead: leadOf(source),
    barred: null,
    isCorrection: false,
    values: { isClosed: closedAt !== null, outcome },
  };
}
