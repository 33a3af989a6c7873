import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/empty-state.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { Views } from '@/components/views.tsx';
import { requestTime } from '@/lib/access/session.ts';
import { readFlightRecord } from '@/lib/flight-recorder/queries.ts';
import { byPerson, recordedByHand, recordedDeadlines } from '@/lib/flight-recorder/recorder.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm, single } from '../open-form.ts';
import { DeadlinesTable, PeopleTable } from './recorded-table.tsx';

export const metadata: Metadata = { title: 'Reminders of a case' };

export default async function CaseRemindersPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/reminders'>) {
  const { caseId } = await params;
  const isByPerson = single((await searchParams)['by']) === 'person';
  const now = await requestTime();
  const page = await openForm('case.read', async (tx, today, actor) => {
    const found = await readFlightRecord(tx, caseId, today, now);
    return found && { ...found, about: wordsIn(actor.language).messages.sentByHand };
  });
  const { id, number } = page.case;
  const deadlines = recordedDeadlines(page);
  const byHand = { about: page.about, messages: recordedByHand(page) };
  const isEmpty = [...deadlines, byHand].every(({ messages }) => messages.length === 0);
  const href = `/cases/${id}/reminders`;
  return (
    <main id="main" className="directory recorder">
      <PageHead
        title="All reminders"
        lead="What was planned, what went out and to whom, what was heard back, and what is ahead. Times are those of the office."
        crumbs={
          <Crumbs
            trail={[
              { href: '/cases', label: 'Cases' },
              { href: `/cases/${id}`, label: page.assessed.record.client.name },
            ]}
          >
            <span className="tab">{number}</span>
          </Crumbs>
        }
        actions={
          <>
            <PrintButton label="Print" />
            <a className="btn" href={`${href}/export`} download>
              <Download className="i" size={16} aria-hidden="true" />
              Save as a page
            </a>
          </>
        }
      />
      <div className="wrap">
        <Views
          label="How the reminders are grouped"
          views={[
            { href, label: 'By deadline', current: !isByPerson },
            { href: `${href}?by=person`, label: 'By person', current: isByPerson },
          ]}
        />
        {isEmpty ? (
          <EmptyState title="No reminder was sent about this case, and none is ahead." />
        ) : isByPerson ? (
          <PeopleTable people={byPerson(deadlines, byHand)} />
        ) : (
          <DeadlinesTable deadlines={deadlines} byHand={byHand} />
        )}
      </div>
    </main>
  );
}
