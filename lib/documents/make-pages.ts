import type { UserActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { DocumentStore, KeptFile } from '../document-store/document-store.ts';
import { done, notFound, type Outcome, refuse, type Violation } from '../errors.ts';
import { arrangePages, rotatePages } from '../pages/change-pages.ts';
import { redactPages } from '../pages/redact-pages.ts';
import { readPagesFile } from './files/queries.ts';
import type { ChangePagesInput, RedactDocumentInput, SplitDocumentInput } from './input.ts';
import { everyPage } from './page-numbers.ts';
import { pageWorkViolation, readPageChange, readPageRange, redactionViolations } from './rules.ts';

export type MadeFile = { readonly kept: KeptFile; readonly pageCount: number };

/** Files that are in the store and not on record yet. */
export type MadePages = { readonly files: readonly MadeFile[]; discard(): Promise<void> };

/** What making pages needs beside the form. */
export type Workshop = {
  readonly db: Database;
  readonly store: DocumentStore;
  readonly actor: UserActor;
  readonly now: Date;
};

type Ref = { readonly caseId: string; readonly documentId: string; readonly pagesNumber: number };
type Made = { readonly pdf: Buffer; readonly pageCount: number };
type Work = (pdf: Buffer) => Promise<readonly Made[]>;

/**
 * Makes the new pages of a document and keeps them, before anything is recorded: no transaction waits for it, and a crash
 * leaves only bytes that nobody can open. `plan` refuses first what cannot be done to this many pages.
 */
async function makePages(
  { db, store, actor, now }: Workshop,
  { caseId, documentId, pagesNumber }: Ref,
  plan: (pageCount: number) => Work | readonly Violation[],
): Promise<Outcome<MadePages>> {
  const found = await inOffice(db, actor, pacificToday(now), (tx) => readPagesFile(tx, caseId, documentId));
  if (!found) return notFound;
  const violation = pageWorkViolation(found.document, pagesNumber);
  if (violation) return refuse(violation);
  if (!found.file) throw new Error('a document that is ready has no pages');
  const work = plan(found.document.pageCount);
  if (typeof work !== 'function') return refuse(...work);
  const files: MadeFile[] = [];
  const discard = async () => {
    await Promise.all(files.map(({ kept }) => store.discard(kept.storageKey)));
  };
  try {
    for (const { pdf, pageCount } of await work(await store.read(found.file)))
      files.push({ kept: await store.keep(pdf, 'application/pdf'), pageCount });
  } catch (error) {
    await discard();
    throw error;
  }
  return done({ files, discard });
}

export const makeChangedPages = (shop: Workshop, input: ChangePagesInput): Promise<Outcome<MadePages>> =>
  makePages(shop, input, (pageCount) => {
    const change = readPageChange(input, pageCount);
    if ('message' in change) return [change];
    return async (pdf) => {
      const turned = Object.keys(change.turns).length > 0 ? await rotatePages(pdf, change.turns) : pdf;
      return [{ pdf: change.isReordered ? await arrangePages(turned, change.order) : turned, pageCount }];
    };
  });

/** First what stays, then what becomes a document of its own. */
export const makeSplitPages = (shop: Workshop, input: SplitDocumentInput): Promise<Outcome<MadePages>> =>
  makePages(shop, input, (pageCount) => {
    const range = readPageRange(input, pageCount);
    if ('message' in range) return [range];
    const isTaken = (page: number) => page >= range.from && page <= range.to;
    const taken = everyPage(pageCount).filter(isTaken);
    const left = everyPage(pageCount).filter((page) => !isTaken(page));
    return async (pdf) => [
      { pdf: await arrangePages(pdf, left), pageCount: left.length },
      { pdf: await arrangePages(pdf, taken), pageCount: taken.length },
    ];
  });

export const makeRedactedPages = (shop: Workshop, input: RedactDocumentInput): Promise<Outcome<MadePages>> =>
  makePages(shop, input, (pageCount) => {
    const violations = redactionViolations(input, pageCount);
    if (violations.length > 0) return violations;
    const boxes = input.boxes.map(({ page, left, top, width, height }) => ({
      page,
      left: left / 100,
      top: top / 100,
      width: width / 100,
      height: height / 100,
    }));
    return async (pdf) => [{ pdf: await redactPages(pdf, boxes), pageCount }];
  });
