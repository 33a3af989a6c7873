import type { Metadata } from 'next';
import { documentHref } from '../../document-href.ts';
import { PaperBarred } from '../../paper-barred.tsx';
import { PaperHead } from '../../paper-head.tsx';
import { openDocument, pagesBarred } from '../open-document.ts';
import { RedactionForm } from './form.tsx';
import { WhatIsDestroyed } from './what-is-destroyed.tsx';

export const metadata: Metadata = { title: 'Black out for good' };

export default async function RedactionPage({
  params,
}: PageProps<'/cases/[caseId]/documents/[documentId]/redaction'>) {
  const { caseId, documentId } = await params;
  const page = await openDocument(caseId, documentId);
  const { case: of, document } = page;
  const back = documentHref(of.id, document.id);
  const violation = pagesBarred(page, { evenWithdrawn: true });
  return (
    <main id="main">
      <PaperHead
        of={of}
        documentTitle={{ href: back, label: document.title }}
        title="Black out for good"
        lead="What lies under a box is taken out of the document, words and picture alike. Nobody can bring it back."
      />
      {violation ? (
        <PaperBarred violation={violation} back={{ href: back, label: 'Back to the document' }} />
      ) : (
        <div className="wrap">
          <RedactionForm page={page}>
            <WhatIsDestroyed page={page} />
          </RedactionForm>
        </div>
      )}
    </main>
  );
}
