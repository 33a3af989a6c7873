import { type SystemActor, systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Transaction } from '../db/client.ts';
import { inLedger, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import { BrokenSeal } from '../document-store/sealed-file.ts';
import { done } from '../errors.ts';
import type { Inspection } from '../inspection/answer.ts';
import { InspectionFailed, inspectFile } from '../inspection/inspect-file.ts';
import type { ScanResult } from '../inspection/virus-scanner.ts';
import { letterPages } from '../letters/letter-pages.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { pageCountOf } from '../pages/read-pages.ts';
import type { DocumentContext } from './context.ts';
import {
  type ClaimedDocument,
  claimDocument,
  isStillClaimed,
  letGo,
  noteScanner,
  savePages,
  saveRefusal,
} from './repository.ts';

export type CheckSummary = {
  checked: number;
  refused: number;
  /** Kept back until the virus scanner answers. */
  waiting: number;
  errors: number;
};

/** Attempts that were broken off, by a crash of the worker or of the inspection, until a document is given up. */
const MOST_ATTEMPTS = 3;
const AT_ONCE = { isAttempt: false, afterMilliseconds: 0 };
const LATER = { isAttempt: false, afterMilliseconds: 30_000 };

type Pass = { isScannerSilent: boolean };
type At = DocumentContext & { readonly office: Office; readonly actor: SystemActor; readonly pass: Pass };
type Looked = Inspection | 'waiting';

/**
 * Looks inside every document that waits for it and makes its pages, office by office. Safe to run twice at once: each
 * document is one worker's at a time, and what a dead worker left is taken over once its lease is out.
 */
export const checkDocuments = (
  context: DocumentContext,
  only?: { readonly officeId: string },
): Promise<CheckSummary> => {
  const pass = { isScannerSilent: false };
  return eachOffice(context, only, noneYet(), async (office, summary) => {
    const at = { ...context, office, actor: systemActor(office.id), pass };
    while (!at.stopping?.aborted) {
      const claimed = await inBooks(at, (tx) => claimDocument(tx, at.clock()));
      if (!claimed) return;
      await checkDocument(at, claimed, summary);
    }
  });
};

const noneYet = (): CheckSummary => ({ checked: 0, refused: 0, waiting: 0, errors: 0 });

const inBooks = <T>(
  { db, actor, clock }: Pick<At, 'db' | 'actor' | 'clock'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => inLedger(db, actor, pacificToday(clock()), work);

async function checkDocument(at: At, claimed: ClaimedDocument, summary: CheckSummary): Promise<void> {
  try {
    const looked: Looked =
      claimed.attemptCount > MOST_ATTEMPTS
        ? { ok: false, refusal: 'not-readable' }
        : await lookInside(at, claimed);
    if (looked === 'waiting') {
      summary.waiting += 1;
      await inBooks(at, (tx) => letGo(tx, claimed, LATER));
    } else if (await settle(at, claimed, looked)) summary[looked.ok ? 'checked' : 'refused'] += 1;
  } catch (error) {
    if (at.stopping?.aborted) return inBooks(at, (tx) => letGo(tx, claimed, AT_ONCE));
    summary.errors += 1;
    at.log.error({ err: error, documentId: claimed.id }, 'a document could not be looked at');
    await inBooks(at, (tx) => letGo(tx, claimed, { ...LATER, isAttempt: isOfFile(error, claimed) }));
  }
}

/** What a store or a database out of order fails with says nothing of the file, which waits until they are mended. */
const isOfFile = (error: unknown, { letter }: ClaimedDocument): boolean =>
  letter !== null || error instanceof InspectionFailed || error instanceof BrokenSeal;

async function lookInside(at: At, { original, letter }: ClaimedDocument): Promise<Looked> {
  const { store, office, stopping } = at;
  if (letter) {
    const pages = await letterPages(letter, office);
    return { ok: true, pages, pageCount: await pageCountOf(pages) };
  }
  if (!original) throw new Error('a document has neither a file nor words');
  const scanned = await scan(at, original);
  if (scanned !== 'clean') return scanned === 'waiting' ? 'waiting' : { ok: false, refusal: 'infected' };
  return inspectFile(await store.open(original), original.mediaType, stopping ? { stopping } : {});
}

/** A scanner that did not answer is not asked again in the same pass: each silence would cost the others a minute. */
async function scan({ pass, scanner, ...at }: At, original: SealedFile): Promise<ScanResult> {
  if (!scanner) return 'clean';
  if (pass.isScannerSilent) return 'waiting';
  const result = await scanner.scan(await at.store.open(original));
  pass.isScannerSilent = result === 'waiting';
  await inBooks(at, (tx) => noteScanner(tx, at.clock(), !pass.isScannerSilent));
  return result;
}

/** Writes what was found, unless the document was changed or taken over while it was looked at. */
async function settle(at: At, claimed: ClaimedDocument, found: Inspection): Promise<boolean> {
  const { db, actor, clock, store } = at;
  const kept = found.ok ? await store.keep(found.pages, 'application/pdf') : null;
  const outcome = await inUnitOfWork(db, actor, clock(), async (unit) => {
    if (!(await isStillClaimed(unit, claimed))) return done(false);
    if (found.ok && kept) await savePages(unit, claimed, kept, found.pageCount);
    else if (!found.ok) await saveRefusal(unit, claimed, found.refusal);
    recordFinding(unit, claimed, found);
    return done(true);
  });
  const isSettled = outcome.ok && outcome.value;
  if (kept && !isSettled) await store.discard(kept.storageKey);
  return isSettled;
}

function recordFinding(unit: UnitOfWork, { id, caseId, title }: ClaimedDocument, found: Inspection): void {
  const to = found.ok ? { pageCount: found.pageCount } : { refusal: found.refusal };
  unit.record({
    event: found.ok ? 'document.checked' : 'document.refused',
    caseId,
    subjectId: id,
    changes: Object.entries({ title, ...to }).map(([field, value]) => ({ field, from: null, to: value })),
  });
}
