import type { Metadata } from 'next';
import { Facts } from '@/components/facts.tsx';
import { Notice } from '@/components/notice.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { ladderTables } from '@/lib/reminder-policy/ladder-table.ts';
import { policyValues } from '@/lib/reminder-policy/policy-values.ts';
import { digestText, officeHoursText, teamDigestText } from '@/lib/reminder-policy/policy-words.ts';
import { previewPolicy } from '@/lib/reminder-policy/preview-policy.ts';
import { readPolicyPage, type ShownPolicy } from '@/lib/reminder-policy/queries.ts';
import { PolicyForm } from './form.tsx';
import { LadderSheet } from './ladder-sheet.tsx';
import { LetterLanguages } from './letter-languages.tsx';

export const metadata: Metadata = { title: 'Reminder policy' };

export default async function PolicyPage({ searchParams }: PageProps<'/reminders/policy'>) {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const mayChange = may(actor, 'reminders.change');
  const { shown, preview } = await inOffice(getDatabase(), actor, today, async (tx) => {
    const found = await readPolicyPage(tx);
    return {
      shown: found,
      preview: mayChange ? await previewPolicy(tx, found.policy, found.policy, today) : null,
    };
  });
  const isSaved = (await searchParams)['done'] === 'saved';
  return (
    <main id="main" className="rec wrap policy">
      <header className="rec-head">
        <h1>Reminder policy</h1>
        <p className="lead quiet">Who hears what, and when, on every case of the office.</p>
        {isSaved ? <Notice>The policy was saved. It holds for every reminder from now on.</Notice> : null}
      </header>
      <WhoHearsWhat shown={shown} />
      {preview ? (
        <>
          <h2 className="policy-change">Change the policy</h2>
          <PolicyForm
            values={policyValues(shown.policy)}
            knownSince={shown.policy.since?.toISOString() ?? ''}
            initialPreview={preview}
          />
        </>
      ) : (
        <p className="quiet">An administrator of your office changes the policy.</p>
      )}
    </main>
  );
}

function WhoHearsWhat({ shown: { policy, isReadable, changedByName } }: { shown: ShownPolicy }) {
  return (
    <div className="policy-now">
      {isReadable ? null : (
        <Notice>
          What was stored of the policy could not be read, so the one that every office begins with holds.
          Saving one below puts it right.
        </Notice>
      )}
      <Facts
        facts={[
          {
            term: 'Office hours',
            value: officeHoursText(policy),
            detail: `On the clock of ${policy.timeZone.replaceAll('_', ' ')}; not on the state’s holidays. Mail waits for them, but never longer than the deadline can.`,
          },
          {
            term: 'Morning digest',
            value: digestText(policy),
            detail:
              'Overdue, today, this week, and plans that are late. Each of the staff can choose another hour.',
          },
          { term: 'Team’s digest', value: `${teamDigestText(policy)}, to supervisors` },
          {
            term: 'At most',
            value: `${policy.mostAloneADay} single messages a day to one person`,
            detail: 'Beyond it, what is not near its day waits for the digest.',
          },
          {
            term: 'Last changed',
            value:
              policy.since && changedByName
                ? `${formatMoment(policy.since)}, by ${changedByName}`
                : 'Never: this is the policy every office begins with',
          },
        ]}
      />
      <div className="ladders">
        {ladderTables(policy).map((table) => (
          <LadderSheet key={table.title} table={table} />
        ))}
      </div>
      <section aria-labelledby="whose">
        <h2 id="whose">Whose deadline it is</h2>
        <ul className="policy-notes">
          <li>
            The tables are of what the client must do. Of a plan’s or a department’s deadline the owner hears
            the same, and the client nothing until it is over.
          </li>
          <li>
            When a plan lets its time to answer pass, the owner and the client learn the next working day what
            that opened.
          </li>
          <li>
            Clients are written to with their consent only, in their language, and with as much detail as they
            agreed to.
          </li>
          <li>
            When the owner is away the message goes to whoever covers for them; where nobody does, to the
            supervisors.
          </li>
          <li>
            A reminder that falls on a closed day goes on the last open day before. The day itself never
            moves.
          </li>
        </ul>
      </section>
      <LetterLanguages />
    </div>
  );
}
