import type { Metadata } from 'next';
import { requireActor } from '@/lib/access/session.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { readPinnedForm } from '@/lib/pinned-facts/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { PinForm, type PinWords, Unpin, Unpinned } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('note.add');
  return { title: wordsIn(language).pinnedFacts.title };
}

export default async function PinnedFactsPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/pinned-facts'>) {
  const { caseId } = await params;
  const unpinnedId = recordIdIn((await searchParams)['unpinned']);
  const { language } = await requireActor('note.add');
  const form = await openForm('note.add', (tx, today) => readPinnedForm(tx, caseId, today, unpinnedId));
  const words = wordsIn(language).pinnedFacts;
  const { fact, hint, pin, back, unpin, undo, notThere } = words;
  const said: PinWords = { fact, hint, pin, back, unpin, undo, notThere };
  const { facts, unpinned } = form.values;
  return (
    <RecordPage of={form.case} title={words.title} lead={form.lead} barred={form.barred}>
      <div className="pin-page">
        {unpinned ? (
          <Unpinned
            caseId={form.case.id}
            factId={unpinned.id}
            said={words.unpinned(unpinned.body)}
            words={said}
          />
        ) : null}
        <section aria-labelledby="pinned">
          <h2 id="pinned">{words.pinned}</h2>
          {facts.length === 0 ? (
            <p className="nothing">{words.nothing}</p>
          ) : (
            <ul className="pin-list">
              {facts.map(({ id, body, by }) => (
                <li key={id}>
                  <div>
                    <p>{body}</p>
                    <p className="quiet small">{words.by(by)}</p>
                  </div>
                  <Unpin caseId={form.case.id} factId={id} name={words.unpinFact(body)} words={said} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <PinForm caseId={form.case.id} words={said} />
      </div>
    </RecordPage>
  );
}
