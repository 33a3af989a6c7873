import type { Metadata } from 'next';
import { readComplaintForm } from '@/lib/complaints/queries.ts';
import { openDatedForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ComplaintForm } from './form.tsx';

export const metadata: Metadata = { title: 'Complaint' };

export default async function ComplaintPage({ params }: PageProps<'/cases/[caseId]/complaint'>) {
  const { caseId } = await params;
  const form = await openDatedForm('complaint.record', 'complaint', (tx, today) =>
    readComplaintForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title="Record a complaint to the regulator"
      lead={form.lead}
      barred={form.barred}
    >
      <ComplaintForm form={form} />
    </RecordPage>
  );
}
