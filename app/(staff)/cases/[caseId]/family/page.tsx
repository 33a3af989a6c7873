import type { Metadata } from 'next';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { readFamilyForm } from '@/lib/families/form-queries.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { type FamilyWords, LinkForm, Unlink, Unlinked } from './form.tsx';
import { RelativeRow } from './relative-row.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('case.change');
  return { title: wordsIn(language).family.title };
}

export default async function FamilyPage({ params, searchParams }: PageProps<'/cases/[caseId]/family'>) {
  const { caseId } = await params;
  const unlinkedId = recordIdIn((await searchParams)['unlinked']);
  const { language } = await requireActor('case.change');
  const today = pacificToday(await requestTime());
  const form = await openForm('case.change', (tx) => readFamilyForm(tx, caseId, today, unlinkedId));
  const catalog = wordsIn(language);
  const words = catalog.family;
  const { other, hint, link, back, unlink, undo, notLinked, after, untyped } = words;
  const said: FamilyWords = { other, hint, link, back, unlink, undo, notLinked, after, untyped };
  const { family, unlinked } = form.values;
  return (
    <RecordPage of={form.case} title={words.title} lead={words.explain} barred={form.barred}>
      <div className="pin-page">
        {unlinked ? (
          <Unlinked
            caseId={form.case.id}
            other={unlinked.number}
            said={words.unlinked(`${unlinked.clientName}, ${unlinked.number}`)}
            words={said}
          />
        ) : null}
        <section aria-labelledby="linked">
          <h2 id="linked">{words.linked}</h2>
          {family.length === 0 ? (
            <p className="nothing">{words.nothing}</p>
          ) : (
            <ul className="pin-list">
              {family.map((relative) => (
                <li key={relative.caseId}>
                  <RelativeRow of={relative} today={today} words={catalog} />
                  <Unlink
                    caseId={form.case.id}
                    otherId={relative.caseId}
                    name={words.unlinkCase(`${relative.clientName}, ${relative.number}`)}
                    words={said}
                  />
                </li>
              ))}
            </ul>
          )}
        </section>
        <LinkForm caseId={form.case.id} words={said} />
      </div>
    </RecordPage>
  );
}
