import { type DocumentPage, readDocument } from '@/lib/documents/queries.ts';
import { pageWorkViolation, WITHDRAWN } from '@/lib/documents/rules.ts';
import type { Violation } from '@/lib/errors.ts';
import { openForm } from '../../open-form.ts';

/** A document for somebody who may change it. */
export const openDocument = (caseId: string, documentId: string): Promise<DocumentPage> =>
  openForm('document.change', (tx, today) => readDocument(tx, caseId, documentId, today));

/** Why the pages of this document cannot be worked on, as things stand. */
export function pagesBarred(
  { barred, document }: DocumentPage,
  { evenWithdrawn = false }: { readonly evenWithdrawn?: boolean } = {},
): Violation | null {
  if (barred) return barred.violation;
  if (document.withdrawnAt && !evenWithdrawn) return WITHDRAWN;
  return pageWorkViolation(document, document.versionNumber);
}
