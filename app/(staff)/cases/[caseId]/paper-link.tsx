import type { CaseTie } from '@/lib/date-documents/queries.ts';
import { documentHref } from './documents/document-href.ts';

/** The document and page that show a recorded date. */
export function PaperLink({ caseId, tie }: { caseId: string; tie: CaseTie }) {
  const { documentId, title, pageNumber, isWithdrawn } = tie;
  return (
    <>
      <a className="link" href={documentHref(caseId, documentId, `?page=${pageNumber}`)}>
        {title}, page {pageNumber}
      </a>
      {isWithdrawn ? ' (withdrawn)' : null}
    </>
  );
}
