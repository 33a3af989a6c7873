import type { Metadata } from 'next';
import { requireActor } from '@/lib/access/session.ts';
import { readAssignmentForm } from '@/lib/cases/form-queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { AssignmentForm } from './form.tsx';

export const metadata: Metadata = { title: 'Owner' };

export default async function AssignmentPage({ params }: PageProps<'/cases/[caseId]/assignment'>) {
  const { caseId } = await params;
  const words = wordsIn((await requireActor('case.assign')).language).family;
  const form = await openForm('case.assign', (tx, today) => readAssignmentForm(tx, caseId, today));
  return (
    <RecordPage of={form.case} title="Hand the case to a colleague" lead={form.lead} barred={form.barred}>
      <AssignmentForm form={form} alsoOn={{ label: words.alsoMove, hint: words.alsoHint }} />
    </RecordPage>
  );
}
