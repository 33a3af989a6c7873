import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { formatTypedDate } from '@/lib/calendar/format-date.ts';
import { LineForm } from '../../../line-form.tsx';
import { openPlan } from '../../open-plan.ts';
import { changePlanLineAction } from './action.ts';

export const metadata: Metadata = { title: 'Change line' };

export default async function ChangeLinePage({ params }: PageProps<'/plans/[planId]/lines/[lineId]'>) {
  const { planId, lineId } = await params;
  const { plan } = await openPlan('plan.change', planId);
  const line = plan.lines.find(({ id }) => id === lineId);
  if (!line) notFound();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs
          trail={[
            { href: '/plans', label: 'Plans' },
            { href: `/plans/${plan.id}`, label: plan.name },
          ]}
        />
        <h1>{line.name}</h1>
        <p className="lead quiet">Verify it with its source and today’s date, or correct it.</p>
      </header>
      <LineForm
        action={changePlanLineAction}
        planId={plan.id}
        line={{ ...line, verifiedOn: line.verifiedOn ? formatTypedDate(line.verifiedOn) : '' }}
      />
    </main>
  );
}
