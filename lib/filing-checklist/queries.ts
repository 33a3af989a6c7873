import { and, asc, eq, isNull } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, assessCase } from '../cases/assessed-case.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { checklistAnswers, documents } from '../db/schema-documents.ts';
import { recordId } from '../input-fields.ts';
import { type ChecklistItem, filingChecklist, type Readiness, readinessOf } from './checklist.ts';
import { type FilingSituation, filingSituation } from './situation.ts';

export type FilingChecklist = {
  readonly assessed: AssessedCase;
  readonly situation: FilingSituation;
  readonly items: readonly ChecklistItem[];
  readonly readiness: Readiness;
};

/** What the case's IMR application takes and what is there; null for a case of another office and for what is no id. */
export async function readFilingChecklist(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<FilingChecklist | null> {
  const record = recordId.safeParse(caseId).success ? await readCase(tx, caseId) : null;
  return record && checklistOf(tx, assessCase(record, today));
}

/** The same for a case that is read already, in two queries more. */
export async function checklistOf(tx: Transaction, assessed: AssessedCase): Promise<FilingChecklist> {
  const { record } = assessed;
  const situation = filingSituation(assessed);
  const papers = await tx
    .select({
      id: documents.id,
      kind: documents.kind,
      title: documents.title,
      state: documents.state,
      template: documents.template,
      withdrawnAt: documents.withdrawnAt,
    })
    .from(documents)
    .where(and(eq(documents.caseId, record.id), isNull(documents.withdrawnAt)))
    .orderBy(asc(documents.addedAt), asc(documents.id));
  const answers = await tx
    .select({
      id: checklistAnswers.id,
      item: checklistAnswers.item,
      answer: checklistAnswers.answer,
      reason: checklistAnswers.reason,
      answeredBy: users.name,
      answeredAt: checklistAnswers.answeredAt,
    })
    .from(checklistAnswers)
    .innerJoin(users, eq(users.id, checklistAnswers.answeredBy))
    .where(and(eq(checklistAnswers.caseId, record.id), isNull(checklistAnswers.withdrawnAt)))
    .orderBy(asc(checklistAnswers.answeredAt), asc(checklistAnswers.id));
  const items = filingChecklist({ record, situation, documents: papers, answers });
  return { assessed, situation, items, readiness: readinessOf(items, situation) };
}
