import type { Metadata } from 'next';
import { readItemAnswerForm } from '@/lib/filing-checklist/queries.ts';
import { openForm, single } from '../../open-form.ts';
import { RecordPage } from '../../record-page.tsx';
import { ItemAnswerForm, WithdrawItemAnswerForm } from './form.tsx';

export const metadata: Metadata = { title: 'Answer an item' };

export default async function ItemAnswerPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/filing-checklist/answer'>) {
  const { caseId } = await params;
  const item = single((await searchParams)['item']) ?? '';
  const form = await openForm('document.change', (tx, today) => readItemAnswerForm(tx, caseId, today, item));
  return (
    <RecordPage of={form.case} title={form.values.title} lead={form.lead} barred={form.barred}>
      <div className="rec-forms">
        <WithdrawItemAnswerForm form={form} />
        <ItemAnswerForm form={form} />
      </div>
    </RecordPage>
  );
}
