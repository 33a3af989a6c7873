import type { FilingChecklist } from '@/lib/filing-checklist/queries.ts';
import { Meter } from './meter.tsx';

/** How ready the application is, in one line; nothing where the case goes to no IMR or the review is over. */
export function FilingReady({ checklist }: { checklist: FilingChecklist }) {
  const { assessed, items, readiness } = checklist;
  const { record, assessment } = assessed;
  if (record.closedAt || readiness.elsewhere || assessment.imr.availability === 'decided') return null;
  return (
    <section>
      <h2>Filing-ready</h2>
      <Meter items={items} />
      <p>
        {readiness.doneCount} of {readiness.neededCount}. <span className="quiet">{readiness.sentence}</span>
      </p>
      <a className="link" href={`/cases/${record.id}/filing-checklist`}>
        Filing checklist
      </a>
    </section>
  );
}
