import type { Metadata } from 'next';
import { readHearingForm } from '@/lib/hearings/queries.ts';
import { openDatedForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { HearingForm } from './form.tsx';

export const metadata: Metadata = { title: 'State Hearing' };

export default async function HearingPage({ params }: PageProps<'/cases/[caseId]/hearing'>) {
  const { caseId } = await params;
  const form = await openDatedForm('hearing.record', 'hearing', (tx, today) =>
    readHearingForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title="Record the State Hearing"
      help="medi-cal"
      lead={form.lead}
      barred={form.barred}
    >
      <HearingForm form={form} />
    </RecordPage>
  );
}
