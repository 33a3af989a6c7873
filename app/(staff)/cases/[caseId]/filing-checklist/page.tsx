import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { Disclosure } from '@/components/disclosure.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import type { ChecklistItem } from '@/lib/filing-checklist/checklist.ts';
import { NO_REJECTION } from '@/lib/filing-checklist/grounds.ts';
import { readChecklistPage } from '@/lib/filing-checklist/queries.ts';
import { CaseCrumbs } from '../case-crumbs.tsx';
import { CaseTabs } from '../case-tabs.tsx';
import { openForm } from '../open-form.ts';
import { GroundLine, ItemRow } from './item-row.tsx';
import { Meter } from './meter.tsx';

export const metadata: Metadata = { title: 'Filing checklist' };

export default async function FilingChecklistPage({ params }: PageProps<'/cases/[caseId]/filing-checklist'>) {
  const actor = await requireActor('case.read');
  const { caseId } = await params;
  const {
    case: of,
    items,
    readiness,
    situation,
    standing,
  } = await openForm('case.read', (tx, today) => readChecklistPage(tx, caseId, today));
  const mayChange = !of.isClosed && may(actor, 'document.change');
  const missing = items.filter(({ state }) => state === 'missing');
  const row = (item: ChecklistItem) => (
    <ItemRow key={item.item} caseId={of.id} item={item} mayChange={mayChange} />
  );
  const helpful = missing.filter(({ weight }) => weight === 'helps');
  const done = items.filter(({ state }) => state === 'done');
  const notNeeded = items.filter(({ state }) => state === 'not-needed');
  return (
    <main id="main">
      <PageHead
        title="Filing checklist"
        count={readiness.elsewhere ? undefined : `${readiness.doneCount} of ${readiness.neededCount}`}
        lead={readiness.sentence}
        crumbs={<CaseCrumbs of={of} />}
        actions={
          readiness.elsewhere ? null : (
            <LinkButton tall href={`/cases/${of.id}/filing-checklist/client`}>
              List for the client
            </LinkButton>
          )
        }
      >
        {readiness.elsewhere ? null : (
          <>
            <Meter items={items} />
            <p className="quiet">{standing}</p>
          </>
        )}
      </PageHead>
      <CaseTabs caseId={of.id} current="filing-checklist" counts={{}} />
      <div className="fc wrap">
        <div className="fc-main">
          {readiness.blockers.length > 0 ? (
            <ItemList
              id="blocks"
              title="The application is not whole without"
              count={readiness.blockers.length}
            >
              {readiness.blockers.map(row)}
            </ItemList>
          ) : null}
          {helpful.length > 0 ? (
            <ItemList id="helps" title="Would help, and can follow" count={helpful.length}>
              {helpful.map(row)}
            </ItemList>
          ) : null}
          {done.length > 0 ? (
            <ItemList id="done" title="Done" count={done.length}>
              {done.map(row)}
            </ItemList>
          ) : null}
          {readiness.elsewhere ? null : (
            <Disclosure summary={`Not needed in this case (${notNeeded.length})`}>
              <ul className="fc-items sheet">{notNeeded.map(row)}</ul>
            </Disclosure>
          )}
        </div>
        <aside className="fc-side" aria-label="About this list">
          <section>
            <h2>Little truly blocks</h2>
            <p>
              {situation.isInsurance
                ? 'The DMHC may not reject an application for want of supporting papers; we have read no such rule for CDI. Late papers can follow either way.'
                : 'The department may not reject an application for want of supporting papers: it says what is missing. When the last day is near, file and send the rest after.'}
            </p>
            <GroundLine ground={NO_REJECTION} />
          </section>
          <section>
            <h2>Copies only</h2>
            <p>Send copies and keep the originals: nothing is returned.</p>
          </section>
          <p className="legal">General information, not legal advice.</p>
        </aside>
      </div>
    </main>
  );
}

function ItemList({
  id,
  title,
  count,
  children,
}: {
  id: string;
  title: string;
  count: number;
  children: React.ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="count">{count}</span>
      </h2>
      <ul className="fc-items sheet">{children}</ul>
    </section>
  );
}
