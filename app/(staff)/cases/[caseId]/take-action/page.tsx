import type { Metadata } from 'next';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { readActForm } from '@/lib/acts/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ActForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('note.add');
  return { title: wordsIn(language).acts.title };
}

export default async function TakeActionPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/take-action'>) {
  const { caseId } = await params;
  const kind = single((await searchParams)['kind']) === 'call' ? 'call' : 'note';
  const { language } = await requireActor('note.add');
  const { acts, messages } = wordsIn(language);
  const now = await requestTime();
  const form = await openForm('note.add', (tx, today) => readActForm(tx, caseId, today, now, messages));
  const { waitingOn } = form.values;
  return (
    <RecordPage of={form.case} title={acts.title} lead={acts.lead} barred={form.barred}>
      <ActForm
        form={form}
        kind={kind}
        words={acts.form}
        messageNames={messages.kinds}
        asItIs={acts.asItIs(waitingOn ? acts.waitingInSentence[waitingOn] : acts.clocksSay)}
      />
    </RecordPage>
  );
}
