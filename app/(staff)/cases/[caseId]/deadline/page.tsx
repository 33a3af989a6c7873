import type { Metadata } from 'next';
import { requireActor } from '@/lib/access/session.ts';
import { readDeadlineForm, readFinishForm } from '@/lib/manual-deadlines/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { DeadlineForm, FinishForm } from './form.tsx';

export const metadata: Metadata = { title: 'Deadline' };

export default async function DeadlinePage({ params, searchParams }: PageProps<'/cases/[caseId]/deadline'>) {
  const { caseId } = await params;
  const { id } = await searchParams;
  const deadlineId = single(id);
  if (deadlineId !== null) {
    const form = await openForm('deadline.add', (tx, today) => readFinishForm(tx, caseId, today, deadlineId));
    return (
      <RecordPage of={form.case} title="Finish a deadline" lead={form.lead} barred={form.barred}>
        <FinishForm form={form} />
      </RecordPage>
    );
  }
  const words = wordsIn((await requireActor('deadline.add')).language).family;
  const form = await openForm('deadline.add', (tx, today) => readDeadlineForm(tx, caseId, today));
  return (
    <RecordPage of={form.case} title="Add a deadline" lead={form.lead} barred={form.barred}>
      <DeadlineForm form={form} alsoOn={{ label: words.alsoOn, hint: words.alsoHint }} />
    </RecordPage>
  );
}
