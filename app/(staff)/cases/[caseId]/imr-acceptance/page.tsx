import type { Metadata } from 'next';
import { readImrAcceptanceForm } from '@/lib/imr/review-forms.ts';
import { openDatedForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ImrAcceptanceForm } from './form.tsx';

export const metadata: Metadata = { title: 'IMR progress' };

export default async function ImrAcceptancePage({ params }: PageProps<'/cases/[caseId]/imr-acceptance'>) {
  const { caseId } = await params;
  const form = await openDatedForm('imr.follow', 'imr-acceptance', (tx, today) =>
    readImrAcceptanceForm(tx, caseId, today),
  );
  return (
    <RecordPage
      of={form.case}
      title="Record the IMR’s progress"
      help="regulator"
      lead={form.lead}
      barred={form.barred}
    >
      <ImrAcceptanceForm form={form} />
    </RecordPage>
  );
}
