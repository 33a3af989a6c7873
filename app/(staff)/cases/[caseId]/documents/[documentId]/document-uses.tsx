import type { DocumentPage } from '@/lib/documents/queries.ts';

/** Which packets and recorded dates rest on a document; nothing where none does. */
export function DocumentUses({ page: { case: of, uses } }: { page: DocumentPage }) {
  if (uses.packets.length === 0 && uses.dates.length === 0) return null;
  return (
    <section>
      <h2>Rests on it</h2>
      <ul className="doc-tasks">
        {uses.dates.length > 0 ? (
          <li>
            {uses.dates.length === 1 ? 'A recorded date is' : `${uses.dates.length} recorded dates are`} read
            from {pagesNamed(uses.dates.map(({ page }) => page))}.{' '}
            <a className="link" href={`/cases/${of.id}#facts`}>
              Recorded facts
            </a>
          </li>
        ) : null}
        {uses.packets.map(({ number, isReady }) => (
          <li key={number}>
            <a className="link" href={`/cases/${of.id}/packet`}>
              Packet {number}
            </a>{' '}
            {isReady ? 'holds it as it was when the packet was made.' : 'is being put together with it.'}
          </li>
        ))}
      </ul>
    </section>
  );
}

function pagesNamed(pages: readonly number[]): string {
  const named = [...new Set(pages)].toSorted((one, other) => one - other);
  return named.length === 1 ? `page ${named[0]}` : `pages ${named.join(', ')}`;
}
