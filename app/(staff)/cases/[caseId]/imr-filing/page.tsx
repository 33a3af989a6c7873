import type { Metadata } from 'next';
import { readImrFilingForm } from '@/lib/imr/filing-form.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ImrFilingForm } from './form.tsx';

export const metadata: Metadata = { title: 'IMR filing' };

export default async function ImrFilingPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/imr-filing'>) {
  const { caseId } = await params;
  const { id, sent } = await searchParams;
  const form = await openForm('imr.file', (tx, today) =>
    readImrFilingForm(tx, caseId, today, single(id), sent === 'earlier'),
  );
  return (
    <RecordPage
      of={form.case}
      title={form.isCorrection ? 'Correct the IMR filing' : 'Record the IMR filing'}
      lead={form.lead}
      help="who-qualifies"
      barred={form.barred}
    >
      <ImrFilingForm form={form} />
    </RecordPage>
  );
}
