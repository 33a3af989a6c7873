import type { Metadata } from 'next';
import { readClosureForm } from '@/lib/cases/form-queries.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { EndingClocks } from './ending-clocks.tsx';
import { CloseCaseForm, ReopenCaseForm } from './form.tsx';

export const metadata: Metadata = { title: 'Closure' };

export default async function ClosurePage({ params }: PageProps<'/cases/[caseId]/closure'>) {
  const { caseId } = await params;
  const form = await openForm('case.close', (tx, today) => readClosureForm(tx, caseId, today));
  const { isClosed } = form.values;
  return (
    <RecordPage of={form.case} title={isClosed ? 'Reopen the case' : 'Close the case'} lead={form.lead}>
      {isClosed ? <ReopenCaseForm form={form} /> : <CloseCaseForm form={form} />}
      <EndingClocks clocks={form.case.clocks} isClosed={isClosed} />
    </RecordPage>
  );
}
