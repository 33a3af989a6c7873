import type { CaseRecord } from '../cases/case-record.ts';
import { loadCase } from '../cases/load-case.ts';
import { closedCaseViolation } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { notFound, type Outcome, refuse } from '../errors.ts';
import { listDocumentChanges } from './queries.ts';
import { type ChangingDocument, loadDocument } from './repository.ts';
import { WITHDRAWN } from './rules.ts';

type DocumentRef = {
  readonly caseId: string;
  readonly documentId: string;
  /** How many changes the document had when the form was opened. */
  readonly version?: number | undefined;
};

/**
 * The frame of every command on a document: lock its case and then the document, refuse on a closed case, on a
 * withdrawn document and when somebody else changed it meanwhile. The case's own version stays: papers move no clock.
 */
export async function onDocument<Value, A extends UnitOfWork>(
  unit: A,
  { caseId, documentId, version }: DocumentRef,
  work: (document: ChangingDocument, record: CaseRecord) => Promise<Outcome<Value>>,
  { evenWithdrawn = false }: { readonly evenWithdrawn?: boolean } = {},
): Promise<Outcome<Value>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok) return loaded;
  const document = await loadDocument(unit, caseId, documentId);
  if (!document) return notFound;
  const closed = closedCaseViolation(loaded.record);
  if (closed) return refuse(closed);
  if (version !== undefined) {
    const changes = await listDocumentChanges(unit.tx, caseId, documentId);
    if (changes.length !== version)
      return {
        ok: false,
        because: 'conflict',
        version: changes.length,
        changes: changes.slice(version).map(({ who, at, sentence: what }) => ({ who, at, what })),
      };
  }
  if (document.withdrawnAt && !evenWithdrawn) return refuse(WITHDRAWN);
  return work(document, loaded.record);
}
