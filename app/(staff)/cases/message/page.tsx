import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { CLIENT_MESSAGES } from '@/lib/db/vocabulary.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { homeOf, returnHref, viewFilter } from '@/lib/worklist/list-filter.ts';
import { listUnpaged } from '@/lib/worklist/queries.ts';
import { BulkMessageForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('letter.write');
  return { title: wordsIn(language).caseList.messaging.title };
}

const MOST = 50;

/** A message to the clients of the cases that were chosen in the list. */
export default async function BulkMessagePage({ searchParams }: PageProps<'/cases/message'>) {
  const actor = await requireActor('letter.write');
  const today = pacificToday(await requestTime());
  const given = await searchParams;
  const { caseList, labels, messages } = wordsIn(actor.language);
  const ids = String(given['cases'] ?? '')
    .split(',')
    .flatMap((id) => recordIdIn(id) ?? [])
    .slice(0, MOST);
  const from = returnHref(typeof given['from'] === 'string' ? given['from'] : '', {});
  const filter = viewFilter('', homeOf(actor.role));
  const cases =
    ids.length === 0
      ? []
      : await inOffice(getDatabase(), actor, today, (tx) =>
          listUnpaged(tx, filter, actor.userId, today, ids, MOST),
        );
  const { title, lead, none, toList, texts, form } = caseList.messaging;
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <h1>{title}</h1>
        <p className="lead quiet">{lead}</p>
      </header>
      {cases.length === 0 ? (
        <EmptyState title={none} action={<LinkButton href="/cases">{toList}</LinkButton>} />
      ) : (
        <BulkMessageForm
          from={from}
          clients={cases.map(({ id, clientName, number, language }) => ({
            caseId: id,
            label: `${clientName}, ${number}, ${labels.languageName[language]}`,
          }))}
          choices={CLIENT_MESSAGES.map((kind) => ({
            value: kind,
            label: messages.kinds[kind],
            detail: texts[kind],
          }))}
          words={form}
        />
      )}
    </main>
  );
}
