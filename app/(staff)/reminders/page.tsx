import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { Alarm, Notice } from '@/components/notice.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { momentText } from '@/lib/flight-recorder/moment-text.ts';
import { type Overview, readOverview } from '@/lib/reminder-overview/queries.ts';
import { finishOf, reasonsToWorry } from '@/lib/worker-runs/rules.ts';
import { Barred } from './barred.tsx';
import { Differences } from './differences.tsx';
import { TodaysDigests } from './digests.tsx';

export const metadata: Metadata = { title: 'Reminders' };

export default async function RemindersPage({ searchParams }: PageProps<'/reminders'>) {
  const actor = await requireActor('reminders.oversee');
  const now = await requestTime();
  const overview = await inOffice(getDatabase(), actor, pacificToday(now), (tx) => readOverview(tx, now));
  const isLifted = (await searchParams)['done'] === 'lifted';
  return (
    <main id="main" className="directory reminders">
      <PageHead
        title="Reminders"
        lead="Whether everything that was due went out, to whom it did not, and why."
        actions={<LinkButton href="/reminders/policy">Who hears what, and when</LinkButton>}
      >
        {isLifted ? <Notice>Mail goes to that address again.</Notice> : null}
      </PageHead>
      <div className="wrap">
        <Standing overview={overview} now={now} />
        <Differences comparison={overview.comparison} policy={overview.policy} />
        <TodaysDigests overview={overview} />
        <Barred barred={overview.barred} hasMore={overview.hasMoreBarred} policy={overview.policy} />
      </div>
    </main>
  );
}

/** Whether the worker is alive and what it has left undone. */
function Standing({ overview: { runs, state, policy }, now }: { overview: Overview; now: Date }) {
  const worries = reasonsToWorry(runs, [{ ...state, differenceCount: 0 }], now);
  const sentAt = finishOf('send-reminders', runs);
  const comparedAt = finishOf('reconcile', runs);
  const when = (at: Date | null) => (at ? momentText(at, policy) : 'not yet');
  return (
    <section aria-label="How the worker stands">
      {worries.length > 0 ? (
        <Alarm title="Reminders do not go out as they should.">{worries.join(' ')}</Alarm>
      ) : null}
      <dl className="facts standing">
        <div>
          <dt>Last sent what was due</dt>
          <dd>{when(sentAt)}</dd>
        </div>
        <div>
          <dt>Last compared</dt>
          <dd>{when(comparedAt)}</dd>
        </div>
        <div>
          <dt>Due for more than an hour, not sent</dt>
          <dd className="tab">{state.unsent.waiting.toLocaleString('en-US')}</dd>
        </div>
      </dl>
    </section>
  );
}
