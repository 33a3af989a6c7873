import type { Metadata } from 'next';
import { documentHref } from '../../document-href.ts';
import { PaperBarred } from '../../paper-barred.tsx';
import { PaperHead } from '../../paper-head.tsx';
import { openDocument, pagesBarred } from '../open-document.ts';
import { PageChangeForm } from './form.tsx';
import { SplitForm } from './split-form.tsx';

export const metadata: Metadata = { title: 'Pages of a document' };

export default async function DocumentPagesPage({
  params,
}: PageProps<'/cases/[caseId]/documents/[documentId]/pages'>) {
  const { caseId, documentId } = await params;
  const page = await openDocument(caseId, documentId);
  const { case: of, document } = page;
  const back = documentHref(of.id, document.id);
  const violation = pagesBarred(page);
  return (
    <main id="main">
      <PaperHead
        of={of}
        documentTitle={{ href: back, label: document.title }}
        title="Turn pages and put them in order"
        lead="What was there before stays as an earlier version."
      />
      {violation ? (
        <PaperBarred violation={violation} back={{ href: back, label: 'Back to the document' }} />
      ) : (
        <div className="wrap doc-pages">
          <PageChangeForm page={page} />
          {document.pageCount > 1 ? (
            <section id="split" aria-labelledby="split-h" className="doc-split">
              <h2 id="split-h">Split off some pages</h2>
              <p className="quiet">
                They become a document of their own, and this one keeps the rest. Dates that are read from a
                page go along with it.
              </p>
              <SplitForm page={page} />
            </section>
          ) : null}
        </div>
      )}
    </main>
  );
}
