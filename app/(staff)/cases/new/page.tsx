import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { listLineChoices } from '@/lib/cases/form-queries.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { KeptDraft } from '../kept-draft.tsx';
import { IntakeForm } from './form.tsx';

export const metadata: Metadata = { title: 'New case' };

export default async function NewCasePage() {
  const actor = await requireActor('case.open');
  const today = pacificToday(await requestTime());
  const lines = await inOffice(getDatabase(), actor, today, listLineChoices);
  const { question, open, inNewTab, notTheSame } = wordsIn(actor.language).duplicates;
  const duplicateWords = { question, open, inNewTab, notTheSame };
  return (
    <main id="main" className="intake wrap">
      <header className="in-head">
        <h1>New case</h1>
        <p className="lead quiet">
          In order of legal urgency. Only the client’s name is needed to save; one date starts the clocks.
        </p>
      </header>
      <KeptDraft>
        <IntakeForm lines={lines} intakeId={randomUUID()} duplicateWords={duplicateWords} />
      </KeptDraft>
    </main>
  );
}
