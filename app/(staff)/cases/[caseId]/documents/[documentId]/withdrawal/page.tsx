import type { Metadata } from 'next';
import { documentHref } from '../../document-href.ts';
import { PaperBarred } from '../../paper-barred.tsx';
import { PaperHead } from '../../paper-head.tsx';
import { DocumentUses } from '../document-uses.tsx';
import { openDocument } from '../open-document.ts';
import { RestoreForm, WithdrawForm } from './form.tsx';

export const metadata: Metadata = { title: 'Withdraw a document' };

export default async function WithdrawalPage({
  params,
}: PageProps<'/cases/[caseId]/documents/[documentId]/withdrawal'>) {
  const { caseId, documentId } = await params;
  const page = await openDocument(caseId, documentId);
  const { case: of, document, barred } = page;
  const back = documentHref(of.id, document.id);
  const isRefused = document.state === 'refused';
  const isWithdrawn = document.withdrawnAt !== null;
  return (
    <main id="main">
      <PaperHead
        of={of}
        documentTitle={{ href: back, label: document.title }}
        title={
          isWithdrawn ? 'Bring the document back' : isRefused ? 'Remove the file' : 'Withdraw the document'
        }
        lead={leadOf({ isRefused, isWithdrawn })}
      />
      {barred ? (
        <PaperBarred violation={barred.violation} back={{ href: back, label: 'Back to the document' }} />
      ) : (
        <div className="wrap doc">
          {isWithdrawn ? <RestoreForm page={page} /> : <WithdrawForm page={page} />}
          <div className="case-side">
            <DocumentUses page={page} />
          </div>
        </div>
      )}
    </main>
  );
}

function leadOf({ isRefused, isWithdrawn }: { isRefused: boolean; isWithdrawn: boolean }): string {
  if (isWithdrawn) return 'It counts again for the checklist and goes into new packets.';
  if (isRefused)
    return 'It could not be taken in. Its bytes are destroyed; the record keeps that it was here.';
  return 'It stays on the record, out of the checklist and of new packets. It can be brought back.';
}
