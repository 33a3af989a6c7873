import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { availableRecords } from '@/lib/cases/available-records.ts';
import { caseClocks } from '@/lib/cases/clock-rows.ts';
import { plannedReminders } from '@/lib/cases/planned-reminders.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { parseTimelineFilter } from '@/lib/timeline/list-filter.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { AfterFiling } from './after-filing.tsx';
import { CaseHeader } from './case-header.tsx';
import { CaseRail } from './case-rail.tsx';
import { CaseSide } from './case-side.tsx';
import { CaseTabs } from './case-tabs.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { ClocksTable } from './clocks-table.tsx';
import { ErasedCase } from './erased-case.tsx';
import { ImrStanding } from './imr-standing.tsx';
import { loadCasePage, loadErasedCase } from './load-case-page.ts';
import { Pinned } from './pinned-facts/pinned.tsx';
import { RecordedFacts } from './recorded-facts.tsx';
import { WhatToDo } from './what-to-do.tsx';

const NEXT_REMINDERS = 4;

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]'>): Promise<Metadata> {
  const { caseId } = await params;
  const { group, beforeId, newFromId = null } = parseTimelineFilter(await searchParams);
  const page = await loadCasePage(caseId, group, beforeId, newFromId);
  if (!page) return { title: 'Case not found' };
  const { record } = page.assessed;
  return { title: record.number };
}

export default async function CaseDetailPage({ params, searchParams }: PageProps<'/cases/[caseId]'>) {
  const actor = await requireActor('case.read');
  const { caseId } = await params;
  const filter = parseTimelineFilter(await searchParams);
  const page = await loadCasePage(caseId, filter.group, filter.beforeId, filter.newFromId ?? null);
  if (!page) {
    const erased = await loadErasedCase(caseId);
    if (erased) return <ErasedCase erased={erased} />;
    notFound();
  }
  const { assessed, timeline, timelineCounts, names, said, restriction, documents, ties, checklist } = page;
  const words = wordsIn(actor.language);
  const verbs = availableRecords(assessed, actor);
  const clocks = caseClocks(assessed, said);
  const clockCount = clocks.live.length + clocks.waiting.length + clocks.settled.length;
  return (
    <main id="main">
      <CaseHeader assessed={assessed} reader={actor} verbs={verbs} restriction={restriction} />
      <CaseRail assessed={assessed} verbs={verbs} />
      <CaseTabs
        caseId={assessed.record.id}
        current="overview"
        counts={{ clocks: clockCount, timeline: timelineCounts.all, documents: documents.count }}
      />
      <div className="case wrap">
        <div className="case-main">
          <Pinned
            caseId={assessed.record.id}
            facts={page.pinned}
            reader={actor}
            isClosed={assessed.record.closedAt !== null}
            words={words.pinnedFacts}
          />
          <WhatToDo
            assessed={assessed}
            reader={actor}
            verbs={verbs}
            begun={page.begun}
            endedId={recordIdIn((await searchParams)['ended'])}
          />
          <ClocksTable caseId={assessed.record.id} clocks={clocks} reader={actor} />
          <ImrStanding assessed={assessed} />
          <AfterFiling assessed={assessed} />
          <CaseTimeline
            caseId={assessed.record.id}
            today={assessed.today}
            timeline={timeline}
            counts={timelineCounts}
            names={names}
            filter={filter}
            unseen={page.unseen}
            words={words.timeline}
            seesLookers={may(actor, 'case.see-lookers')}
          />
          <RecordedFacts assessed={assessed} reader={actor} ties={ties} />
        </div>
        <CaseSide
          assessed={assessed}
          reader={actor}
          restriction={restriction}
          checklist={checklist}
          documents={documents}
          family={page.family}
          words={words}
          reminders={plannedReminders(assessed, said, NEXT_REMINDERS)}
        />
      </div>
    </main>
  );
}
