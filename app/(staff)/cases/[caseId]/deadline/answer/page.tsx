import type { Metadata } from 'next';
import { readAnswerForm } from '@/lib/reminder-answers/queries.ts';
import { openForm, single } from '../../open-form.ts';
import { RecordPage } from '../../record-page.tsx';
import { AnswerForm, WithdrawForm } from './form.tsx';

export const metadata: Metadata = { title: 'Answer reminders' };

export default async function AnswerPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/deadline/answer'>) {
  const { caseId } = await params;
  const rule = single((await searchParams)['rule']) ?? '';
  const form = await openForm('reminder.answer', (tx, today) => readAnswerForm(tx, caseId, today, rule));
  return (
    <RecordPage of={form.case} title="Answer its reminders" lead={form.lead} barred={form.barred}>
      <div className="rec-forms">
        <WithdrawForm form={form} />
        <AnswerForm form={form} />
      </div>
    </RecordPage>
  );
}
