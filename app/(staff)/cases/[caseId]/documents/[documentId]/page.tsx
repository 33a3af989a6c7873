import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Mark } from '@/components/mark.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import { listDateForms } from '@/lib/date-documents/queries.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { readPagesFile } from '@/lib/documents/files/queries.ts';
import { type DocumentPage, readDocument } from '@/lib/documents/queries.ts';
import { pagesOf } from '@/lib/documents/rules.ts';
import { DOCUMENT_KIND_LABELS } from '@/lib/labels.ts';
import { textOfPage } from '@/lib/pages/read-pages.ts';
import { openForm, single } from '../../open-form.ts';
import { documentHref } from '../document-href.ts';
import { refusalOf } from '../document-list.tsx';
import { PaperHead } from '../paper-head.tsx';
import { RefreshSoon } from '../refresh-soon.tsx';
import { DocumentDates } from './document-dates.tsx';
import { DocumentSide } from './document-side.tsx';
import { DescriptionForm } from './form.tsx';
import { isZoom, PageViewer } from './page-viewer.tsx';

export const metadata: Metadata = { title: 'Document' };

export default async function DocumentViewPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/documents/[documentId]'>) {
  const { caseId, documentId } = await params;
  const asked = await searchParams;
  const actor = await requireActor('case.read');
  const asksText = single(asked['text']) === 'on';
  const page = await openForm('case.read', async (tx, today) => {
    const read = await readDocument(tx, caseId, documentId, today);
    if (!read) return null;
    const pages = asksText ? await readPagesFile(tx, caseId, documentId) : null;
    const dateForms = await listDateForms(tx, read.case.id, read.document.kind);
    return { ...read, dateForms, file: pages?.file ?? null };
  });
  const { case: of, document, barred } = page;
  const { pageCount } = document;
  const number = Number(single(asked['page']) ?? '1');
  const isThere = Number.isInteger(number) && number >= 1 && number <= Math.max(1, pageCount);
  if (!isThere) notFound();
  const mayChange = may(actor, 'document.change') && !barred && document.withdrawnAt === null;
  const zoom = single(asked['zoom']);
  const text = page.file && (await textOfPage(await getDocumentStore().read(page.file), number));
  return (
    <main id="main">
      <PaperHead
        of={of}
        documentTitle={{ label: document.title }}
        title={document.title}
        lead={leadOf(page)}
      />
      <div className="wrap doc">
        <div className="doc-view">
          {document.state === 'ready' ? (
            <PageViewer
              of={{ caseId: of.id, documentId, version: document.versionNumber }}
              title={document.title}
              pageCount={pageCount}
              page={number}
              zoom={isZoom(zoom) ? zoom : '1'}
              text={text}
            />
          ) : (
            <NoPages page={page} />
          )}
        </div>
        <div className="doc-about">
          {mayChange && document.state !== 'refused' ? <DescriptionForm page={page} /> : null}
          {mayChange && document.state === 'ready' ? (
            <div className="case-side">
              <DocumentDates caseId={of.id} documentId={documentId} page={number} forms={page.dateForms} />
            </div>
          ) : null}
          <DocumentSide page={page} mayChange={may(actor, 'document.change') && !barred} />
        </div>
      </div>
      <RefreshSoon isOn={document.state === 'checking'} href={documentHref(of.id, documentId)} />
    </main>
  );
}

function leadOf({ document }: DocumentPage): string {
  const { kind, state, pageCount, addedBy, addedAt, withdrawnAt, withdrawnReason } = document;
  const added = `added ${formatMediumDate(pacificToday(addedAt))} by ${addedBy}`;
  const what = [DOCUMENT_KIND_LABELS[kind], state === 'ready' ? pagesOf(pageCount) : '', added];
  const lead = `${what.filter((part) => part !== '').join(', ')}.`;
  if (!withdrawnAt) return lead;
  const why = withdrawnReason ? `: ${withdrawnReason}` : '.';
  return `${lead} Withdrawn ${formatMediumDate(pacificToday(withdrawnAt))}${why}`;
}

function NoPages({ page: { document } }: { page: DocumentPage }) {
  if (document.waitsForScanner)
    return (
      <div className="doc-none sheet">
        <p className="lead">This document is waiting for the virus scanner.</p>
        <p className="quiet">
          The scanner gave no answer. Nothing is opened before it has looked; the document is kept and asked
          about every half minute. If this lasts, tell whoever runs your server.
        </p>
      </div>
    );
  if (document.state === 'checking')
    return (
      <div className="doc-none sheet">
        <p className="lead">Recourse is looking inside and making its pages.</p>
        <p className="quiet">
          This takes seconds for a letter and a minute for a thick record. The page shows it by itself.
        </p>
      </div>
    );
  const { message, rule, remedy } = refusalOf(document.refusal);
  return (
    <div className="doc-none sheet">
      <p className="lead">
        <Mark kind="late">Could not be taken in</Mark>
      </p>
      <p>
        <strong>{message}</strong> {remedy}
      </p>
      {rule ? <p className="quiet">{rule}</p> : null}
    </div>
  );
}
