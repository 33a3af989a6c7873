import type { Metadata } from 'next';
import { readImrDeterminationForm } from '@/lib/imr/review-forms.ts';
import { openDatedForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ImrDeterminationForm } from './form.tsx';

export const metadata: Metadata = { title: 'Determination' };

export default async function ImrDeterminationPage({
  params,
}: PageProps<'/cases/[caseId]/imr-determination'>) {
  const { caseId } = await params;
  const form = await openDatedForm('imr.follow', 'imr-determination', (tx, today) =>
    readImrDeterminationForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title="Record the determination"
      help="regulator"
      lead={form.lead}
      barred={form.barred}
    >
      <ImrDeterminationForm form={form} />
    </RecordPage>
  );
}
