import type { Metadata } from 'next';
import { Notice } from '@/components/notice.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { readOffice } from '@/lib/offices/queries.ts';
import { zoneGroups, zoneText } from '@/lib/offices/time-zones.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { OfficeForm } from './form.tsx';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ searchParams }: PageProps<'/settings'>) {
  const actor = await requireActor('office.change');
  const today = pacificToday(await requestTime());
  const office = await inOffice(getDatabase(), actor, today, readOffice);
  const isSaved = (await searchParams)['done'] === 'saved';
  return (
    <main id="main" className="rec wrap settings">
      <header className="rec-head">
        <h1>Settings</h1>
        <p className="lead quiet">
          What holds for the whole office. The record keeps each change and who made it. Deadlines are counted
          in California’s days, wherever the office is.
        </p>
        {isSaved ? <Notice>The settings were saved.</Notice> : null}
      </header>
      <OfficeForm
        name={office.name}
        textsLabel={wordsIn(actor.language).noteTemplates.title}
        phone={office.phone}
        timeZone={office.timeZone}
        zones={zoneGroups().map(({ group, zones }) => ({
          group,
          options: zones.map((zone) => ({ value: zone, label: zoneText(zone) })),
        }))}
        secondFactorFor={office.secondFactorFor}
        idleLockMinutes={office.idleLockMinutes}
        retentionYears={office.retentionYears}
        withoutFactor={withoutFactorSentence(office.secondFactorFor, office.withoutFactorCount)}
      />
    </main>
  );
}

function withoutFactorSentence(scope: string, count: number): string {
  const people = count === 1 ? 'One person' : `${count.toLocaleString('en-US')} people`;
  if (count === 0) return 'All others have an authenticator already.';
  return scope === 'everyone'
    ? `${people} still ${count === 1 ? 'has' : 'have'} to set up an authenticator.`
    : `${people} will have to set up an authenticator before they go on.`;
}
