import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { ordinaryPeriodOf } from '@/lib/deadlines/rule-versions.ts';
import { datedRules } from '@/lib/deadlines/rules.ts';
import { unitsFor } from '@/lib/rule-versions/rules.ts';
import { unitText } from '@/lib/rule-versions/text-words.ts';
import { openRule } from '../open-rule.ts';
import { DraftForm } from './form.tsx';

export const metadata: Metadata = { title: 'Draft a change' };

export default async function DraftPage({ params }: PageProps<'/rules/[rule]/draft'>) {
  const { rule } = await openRule('rule.change', (await params).rule);
  const dated = datedRules.find(({ id }) => id === rule.id);
  if (!dated) notFound();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs
          trail={[
            { href: '/rules', label: 'Rules' },
            { href: `/rules/${rule.id}`, label: rule.title },
          ]}
        />
        <h1>Draft a change</h1>
        <p className="lead quiet">
          {rule.title}: {rule.period} as shipped. A second administrator approves the draft before any clock
          moves.
        </p>
      </header>
      <DraftForm
        rule={rule.id}
        count={ordinaryPeriodOf(dated).count}
        units={unitsFor(rule.id).map((unit) => ({ value: unit, label: unitText(unit) }))}
        hasSpecialCases={dated.clocks.some(({ when }) => when !== undefined)}
      />
    </main>
  );
}
