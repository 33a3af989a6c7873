import { and, eq, inArray, isNull } from 'drizzle-orm';
import { dateDocuments, documents } from '../db/schema-documents.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { ShownPaper } from './rules.ts';
import type { DatedNoun } from './shown-dates.ts';

/** The record that a date belongs to; without an id it is the only one of its kind on the case. */
export type DatedRecord = {
  readonly caseId: string;
  readonly noun: DatedNoun;
  readonly recordId: string | null;
};
export type Tie = { readonly field: string; readonly documentId: string; readonly pageNumber: number };

const ofRecord = ({ caseId, noun, recordId }: DatedRecord) =>
  and(
    eq(dateDocuments.caseId, caseId),
    eq(dateDocuments.noun, noun),
    recordId === null ? isNull(dateDocuments.recordId) : eq(dateDocuments.recordId, recordId),
  );

export const loadTies = ({ tx }: UnitOfWork, record: DatedRecord): Promise<Tie[]> =>
  tx
    .select({
      field: dateDocuments.field,
      documentId: dateDocuments.documentId,
      pageNumber: dateDocuments.pageNumber,
    })
    .from(dateDocuments)
    .where(ofRecord(record));

/** Documents of this very case: an id of any other is not among them. */
export async function loadPapers(
  { tx }: UnitOfWork,
  caseId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownPaper>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: documents.id,
      title: documents.title,
      state: documents.state,
      pageCount: documents.pageCount,
      withdrawnAt: documents.withdrawnAt,
    })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), inArray(documents.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

export async function saveTie(
  unit: UnitOfWork,
  { caseId, noun, recordId }: DatedRecord,
  { field, documentId, pageNumber }: Tie,
  linkedBy: string,
): Promise<void> {
  const source = { documentId, pageNumber, linkedBy, linkedAt: unit.now };
  await unit.tx
    .insert(dateDocuments)
    .values({ officeId: unit.actor.officeId, caseId, noun, recordId, field, ...source })
    .onConflictDoUpdate({
      target: [dateDocuments.caseId, dateDocuments.noun, dateDocuments.recordId, dateDocuments.field],
      set: source,
    });
}

export async function deleteTie(unit: UnitOfWork, record: DatedRecord, field: string): Promise<void> {
  await unit.tx.delete(dateDocuments).where(and(ofRecord(record), eq(dateDocuments.field, field)));
}
