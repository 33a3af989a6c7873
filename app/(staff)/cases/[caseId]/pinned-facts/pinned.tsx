import { Pin } from 'lucide-react';
import { mayRecord, recordHref } from '@/lib/cases/available-records.ts';
import type { Role } from '@/lib/db/vocabulary.ts';
import type { PinnedFact } from '@/lib/pinned-facts/queries.ts';
import type { Words } from '@/lib/words/words.ts';

/** What everybody who opens the case has to know first; nothing at all where nothing is pinned. */
export function Pinned({
  caseId,
  facts,
  reader,
  isClosed,
  words,
}: {
  caseId: string;
  facts: readonly PinnedFact[];
  reader: { readonly role: Role };
  isClosed: boolean;
  words: Words['pinnedFacts'];
}) {
  if (facts.length === 0) return null;
  return (
    <section className="pinned" aria-labelledby="first">
      <h2 id="first">
        <Pin className="i" size={16} aria-hidden="true" />
        {words.heading}
      </h2>
      <ul>
        {facts.map(({ id, body, who }) => (
          <li key={id} title={words.by(who)}>
            {body}
          </li>
        ))}
      </ul>
      {mayRecord(reader, 'pinned-facts') && !isClosed ? (
        <a className="link" href={recordHref(caseId, 'pinned-facts')}>
          {words.change}
        </a>
      ) : null}
    </section>
  );
}
