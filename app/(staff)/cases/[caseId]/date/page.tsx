import type { Metadata } from 'next';
import { readDateForm, readWithdrawalForm } from '@/lib/date-adjustments/queries.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { DateForm, WithdrawalForm } from './form.tsx';

export const metadata: Metadata = { title: 'Another date' };

export default async function DatePage({ params, searchParams }: PageProps<'/cases/[caseId]/date'>) {
  const { caseId } = await params;
  const { rule, withdraw } = await searchParams;
  const adjustmentId = single(withdraw);
  if (adjustmentId !== null) {
    const form = await openForm('date.adjust', (tx, today) =>
      readWithdrawalForm(tx, caseId, today, adjustmentId),
    );
    return (
      <RecordPage of={form.case} title="Withdraw a date" lead={form.lead} barred={form.barred}>
        <WithdrawalForm form={form} />
      </RecordPage>
    );
  }
  const form = await openForm('date.adjust', (tx, today) => readDateForm(tx, caseId, today, single(rule)));
  return (
    <RecordPage of={form.case} title="Set another date" lead={form.lead} barred={form.barred}>
      <DateForm form={form} />
    </RecordPage>
  );
}
