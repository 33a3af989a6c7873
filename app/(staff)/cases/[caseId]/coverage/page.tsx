import type { Metadata } from 'next';
import { readCoverageForm } from '@/lib/cases/form-queries.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { CoverageForm } from './form.tsx';

export const metadata: Metadata = { title: 'Coverage' };

export default async function CoveragePage({ params }: PageProps<'/cases/[caseId]/coverage'>) {
  const { caseId } = await params;
  const form = await openForm('case.change', (tx, today) => readCoverageForm(tx, caseId, today));
  return (
    <RecordPage
      of={form.case}
      title={form.isCorrection ? 'Correct the coverage' : 'Set the plan'}
      lead={form.lead}
      barred={form.barred}
    >
      <CoverageForm form={form} />
    </RecordPage>
  );
}
