import type { Metadata } from 'next';
import { readProofForm } from '@/lib/imr/proof-form.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { FilingProofForm } from './form.tsx';

export const metadata: Metadata = { title: 'Proof of filing' };

export default async function FilingProofPage({ params }: PageProps<'/cases/[caseId]/proof-of-filing'>) {
  const { caseId } = await params;
  const form = await openForm('imr.file', (tx, today) => readProofForm(tx, caseId, today));
  return (
    <RecordPage of={form.case} title="Record proof of filing" lead={form.lead} barred={form.barred}>
      <FilingProofForm form={form} />
    </RecordPage>
  );
}
