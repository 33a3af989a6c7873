import type { Metadata } from 'next';
import { Crumbs } from '@/components/page-head.tsx';
import { LineForm } from '../../../line-form.tsx';
import { openPlan } from '../../open-plan.ts';
import { addPlanLineAction } from './action.ts';

export const metadata: Metadata = { title: 'Add line' };

export default async function NewLinePage({ params }: PageProps<'/plans/[planId]/lines/new'>) {
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
        <h1>Add a line to {plan.name}</h1>
        <p className="lead quiet">The regulator of the line decides which law its cases follow.</p>
      </header>
      <LineForm action={addPlanLineAction} planId={plan.id} />
    </main>
  );
}
