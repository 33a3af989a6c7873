import type { Metadata } from 'next';
import { readDenialForm } from '@/lib/denials/queries.ts';
import { openDatedForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { DenialForm } from './form.tsx';

export const metadata: Metadata = { title: 'Denial' };

export default async function DenialPage({ params }: PageProps<'/cases/[caseId]/denial'>) {
  const { caseId } = await params;
  const form = await openDatedForm('denial.record', 'denial', (tx, today) =>
    readDenialForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title={form.isCorrection ? 'Correct the denial' : 'Record the denial'}
      lead={form.lead}
      barred={form.barred}
    >
      <DenialForm form={form} />
    </RecordPage>
  );
}
