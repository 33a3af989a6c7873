import type { Metadata } from 'next';
import { Crumbs } from '@/components/page-head.tsx';
import { requireActor } from '@/lib/access/session.ts';
import { PlanForm } from '../plan-form.tsx';
import { addPlanAction } from './action.ts';

export const metadata: Metadata = { title: 'Add plan' };

export default async function NewPlanPage() {
  await requireActor('plan.change');
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/plans', label: 'Plans' }]} />
        <h1>Add a plan</h1>
        <p className="lead quiet">Its lines, each with its regulator, come next.</p>
      </header>
      <PlanForm action={addPlanAction} />
    </main>
  );
}
