import type { Metadata } from 'next';
import { Crumbs } from '@/components/page-head.tsx';
import { PlanForm } from '../../plan-form.tsx';
import { openPlan } from '../open-plan.ts';
import { changePlanAction } from './action.ts';

export const metadata: Metadata = { title: 'Change plan' };

export default async function ChangePlanPage({ params }: PageProps<'/plans/[planId]/change'>) {
  const { plan } = await openPlan('plan.change', (await params).planId);
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs
          trail={[
            { href: '/plans', label: 'Plans' },
            { href: `/plans/${plan.id}`, label: plan.name },
          ]}
        />
        <h1>Change {plan.name}</h1>
      </header>
      <PlanForm
        action={changePlanAction}
        plan={{
          id: plan.id,
          name: plan.name,
          phone: plan.phone,
          grievanceFax: plan.grievanceFax,
          grievanceAddress: plan.grievanceAddress,
          note: plan.note,
        }}
      />
    </main>
  );
}
