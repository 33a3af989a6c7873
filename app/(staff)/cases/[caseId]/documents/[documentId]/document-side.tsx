import { Mark } from '@/components/mark.tsx';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import type { DocumentPage, DocumentVersion } from '@/lib/documents/queries.ts';
import { pagesOf } from '@/lib/documents/rules.ts';
import { DOCUMENT_CHANGE_LABELS } from '@/lib/labels.ts';
import { documentHref } from '../document-href.ts';
import { DocumentUses } from './document-uses.tsx';

type Props = { page: DocumentPage; mayChange: boolean };

/** What can be done with a document, what rests on it, and what became of it. */
export function DocumentSide({ page, mayChange }: Props) {
  return (
    <div className="case-side">
      {mayChange ? <Tasks page={page} /> : null}
      <Downloads page={page} />
      <DocumentUses page={page} />
      <Relatives page={page} />
      <Versions page={page} />
    </div>
  );
}

function Tasks({ page: { case: of, document } }: Pick<Props, 'page'>) {
  const task = (name: string) => documentHref(of.id, document.id, `/${name}`);
  const hasPages = document.state === 'ready' && !document.isLetter;
  const isStanding = document.withdrawnAt === null;
  const isGone = document.state === 'refused' && !isStanding;
  if (isGone) return null;
  return (
    <section>
      <h2>Change it</h2>
      <ul className="doc-tasks">
        {document.isLetter && isStanding ? (
          <li>
            <a className="link" href={`/cases/${of.id}/letters/${document.id}`}>
              Edit the letter
            </a>
          </li>
        ) : null}
        {hasPages && isStanding ? (
          <>
            <li>
              <a className="link" href={task('pages')}>
                Turn pages or put them in order
              </a>
            </li>
            {document.pageCount > 1 ? (
              <li>
                <a className="link" href={`${task('pages')}#split`}>
                  Split off some pages
                </a>
              </li>
            ) : null}
          </>
        ) : null}
        {hasPages ? (
          <li>
            <a className="link" href={task('redaction')}>
              Black something out for good
            </a>
          </li>
        ) : null}
        <li>
          <a className="link" href={task('withdrawal')}>
            {isStanding ? (document.state === 'refused' ? 'Remove it' : 'Withdraw it') : 'Bring it back'}
          </a>
        </li>
      </ul>
    </section>
  );
}

function Downloads({ page: { case: of, document, versions } }: Pick<Props, 'page'>) {
  const hasOriginal = versions.some((version) => version.hasOriginal);
  const mayLeave = document.state !== 'checking' && document.refusal !== 'infected';
  if (!mayLeave || (!hasOriginal && document.state !== 'ready')) return null;
  return (
    <section>
      <h2>Save a copy</h2>
      <ul className="doc-tasks">
        {document.state === 'ready' ? (
          <li>
            <a className="link" href={documentHref(of.id, document.id, '/file')}>
              Its pages as a PDF
            </a>
          </li>
        ) : null}
        {hasOriginal ? (
          <li>
            <a className="link" href={documentHref(of.id, document.id, '/original')}>
              The file as it came in
            </a>
            {document.fileName ? (
              <span className="tl-line quiet small" dir="auto">
                {document.fileName}
              </span>
            ) : null}
          </li>
        ) : null}
      </ul>
      <p className="quiet small">Whoever saves a copy is put on the record.</p>
    </section>
  );
}

function Relatives({ page: { case: of, document, splitOff, twins } }: Pick<Props, 'page'>) {
  if (!document.splitFrom && splitOff.length === 0 && twins.length === 0) return null;
  const link = ({ id, title }: { id: string; title: string }) => (
    <a className="link" href={documentHref(of.id, id)}>
      {title}
    </a>
  );
  return (
    <section>
      <h2>Belongs with</h2>
      <ul className="doc-tasks">
        {document.splitFrom ? <li>Split from {link(document.splitFrom)}</li> : null}
        {splitOff.map((each) => (
          <li key={each.id}>{link(each)} was split from it</li>
        ))}
        {twins.map((each) => (
          <li key={each.id}>The same file as {link(each)}</li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ page: { case: of, document, versions } }: Pick<Props, 'page'>) {
  return (
    <section>
      <h2>
        Versions <span className="count">{versions.length}</span>
      </h2>
      <ol className="doc-versions" reversed>
        {versions.map((version) => (
          <li key={version.number}>
            <span>
              <b>{version.number}</b> {DOCUMENT_CHANGE_LABELS[version.change]}
              {version.pageCount > 0 ? `, ${pagesOf(version.pageCount)}` : ''}
            </span>
            <span className="quiet small">
              {formatMoment(version.madeAt)}, {version.madeBy}
            </span>
            <Former
              caseId={of.id}
              documentId={document.id}
              version={version}
              latest={document.versionNumber}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Former({
  caseId,
  documentId,
  version,
  latest,
}: {
  caseId: string;
  documentId: string;
  version: DocumentVersion;
  latest: number;
}) {
  if (version.destroyedAt)
    return (
      <span className="small">
        <Mark kind="open">Destroyed {formatMoment(version.destroyedAt)}</Mark>
      </span>
    );
  if (version.number === latest || !version.hasPages) return null;
  return (
    <a className="link small" href={documentHref(caseId, documentId, `/file?version=${version.number}`)}>
      Save version {version.number}
    </a>
  );
}
