'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react';
import type { DatePapers, PaperChoice } from '@/lib/date-documents/queries.ts';
import { documentHref } from './documents/document-href.ts';
import { PagePicture } from './documents/page-picture.tsx';

type Shown = { readonly documentId: string; readonly page: number };

type ShownPapersValue = {
  readonly papers: DatePapers;
  /** The paper a date's input begins with: the one tied to it, or the one the form was opened from. */
  readonly first: (name: string) => Shown | null;
  /** Puts a page beside the fields, as the one on which the date of this input is looked for. */
  readonly show: (name: string, shown: Shown) => void;
  readonly hold: (name: string, input: HTMLInputElement | null) => void;
};

const ShownPapersContext = createContext<ShownPapersValue | null>(null);

/** What a date's field knows of the papers it may be read from; null where its form has none. */
export function useShownPapers(name: string): ShownPapersValue | null {
  const value = use(ShownPapersContext);
  return value && value.papers.choices.length > 0 && value.papers.fields.includes(name) ? value : null;
}

/** A form about dates with the page that shows them beside it: which page is the caseworker's to choose. */
export function ShownPapers({
  caseId,
  papers,
  children,
}: {
  caseId: string;
  papers: DatePapers;
  children: ReactNode;
}) {
  const asked = useSearchParams();
  const from = papers.choices.find(({ id }) => id === asked.get('document'));
  const fromPage = Math.min(Number(asked.get('page')) || 1, from?.pageCount ?? 1);
  const [main = ''] = papers.fields;
  const fromId = from?.id ?? null;
  const preset = useMemo<Shown | null>(
    () => (fromId === null ? null : { documentId: fromId, page: fromPage }),
    [fromId, fromPage],
  );
  const [tied] = papers.fields.flatMap((name) => papers.chosen[name] ?? []);
  const [shown, setShown] = useState<(Shown & { name: string }) | null>(
    preset ? { ...preset, name: main } : tied ? { ...tied, name: '' } : null,
  );
  const pages = useRef(new Map<string, HTMLInputElement>());
  const value = useMemo<ShownPapersValue>(
    () => ({
      papers,
      first: (name) => (preset && name === main ? preset : (papers.chosen[name] ?? null)),
      show: (name, next) => setShown({ ...next, name }),
      hold: (name, input) => {
        if (input) pages.current.set(name, input);
        else pages.current.delete(name);
      },
    }),
    [papers, preset, main],
  );
  const paper = shown && papers.choices.find(({ id }) => id === shown.documentId);
  return (
    <ShownPapersContext value={value}>
      {paper && shown ? (
        <PaperPane
          caseId={caseId}
          paper={paper}
          page={Math.min(Math.max(1, shown.page), Math.max(1, paper.pageCount))}
          turnTo={(page) => {
            setShown({ ...shown, page });
            const input = pages.current.get(shown.name);
            if (input) input.value = String(page);
          }}
        />
      ) : null}
      {children}
    </ShownPapersContext>
  );
}

function PaperPane({
  caseId,
  paper,
  page,
  turnTo,
}: {
  caseId: string;
  paper: PaperChoice;
  page: number;
  turnTo: (page: number) => void;
}) {
  const { id, title, version, pageCount } = paper;
  return (
    <section className="rec-doc sheet" aria-label={`${title}, page ${page} of ${pageCount}`}>
      <header>
        <h2>{title}</h2>
        <p className="rec-doc-turn">
          <button className="mini" type="button" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
            <ChevronLeft className="i" size={16} aria-hidden="true" />
            <span className="vh">Page before</span>
          </button>
          <span aria-live="polite">
            Page {page} of {pageCount}
          </span>
          <button
            className="mini"
            type="button"
            disabled={page >= pageCount}
            onClick={() => turnTo(page + 1)}
          >
            <ChevronRight className="i" size={16} aria-hidden="true" />
            <span className="vh">Next page</span>
          </button>
          <a className="link" href={documentHref(caseId, id, `?page=${page}`)} target="_blank">
            Open
          </a>
        </p>
      </header>
      {/* A page is longer than the pane, and keys have to reach its foot. */}
      <section className="rec-doc-page" aria-label={`Page ${page}`} {...{ tabIndex: 0 }}>
        <PagePicture
          key={`${id}-${page}`}
          of={{ caseId, documentId: id, version }}
          page={page}
          width={800}
          alt={`Page ${page} of ${pageCount} of ${title}`}
          isLazy
        />
      </section>
    </section>
  );
}
