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
  const { kind, text } = await searchParams;
  const asked = { kind: single(kind) === 'call' ? 'call' : 'note', templateKey: single(text) } as const;
  const { userId: readerId, language } = await requireActor('note.add');
  const words = wordsIn(language);
  const { acts, messages, notes } = words;
  const { startFrom, bodyHint, offer } = notes.form;
  const now = await requestTime();
  const form = await openForm('note.add', (tx, today) =>
    readActForm(tx, caseId, { today, now, readerId }, asked, words),
  );
  const { waitingOn } = form.values;
  return (
    <RecordPage of={form.case} title={acts.title} lead={acts.lead} barred={form.barred}>
      <ActForm
        form={form}
        words={acts.form}
        noteWords={{ startFrom, bodyHint, offer }}
        messageNames={messages.kinds}
        asItIs={acts.asItIs(waitingOn ? acts.waitingInSentence[waitingOn] : acts.clocksSay)}
      />
    </RecordPage>
  );
}
