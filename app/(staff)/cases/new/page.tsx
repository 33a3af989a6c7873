import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { listLineChoices } from '@/lib/cases/form-queries.ts';
import { openForm } from '../[caseId]/open-form.ts';
import { IntakeForm } from './form.tsx';

export const metadata: Metadata = { title: 'New case' };

export default async function NewCasePage() {
  const lines = await openForm('case.open', (tx) => listLineChoices(tx));
  return (
    <main id="main" className="intake wrap">
      <header className="in-head">
        <h1>New case</h1>
        <p className="lead quiet">
          In order of legal urgency. Only the client’s name is needed to save; one date starts the clocks.
        </p>
      </header>
      <IntakeForm lines={lines} intakeId={randomUUID()} />
    </main>
  );
}
