import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { Chip, Chips } from '@/components/chips.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { calculatorLanguages } from '@/lib/calculator/language.ts';
import { CARD_DETAILS, usualDetail } from '@/lib/cases/client-card.ts';
import { readClientCardPage } from '@/lib/cases/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { CaseCrumbs } from '../case-crumbs.tsx';
import { openForm, single } from '../open-form.ts';
import { Card } from './card.tsx';

export const metadata: Metadata = { title: 'Client card' };

export default async function ClientCardPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/client-card'>) {
  const { caseId } = await params;
  const query = await searchParams;
  const asked = {
    language: calculatorLanguages.find((each) => each === single(query['language'])) ?? null,
    detail: CARD_DETAILS.find((each) => each === single(query['detail'])) ?? null,
  };
  const { assessed, card, reader } = await openForm('case.read', async (tx, today, actor) => {
    const read = await readClientCardPage(tx, caseId, today, asked);
    return read && { ...read, case: { id: read.assessed.record.id }, reader: actor };
  });
  const { id, number, client } = assessed.record;
  const { clientCardPage: words, safeContact } = wordsIn(reader.language);
  const here = (language: string, detail: string) =>
    `/cases/${id}/client-card?language=${language}&detail=${detail}`;
  return (
    <main id="main" className="wrap brief-page">
      <header className="no-print">
        <CaseCrumbs of={{ id, number, clientName: client.name }} />
        <h1>{words.title}</h1>
        <p className="lead quiet">{words.lead}</p>
        <div className="card-choices">
          <Chips label={words.language}>
            {calculatorLanguages.map((each) => (
              <Chip key={each} href={here(each, card.detail)} current={each === card.language}>
                {words.languages[each]}
              </Chip>
            ))}
          </Chips>
          <Chips label={words.detail}>
            {CARD_DETAILS.map((each) => (
              <Chip key={each} href={here(card.language, each)} current={each === card.detail}>
                {words.details[each]}
              </Chip>
            ))}
          </Chips>
        </div>
        <ul className="quiet small">
          <li>{usualDetail(client.messageDetail) === 'neutral' ? words.mayNeutral : words.agreed}</li>
          {client.language !== 'en' && client.language !== 'es' ? (
            <li>{words.reads(client.languageNote || safeContact.languages[client.language])}</li>
          ) : null}
          {client.maySayWhoWeAre ? null : <li>{words.hiddenOffice}</li>}
        </ul>
        <div className="btns">
          <PrintButton label={words.print} />
          <LinkButton href={`/cases/${id}/brief`}>{words.brief}</LinkButton>
        </div>
      </header>
      <Card card={card} headings={wordsIn(card.language).clientCard.headings} />
    </main>
  );
}
