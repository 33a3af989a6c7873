import type { Metadata } from 'next';
import { Chip, Chips } from '@/components/chips.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { Mark } from '@/components/mark.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { LANGUAGES, type Language } from '@/lib/db/vocabulary.ts';
import { readClientList } from '@/lib/filing-checklist/queries.ts';
import { LANGUAGE_NAMES } from '@/lib/labels.ts';
import { letterLanguage } from '@/lib/reminders/letters/client-languages.ts';
import { openForm, single } from '../../open-form.ts';

export const metadata: Metadata = { title: 'List for the client' };

const WRITTEN = LANGUAGES.filter((language) => !letterLanguage(language).isFallback);

export default async function ClientListPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/filing-checklist/client'>) {
  const { caseId } = await params;
  const asked = single((await searchParams)['language']);
  const wish = WRITTEN.find((language) => language === asked) ?? null;
  const {
    case: of,
    list,
    language,
    chosen,
    elsewhere,
  } = await openForm('case.read', (tx, today) => readClientList(tx, caseId, today, wish));
  const here = `/cases/${of.id}/filing-checklist/client`;
  return (
    <main id="main" className="wrap fl">
      <header className="fl-staff">
        <Crumbs
          trail={[
            { href: '/cases', label: 'Cases' },
            { href: `/cases/${of.id}`, label: of.clientName },
            { href: `/cases/${of.id}/filing-checklist`, label: 'Filing checklist' },
          ]}
        />
        <h1>List for the client</h1>
        <p className="lead quiet">
          To print, or to copy into a letter. Recourse e-mails none of it, and it names no plan and no
          treatment.
        </p>
        {elsewhere ? (
          <p>
            <Mark kind="risk">{elsewhere}</Mark> The list is of an IMR application: do not give it out.
          </p>
        ) : null}
        <Chips label="Language of the list">
          {WRITTEN.map((each) => (
            <Chip key={each} href={`${here}?language=${each}`} current={each === chosen}>
              {LANGUAGE_NAMES[each]}
            </Chip>
          ))}
        </Chips>
        {list.isFallback ? <Fallback language={language} /> : null}
        <p className="quiet small">
          {list.review.by === 'nobody-yet' ? <Mark kind="risk">Not reviewed.</Mark> : null} {list.review.note}
        </p>
        <div className="btns">
          <PrintButton label="Print" />
          <CopyButton text={list.text} label="Copy as text" />
        </div>
      </header>
      <article className="sheet fl-list" lang={list.language} aria-label={list.title}>
        {list.from ? <p className="quiet">{list.from}</p> : null}
        <h2>{list.title}</h2>
        <p>{list.intro}</p>
        {list.items.length > 0 ? (
          <ul>
            {list.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : null}
        {list.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </article>
    </main>
  );
}

function Fallback({ language }: { language: Language }) {
  return (
    <p>
      <Mark kind="risk">
        <strong>In English.</strong>
      </Mark>{' '}
      There are no words in {language === 'other' ? 'the client’s language' : LANGUAGE_NAMES[language]} yet:
      call the client and go through the list together.
    </p>
  );
}
