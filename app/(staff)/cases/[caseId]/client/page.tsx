import type { Metadata } from 'next';
import { readClientForm } from '@/lib/clients/queries.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { ClientForm } from './form.tsx';

export const metadata: Metadata = { title: 'Client' };

export default async function ClientPage({ params }: PageProps<'/cases/[caseId]/client'>) {
  const { caseId } = await params;
  const form = await openForm(
    'client.change',
    (tx, today) => readClientForm(tx, caseId, today),
    'client.viewed',
  );
  return (
    <RecordPage
      of={form.case}
      title={`Change how ${form.case.clientName} is recorded and reached`}
      lead={form.lead}
      barred={form.barred}
    >
      <ClientForm form={form} />
    </RecordPage>
  );
}
