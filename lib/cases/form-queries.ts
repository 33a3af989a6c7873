import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { healthPlans, planLines, users } from '../db/schema.ts';
import type { Program, Regulator, Role } from '../db/vocabulary.ts';
import { assess } from '../deadlines/assess.ts';
import type { Assessment } from '../deadlines/assessment.ts';
import { factsOf } from '../deadlines/case-facts.ts';
import { recordId } from '../input-fields.ts';
import type { CaseRecord } from './case-record.ts';
import { readCase } from './load-case.ts';

/** What every form about a recorded case says above itself and sends back. */
export type FormCase = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly clientName: string;
  readonly planName: string | null;
};

/** A case as a form's own query reads it: nothing of it leaves `lib` whole. */
export type FormSource = {
  readonly case: FormCase;
  readonly record: CaseRecord;
  readonly assessment: Assessment;
};

export async function readFormSource(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<FormSource | null> {
  const record = recordId.safeParse(caseId).success ? await readCase(tx, caseId) : null;
  if (!record) return null;
  return {
    case: {
      id: record.id,
      number: record.number,
      version: record.version,
      clientName: record.client.name,
      planName: record.plan?.name ?? null,
    },
    record,
    assessment: assess(factsOf(record, today)),
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
