import type { Metadata } from 'next';
import { readGrievanceForm } from '@/lib/grievances/queries.ts';
import { openDatedForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { GrievanceForm } from './form.tsx';

export const metadata: Metadata = { title: 'Grievance' };

export default async function GrievancePage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/grievance'>) {
  const { caseId } = await params;
  const { id } = await searchParams;
  const form = await openDatedForm(
    'grievance.log',
    'grievance',
    (tx, today) => readGrievanceForm(tx, caseId, today, single(id)),
    ({ values }) => values.grievanceId,
  );
  const { planName } = form.case;
  const title = form.isCorrection
    ? `Correct the grievance with ${planName ?? 'the plan'}`
    : `Log the grievance with ${planName ?? 'the plan'}`;
  return (
    <RecordPage of={form.case} title={title} help="plan-first" lead={form.lead} barred={form.barred}>
      <GrievanceForm form={form} />
    </RecordPage>
  );
}
