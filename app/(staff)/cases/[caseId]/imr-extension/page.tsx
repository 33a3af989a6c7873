import type { Metadata } from 'next';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { readExtensionForm } from '@/lib/imr/extension-form.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ImrExtensionForm } from './form.tsx';

export const metadata: Metadata = { title: 'Late filing' };

export default async function ImrExtensionPage({ params }: PageProps<'/cases/[caseId]/imr-extension'>) {
  const { caseId } = await params;
  const form = await openForm('imr.file', (tx, today) => readExtensionForm(tx, caseId, today));
  const approves = may(await requireActor('imr.file'), 'imr.approve-extension');
  return (
    <RecordPage
      of={form.case}
      title={approves && form.values.extension ? 'Approve the late filing' : 'Ask to file late'}
      lead={form.lead}
      help="six-months"
      barred={form.barred}
    >
      <ImrExtensionForm form={form} approves={approves} />
    </RecordPage>
  );
}
