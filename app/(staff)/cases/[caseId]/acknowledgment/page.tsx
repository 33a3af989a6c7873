import type { Metadata } from 'next';
import { readAcknowledgmentForm } from '@/lib/grievances/queries.ts';
import { openDatedForm } from '../open-form.ts';
import { planPossessive, RecordPage } from '../record-page.tsx';
import { AcknowledgmentForm } from './form.tsx';

export const metadata: Metadata = { title: 'Acknowledgment' };

export default async function AcknowledgmentPage({ params }: PageProps<'/cases/[caseId]/acknowledgment'>) {
  const { caseId } = await params;
  const form = await openDatedForm('grievance.log', 'acknowledgment', (tx, today) =>
    readAcknowledgmentForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title={`Record ${planPossessive(form.case.planName)} acknowledgment`}
      lead={form.lead}
      barred={form.barred}
    >
      <AcknowledgmentForm form={form} />
    </RecordPage>
  );
}
