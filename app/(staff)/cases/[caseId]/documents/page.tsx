import type { Metadata } from 'next';
import { EmptyState } from '@/components/empty-state.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { readDocumentsPage } from '@/lib/documents/queries.ts';
import { getEnv } from '@/lib/env.ts';
import { CaseTabs } from '../case-tabs.tsx';
import { openForm } from '../open-form.ts';
import { DocumentList, RefusedFiles, WithdrawnDocuments } from './document-list.tsx';
import { PaperHead } from './paper-head.tsx';
import { RefreshSoon } from './refresh-soon.tsx';
import { Uploader } from './uploader.tsx';

export const metadata: Metadata = { title: 'Documents' };

export default async function DocumentsPage({ params }: PageProps<'/cases/[caseId]/documents'>) {
  const { caseId } = await params;
  const actor = await requireActor('case.read');
  const page = await openForm('case.read', (tx, today) => readDocumentsPage(tx, caseId, today));
  const { case: of, barred, documents } = page;
  const today = pacificToday(await requestTime());
  const withdrawn = documents.filter(({ withdrawnAt }) => withdrawnAt !== null);
  const standing = documents.filter(({ withdrawnAt }) => withdrawnAt === null);
  const refused = standing.filter(({ state }) => state === 'refused');
  const usable = standing.filter(({ state }) => state !== 'refused');
  const mayChange = may(actor, 'document.change') && !barred;
  return (
    <main id="main">
      <PaperHead
        of={of}
        title={
          <>
            Documents <span className="count">{usable.length}</span>
          </>
        }
        lead="In the order in which a regulator’s checklist asks for them."
      />
      <CaseTabs caseId={of.id} current="documents" counts={{ documents: usable.length }} />
      <div className="wrap documents">
        <div className="doc-main">
          <RefusedFiles caseId={of.id} documents={refused} mayChange={mayChange} />
          {usable.length === 0 ? (
            <EmptyState title="No document is on this case yet.">
              Letters, records, bills and photos of them belong here. Dates on the case can then point at the
              page that shows them.
            </EmptyState>
          ) : (
            <DocumentList caseId={of.id} documents={usable} today={today} />
          )}
          <WithdrawnDocuments caseId={of.id} documents={withdrawn} />
        </div>
        <aside className="doc-side" aria-label="Add documents">
          {may(actor, 'document.add') && !barred ? (
            <Uploader caseId={of.id} limitMegabytes={getEnv().UPLOAD_LIMIT_MB} />
          ) : (
            <p className="quiet">{barred ? barred.violation.message : 'Your role reads documents only.'}</p>
          )}
        </aside>
      </div>
      <RefreshSoon
        isOn={usable.some(({ state }) => state === 'checking')}
        href={`/cases/${of.id}/documents`}
      />
    </main>
  );
}
