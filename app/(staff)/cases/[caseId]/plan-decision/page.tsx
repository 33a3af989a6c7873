import type { Metadata } from 'next';
import { readPlanDecisionForm } from '@/lib/plan-decisions/queries.ts';
import { openDatedForm, single } from '../open-form.ts';
import { planPossessive, RecordPage } from '../record-page.tsx';
import { PlanDecisionForm } from './form.tsx';

export const metadata: Metadata = { title: 'Plan’s decision' };

export default async function PlanDecisionPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/plan-decision'>) {
  const { caseId } = await params;
  const { id } = await searchParams;
  const form = await openDatedForm(
    'plan-decision.log',
    'plan-decision',
    (tx, today) => readPlanDecisionForm(tx, caseId, today, single(id)),
    ({ values }) => values.decisionId,
  );
  const verb = form.isCorrection ? 'Correct' : 'Record';
  return (
    <RecordPage
      of={form.case}
      title={`${verb} ${planPossessive(form.case.planName)} decision`}
      lead={form.lead}
      help="plan-first"
      barred={form.barred}
    >
      <PlanDecisionForm form={form} />
    </RecordPage>
  );
}
