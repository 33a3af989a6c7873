import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, assessCase } from '../cases/assessed-case.ts';
import { type Barred, barredWhenClosed, type CaseForm } from '../cases/case-form.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readFormSource } from '../cases/form-queries.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { checklistAnswers, documents, documentVersions } from '../db/schema-documents.ts';
import type { Language } from '../db/vocabulary.ts';
import { standingLead } from '../imr/way-to-filing.ts';
import { recordId } from '../input-fields.ts';
import { blanksOf } from '../letters/markup.ts';
import { readOffice } from '../offices/queries.ts';
import {
  type ChecklistItem,
  filingChecklist,
  type Readiness,
  readinessOf,
  type StandingAnswer,
} from './checklist.ts';
import { type ClientList, clientList } from './client-list.ts';
import { answerViolation } from './rules.ts';
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
  const rows = await tx
    .select({
      id: documents.id,
      kind: documents.kind,
      title: documents.title,
      state: documents.state,
      template: documents.template,
      withdrawnAt: documents.withdrawnAt,
      body: documentVersions.body,
    })
    .from(documents)
    .leftJoin(
      documentVersions,
      and(
        isNotNull(documents.template),
        eq(documentVersions.documentId, documents.id),
        eq(documentVersions.number, documents.versionNumber),
      ),
    )
    .where(and(eq(documents.caseId, record.id), isNull(documents.withdrawnAt)))
    .orderBy(asc(documents.addedAt), asc(documents.id));
  const papers = rows.map(({ body, ...paper }) => ({ ...paper, blankCount: blanksOf(body ?? '').length }));
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

export type ChecklistPage = Omit<FilingChecklist, 'assessed'> & {
  readonly case: {
    readonly id: string;
    readonly number: string;
    readonly clientName: string;
    readonly isClosed: boolean;
  };
  /** Since when the IMR is open and until when, or why it is not. */
  readonly standing: string;
};

export async function readChecklistPage(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<ChecklistPage | null> {
  const read = await readFilingChecklist(tx, caseId, today);
  if (!read) return null;
  const { assessed, ...checklist } = read;
  const { record, assessment } = assessed;
  return {
    ...checklist,
    case: caseOf(record),
    standing: standingLead(assessment.imr, today),
  };
}

const caseOf = (record: CaseRecord) => ({
  id: record.id,
  number: record.number,
  clientName: record.client.name,
  isClosed: record.closedAt !== null,
});

export type ItemAnswerValues = Pick<ChecklistItem, 'item' | 'title' | 'answers'> & {
  readonly standing: StandingAnswer | null;
};

/** The form of what a person says of one item; null where there is no such item. */
export async function readItemAnswerForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  item: string,
): Promise<CaseForm<ItemAnswerValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  const { items = [] } = source ? await checklistOf(tx, source) : {};
  const found = items.find((each) => each.item === item);
  if (!source || !found) return null;
  return {
    case: source.case,
    lead: found.why,
    barred: barredWhenClosed(source.record) ?? barredByItem(found),
    isCorrection: false,
    values: { item: found.item, title: found.title, answers: found.answers, standing: found.answer },
  };
}

function barredByItem(item: ChecklistItem): Barred | null {
  const [answer] = item.answers;
  const violation = answer ? null : answerViolation(item, 'done');
  return violation && { violation, ways: [{ folder: 'filing-checklist', label: 'Back to the checklist' }] };
}

export type ClientListPage = Pick<ChecklistPage, 'case'> & {
  readonly list: ClientList;
  /** The client's own. */
  readonly language: Language;
  readonly chosen: Language;
  /** Why nothing is asked of the client: their dispute goes to no IMR; null where it can. */
  readonly elsewhere: string | null;
};

/** The list for the client in their own language, or in the one that was asked for. */
export async function readClientList(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  asked: Language | null,
): Promise<ClientListPage | null> {
  const read = await readFilingChecklist(tx, caseId, today);
  if (!read) return null;
  const { record, assessment } = read.assessed;
  const office = await readOffice(tx);
  const { language, maySayWhoWeAre } = record.client;
  const chosen = asked ?? language;
  return {
    case: caseOf(record),
    language,
    chosen,
    elsewhere: read.situation.elsewhere,
    list: clientList(read.items, {
      language: chosen,
      client: record.client,
      fileBy: assessment.imr.fileBy,
      today,
      officeName: maySayWhoWeAre ? office.name : '',
      officePhone: office.phone,
    }),
  };
}
