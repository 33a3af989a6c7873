import { Mark } from '@/components/mark.tsx';
import type { DocumentPage } from '@/lib/documents/queries.ts';
import { documentHref } from '../../document-href.ts';

/** What a redaction takes away with it, and what it cannot reach. */
export function WhatIsDestroyed({ page }: { page: DocumentPage }) {
  const { case: of, document, versions, uses, twins } = page;
  const hasOriginal = versions.some((version) => version.hasOriginal);
  const earlier = versions.filter(({ destroyedAt }) => destroyedAt === null).length;
  const held = uses.packets.map(({ number }) => number);
  return (
    <div className="doc-destroyed">
      <h2>
        <Mark kind="late">Destroyed when you save</Mark>
      </h2>
      <ul>
        {hasOriginal ? <li>The file as it came in.</li> : null}
        <li>{earlier === 1 ? 'The version as it is now.' : `All ${earlier} versions up to now.`}</li>
        {document.splitFrom ? (
          <li>
            The versions of{' '}
            <a className="link" href={documentHref(of.id, document.splitFrom.id)}>
              {document.splitFrom.title}
            </a>{' '}
            from before the split, with its original: they show these pages.
          </li>
        ) : null}
      </ul>
      <h2>Not reached</h2>
      <ul>
        {held.length > 0 ? (
          <li>
            {held.length === 1 ? `Packet ${held[0]} was` : `Packets ${held.join(', ')} were`} frozen with
            these pages and keep{held.length === 1 ? 's' : ''} them. Make a new packet and send that.
          </li>
        ) : null}
        {twins.map(({ id, title }) => (
          <li key={id}>
            <a className="link" href={documentHref(of.id, id)}>
              {title}
            </a>{' '}
            is the same file and keeps its pages until it is redacted too.
          </li>
        ))}
        <li>Copies that were saved or sent, and backups of the server from before today.</li>
      </ul>
    </div>
  );
}
