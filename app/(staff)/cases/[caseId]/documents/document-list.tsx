import type { ReactNode } from 'react';
import { Disclosure } from '@/components/disclosure.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMediumDate, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { DocumentLine } from '@/lib/documents/queries.ts';
import { pagesOf } from '@/lib/documents/rules.ts';
import { REFUSALS, type RefusalCode } from '@/lib/inspection/refusals.ts';
import { DOCUMENT_KIND_LABELS } from '@/lib/labels.ts';
import { documentHref } from './document-href.ts';
import { PageIcon } from './page-icon.tsx';

type Props = { caseId: string; documents: readonly DocumentLine[] };

/** The documents that can be used, in the order of the checklist. */
export function DocumentList({ caseId, documents, today }: Props & { today: LocalDate }) {
  return (
    <GridTable
      caption="Documents of the case"
      rowHead="title"
      roomy
      columns={[
        { key: 'title', head: 'Document', className: 'doc-t' },
        { key: 'letterOn', head: 'Dated' },
        { key: 'receivedOn', head: 'Received' },
        { key: 'pages', head: 'Pages' },
        { key: 'added', head: 'Added' },
      ]}
      bands={[{ key: 'documents', rows: documents.map((document) => rowOf(caseId, document, today)) }]}
      cards={
        <ul className="cards">
          {documents.map((document) => (
            <li key={document.id}>
              <DocumentName caseId={caseId} document={document}>
                <span className="quiet small">
                  {document.letterOn ? `${formatMediumDate(document.letterOn)}, ` : ''}
                  <Pages document={document} />
                </span>
              </DocumentName>
            </li>
          ))}
        </ul>
      }
    />
  );
}

const rowOf = (caseId: string, document: DocumentLine, today: LocalDate) => ({
  key: document.id,
  cells: {
    title: <DocumentName caseId={caseId} document={document} />,
    letterOn: document.letterOn ? <CivilDate on={document.letterOn} today={today} /> : <NotSaid />,
    receivedOn: document.receivedOn ? <CivilDate on={document.receivedOn} today={today} /> : <NotSaid />,
    pages: <Pages document={document} />,
    added: (
      <>
        <CivilDate on={pacificToday(document.addedAt)} today={today} />{' '}
        <span className="quiet">{document.addedBy}</span>
      </>
    ),
  },
});

const CivilDate = ({ on, today }: { on: LocalDate; today: LocalDate }) => (
  <time dateTime={on}>{formatShortDate(on, today)}</time>
);

const NotSaid = () => <span className="faint">not said</span>;

function Pages({ document: { state, pageCount, waitsForScanner } }: { document: DocumentLine }) {
  if (waitsForScanner) return <Mark kind="risk">waiting for the virus scanner</Mark>;
  if (state === 'checking') return <Mark kind="open">being looked at</Mark>;
  return <>{pagesOf(pageCount)}</>;
}

function DocumentName({
  caseId,
  document,
  children,
}: {
  caseId: string;
  document: DocumentLine;
  children?: ReactNode;
}) {
  return (
    <span className="doc-name">
      <PageIcon />
      <span>
        <a className="cc-n" href={documentHref(caseId, document.id)}>
          {document.title}
        </a>
        <span className="quiet">{DOCUMENT_KIND_LABELS[document.kind]}</span>
        {document.sameAs ? (
          <span className="quiet small">
            The same file as{' '}
            <a className="link" href={documentHref(caseId, document.sameAs.id)}>
              {document.sameAs.title}
            </a>
          </span>
        ) : null}
        {children}
      </span>
    </span>
  );
}

/** What could not be taken in, each with its sentence; everything else went on. */
export function RefusedFiles({ caseId, documents, mayChange }: Props & { mayChange: boolean }) {
  if (documents.length === 0) return null;
  return (
    <section className="doc-refused" aria-labelledby="refused">
      <h2 id="refused">
        <Mark kind="late">Could not be taken in</Mark> <span className="count">{documents.length}</span>
      </h2>
      <ul>
        {documents.map((document) => (
          <li key={document.id}>
            <RefusedFile caseId={caseId} document={document} mayChange={mayChange} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RefusedFile({
  caseId,
  document,
  mayChange,
}: {
  caseId: string;
  document: DocumentLine;
  mayChange: boolean;
}) {
  const { message, rule, remedy } = refusalOf(document.refusal);
  return (
    <>
      <div>
        <a className="link" href={documentHref(caseId, document.id)}>
          {document.fileName || document.title}
        </a>
        <p>
          <strong>{message}</strong> {remedy}
        </p>
        {rule ? <p className="quiet small">{rule}</p> : null}
      </div>
      {mayChange ? (
        <a className="btn" href={documentHref(caseId, document.id, '/withdrawal')}>
          Remove<span className="vh"> {document.fileName || document.title}</span>
        </a>
      ) : null}
    </>
  );
}

/** The words of a refusal; of a code that this version does not know, those of a file that could not be read. */
export const refusalOf = (code: string | null) =>
  REFUSALS[code !== null && code in REFUSALS ? (code as RefusalCode) : 'not-readable'];

export function WithdrawnDocuments({ caseId, documents }: Props) {
  if (documents.length === 0) return null;
  return (
    <Disclosure
      summary={documents.length === 1 ? '1 withdrawn document' : `${documents.length} withdrawn documents`}
    >
      <ul className="doc-withdrawn">
        {documents.map(({ id, title, kind, withdrawnAt, withdrawnReason }) => (
          <li key={id}>
            <a className="link" href={documentHref(caseId, id)}>
              {title}
            </a>{' '}
            <span className="quiet">
              {DOCUMENT_KIND_LABELS[kind]}
              {withdrawnAt ? `, withdrawn ${formatMediumDate(pacificToday(withdrawnAt))}` : ''}
              {withdrawnReason ? `: ${withdrawnReason}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
