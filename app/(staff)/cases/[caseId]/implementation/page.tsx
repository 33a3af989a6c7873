import type { Metadata } from 'next';
import { readImplementationForm } from '@/lib/imr/review-forms.ts';
import { openDatedForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ImplementationForm } from './form.tsx';

export const metadata: Metadata = { title: 'Implementation' };

export default async function ImplementationPage({ params }: PageProps<'/cases/[caseId]/implementation'>) {
  const { caseId } = await params;
  const form = await openDatedForm('imr.follow', 'implementation', (tx, today) =>
    readImplementationForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title={`Record how ${form.case.planName ?? 'the plan'} carried it out`}
      lead={form.lead}
      barred={form.barred}
    >
      <ImplementationForm form={form} />
    </RecordPage>
  );
}
