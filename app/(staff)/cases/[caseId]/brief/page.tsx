import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { readBriefPage } from '@/lib/cases/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { CaseCrumbs } from '../case-crumbs.tsx';
import { openForm } from '../open-form.ts';
import { BriefSheet } from './brief-sheet.tsx';

export const metadata: Metadata = { title: 'Case brief' };

export default async function BriefPage({ params }: PageProps<'/cases/[caseId]/brief'>) {
  const { caseId } = await params;
  const page = await openForm('case.read', async (tx, today, actor) => {
    const read = await readBriefPage(tx, caseId, today, actor.language);
    return read && { ...read, case: { id: read.assessed.record.id }, reader: actor };
  });
  const { record } = page.assessed;
  const words = wordsIn(page.reader.language).brief;
  return (
    <main id="main" className="wrap brief-page">
      <header className="no-print">
        <CaseCrumbs of={{ id: record.id, number: record.number, clientName: record.client.name }} />
        <h1>{words.title}</h1>
        <p className="lead quiet">{words.lead}</p>
        <div className="btns">
          <PrintButton label={words.print} />
          <LinkButton href={`/cases/${record.id}/client-card`}>{words.card}</LinkButton>
        </div>
      </header>
      <BriefSheet {...page} words={words} />
    </main>
  );
}
