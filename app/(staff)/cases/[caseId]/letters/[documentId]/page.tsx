import type { Metadata } from 'next';
import { Notice } from '@/components/notice.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { LANGUAGE_NAMES } from '@/lib/labels.ts';
import { type LetterPage, readLetter } from '@/lib/letters/queries.ts';
import { KeptDraft } from '../../../kept-draft.tsx';
import { CaseCrumbs } from '../../case-crumbs.tsx';
import { RefreshSoon } from '../../documents/refresh-soon.tsx';
import { openForm, single } from '../../open-form.ts';
import { LetterPaper } from '../letter-paper.tsx';
import { LetterCopies } from './copies.tsx';
import { LetterForm } from './form.tsx';
import { LetterVersions } from './versions.tsx';

export const metadata: Metadata = { title: 'Letter' };

export default async function LetterEditorPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/letters/[documentId]'>) {
  const actor = await requireActor('case.read');
  const { caseId, documentId } = await params;
  const asked = await searchParams;
  const page = await openForm('case.read', (tx, today) =>
    readLetter(tx, caseId, documentId, today, numberIn(single(asked['version']))),
  );
  const { case: of, letter, look, barred } = page;
  const saved = single(asked['saved']);
  const isOpen = may(actor, 'letter.write') && !barred && !letter.isWithdrawn;
  return (
    <main id="main" className="rec letter wrap">
      <header className="rec-head">
        <CaseCrumbs of={of} under={{ href: `/cases/${of.id}/letters`, label: 'Letters' }} />
        <h1>{letter.title}</h1>
        <p className="lead quiet">{leadOf(page)}</p>
        {letter.isSignedElsewhere ? <p className="letter-hint">{letter.purpose}</p> : null}
        {saved === String(page.latest) ? <Notice>Saved as version {page.latest}.</Notice> : null}
        <LetterCopies of={{ caseId: of.id, documentId: letter.documentId }} state={letter.state} />
      </header>
      {isOpen ? (
        // By the address alone: the page is drawn again by itself, and what is being typed has to stay.
        <KeptDraft key={`${single(asked['version']) ?? ''}-${saved ?? ''}`}>
          <LetterForm
            of={{ caseId: of.id, documentId: letter.documentId }}
            body={letter.body}
            changeCount={page.changeCount}
            look={look}
          />
        </KeptDraft>
      ) : (
        <section className="rec-pv sheet letter-only" aria-label="The letter">
          {barred ? <p className="quiet">{barred.violation.message}</p> : null}
          {letter.isWithdrawn ? <p className="quiet">This letter was withdrawn.</p> : null}
          <LetterPaper letter={look} />
        </section>
      )}
      <LetterVersions page={page} mayRestore={isOpen} />
      <RefreshSoon isOn={letter.state === 'checking'} href={`/cases/${of.id}/letters/${letter.documentId}`} />
    </main>
  );
}

const numberIn = (asked: string | null): number | null =>
  asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;

function leadOf({ letter, number, latest }: LetterPage): string {
  const language = LANGUAGE_NAMES[letter.language];
  return number === latest
    ? `${language}, version ${number}.`
    : `${language}. This is the text of version ${number}; saving makes it the newest, version ${latest + 1}.`;
}
