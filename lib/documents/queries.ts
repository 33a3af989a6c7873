import { and, asc, desc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AuditEventName } from '../audit/events.ts';
import { SCHEDULED_WORK } from '../audit/queries.ts';
import { sentenceOf } from '../audit/sentences.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Barred, barredWhenClosed, type FormCase } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { auditEvents, users } from '../db/schema.ts';
import { dateDocuments, documents, documentVersions, packets } from '../db/schema-documents.ts';
import {
  DOCUMENT_KINDS,
  type DocumentChange,
  type DocumentKind,
  type DocumentState,
} from '../db/vocabulary.ts';
import { isScannerSilent } from '../document-work/queries.ts';
import { recordId } from '../input-fields.ts';
import { holdsDocument } from './repository.ts';

export type DocumentLine = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fileName: string;
  readonly state: DocumentState;
  readonly refusal: string | null;
  readonly letterOn: LocalDate | null;
  readonly receivedOn: LocalDate | null;
  readonly pageCount: number;
  readonly versionNumber: number;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string;
  readonly isLetter: boolean;
  /** Not looked at before the virus scanner, which gave no answer when it was last asked, has seen it. */
  readonly waitsForScanner: boolean;
  /** The document of the same case that came in with the very same bytes before this one. */
  readonly sameAs: DocumentName | null;
};
type DocumentName = { readonly id: string; readonly title: string };

/** The documents of a case in the order of the checklist, the newest of a kind last; withdrawn ones among them. */
export async function listDocuments(tx: Transaction, caseId: string): Promise<DocumentLine[]> {
  const rows = await tx
    .select({ document: documents, addedBy: users.name })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.addedBy))
    .where(eq(documents.caseId, caseId))
    .orderBy(asc(documents.addedAt), asc(documents.id));
  const first = new Map<string, DocumentName>();
  for (const { document } of rows)
    if (document.sha256 !== '' && !first.has(document.sha256)) first.set(document.sha256, document);
  const isWaiting = rows.some(({ document }) => isToScan(document)) && (await isScannerSilent(tx));
  return rows
    .map(({ document, addedBy }) => ({
      ...lineOf(document, addedBy),
      waitsForScanner: isWaiting && isToScan(document),
      sameAs: otherThan(document.id, first.get(document.sha256)),
    }))
    .toSorted((one, other) => DOCUMENT_KINDS.indexOf(one.kind) - DOCUMENT_KINDS.indexOf(other.kind));
}

const otherThan = (id: string, found: DocumentName | undefined): DocumentName | null =>
  found && found.id !== id ? { id: found.id, title: found.title } : null;

/** What is written here is no file that somebody sent. */
const isToScan = ({ state, template }: typeof documents.$inferSelect): boolean =>
  state === 'checking' && template === null;

const lineOf = (
  document: typeof documents.$inferSelect,
  addedBy: string,
): Omit<DocumentLine, 'sameAs' | 'waitsForScanner'> => ({
  id: document.id,
  kind: document.kind,
  title: document.title,
  fileName: document.fileName,
  state: document.state,
  refusal: document.refusal,
  letterOn: document.letterOn,
  receivedOn: document.receivedOn,
  pageCount: document.pageCount,
  versionNumber: document.versionNumber,
  addedAt: document.addedAt,
  addedBy,
  withdrawnAt: document.withdrawnAt,
  withdrawnReason: document.withdrawnReason,
  isLetter: document.template !== null,
});

export type DocumentsAtHand = {
  readonly count: number;
  readonly latest: readonly (DocumentName & {
    readonly letterOn: LocalDate | null;
    readonly addedAt: Date;
  })[];
};

/** How many documents of the case stand, neither withdrawn nor refused, and the latest `most` of them. */
export async function readDocumentsAtHand(
  tx: Transaction,
  caseId: string,
  most: number,
): Promise<DocumentsAtHand> {
  const rows = await tx
    .select({
      id: documents.id,
      title: documents.title,
      letterOn: documents.letterOn,
      addedAt: documents.addedAt,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), isNull(documents.withdrawnAt), ne(documents.state, 'refused')))
    .orderBy(desc(documents.addedAt), desc(documents.id))
    .limit(most);
  const latest = rows.map(({ id, title, letterOn, addedAt }) => ({ id, title, letterOn, addedAt }));
  return { count: rows[0]?.count ?? 0, latest };
}

export type DocumentsPage = {
  readonly case: FormCase;
  readonly barred: Barred | null;
  readonly documents: readonly DocumentLine[];
};

export async function readDocumentsPage(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<DocumentsPage | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  return {
    case: source.case,
    barred: barredWhenClosed(source.record),
    documents: await listDocuments(tx, source.case.id),
  };
}

export type DocumentVersion = {
  readonly number: number;
  readonly change: DocumentChange;
  readonly pageCount: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly destroyedAt: Date | null;
  readonly hasPages: boolean;
  readonly hasOriginal: boolean;
};

/** What rests on a document: the packets that hold it and the recorded dates that are read from it. */
type DocumentUses = {
  readonly packets: readonly { readonly number: number; readonly isReady: boolean }[];
  readonly dates: readonly { readonly noun: string; readonly field: string; readonly page: number }[];
};

export type DocumentPage = {
  readonly case: FormCase;
  readonly barred: Barred | null;
  readonly document: DocumentLine & { readonly splitFrom: DocumentName | null };
  /** How many changes it had when it was read: what a form about it sends back as the version it saw. */
  readonly changeCount: number;
  readonly versions: readonly DocumentVersion[];
  readonly splitOff: readonly DocumentName[];
  /** Other documents of the case that came in with the very same bytes. */
  readonly twins: readonly DocumentName[];
  readonly uses: DocumentUses;
};

/** One document of a case, with its versions, newest first; null for another office's, another case's or a made-up id. */
export async function readDocument(
  tx: Transaction,
  caseId: string,
  documentId: string,
  today: LocalDate,
): Promise<DocumentPage | null> {
  if (!recordId.safeParse(documentId).success) return null;
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const all = await listDocuments(tx, source.case.id);
  const line = all.find(({ id }) => id === documentId);
  if (!line) return null;
  const split = alias(documents, 'split');
  const relatives = await tx
    .select({ id: split.id, title: split.title, from: documents.id, fromTitle: documents.title })
    .from(documents)
    .innerJoin(split, eq(split.splitFrom, documents.id))
    .where(and(eq(documents.caseId, caseId), sql`${documentId} in (${documents.id}, ${split.id})`));
  const parent = relatives.find(({ id }) => id === documentId);
  return {
    case: source.case,
    barred: barredWhenClosed(source.record),
    document: { ...line, splitFrom: parent ? { id: parent.from, title: parent.fromTitle } : null },
    changeCount: (await listDocumentChanges(tx, caseId, documentId)).length,
    versions: await listVersions(tx, documentId),
    splitOff: relatives.filter(({ from }) => from === documentId).map(({ id, title }) => ({ id, title })),
    twins: all.flatMap(({ id, title, sameAs }) => {
      if (id === documentId) return sameAs ? [sameAs] : [];
      return sameAs?.id === (line.sameAs?.id ?? documentId) ? [{ id, title }] : [];
    }),
    uses: await readUses(tx, caseId, documentId),
  };
}

async function listVersions(tx: Transaction, documentId: string): Promise<DocumentVersion[]> {
  const rows = await tx
    .select({ version: documentVersions, madeBy: users.name })
    .from(documentVersions)
    .innerJoin(users, eq(users.id, documentVersions.madeBy))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(asc(documentVersions.number));
  return rows.toReversed().map(({ version, madeBy }) => ({
    number: version.number,
    change: version.change,
    pageCount: version.pageCount,
    madeAt: version.madeAt,
    madeBy,
    destroyedAt: version.destroyedAt,
    hasPages: version.pagesFileId !== null,
    hasOriginal: version.originalFileId !== null,
  }));
}

async function readUses(tx: Transaction, caseId: string, documentId: string): Promise<DocumentUses> {
  const held = await tx
    .select({ number: packets.number, state: packets.state })
    .from(packets)
    .where(and(eq(packets.caseId, caseId), ne(packets.state, 'failed'), holdsDocument(documentId)))
    .orderBy(asc(packets.number));
  const dates = await tx
    .select({ noun: dateDocuments.noun, field: dateDocuments.field, page: dateDocuments.pageNumber })
    .from(dateDocuments)
    .where(and(eq(dateDocuments.caseId, caseId), eq(dateDocuments.documentId, documentId)))
    .orderBy(asc(dateDocuments.noun), asc(dateDocuments.field));
  return { packets: held.map(({ number, state }) => ({ number, isReady: state === 'ready' })), dates };
}

/** What tells a reader something, and changes nothing. */
const NO_CHANGES: readonly AuditEventName[] = [
  'document.saved',
  'document.checked',
  'document.refused',
  'letter.saved',
];

/** What was done to a document, oldest first. */
export async function listDocumentChanges(
  tx: Transaction,
  caseId: string,
  documentId: string,
): Promise<{ readonly who: string; readonly at: Date; readonly sentence: string }[]> {
  const rows = await tx
    .select({ event: auditEvents, who: users.name })
    .from(auditEvents)
    .leftJoin(users, eq(users.id, auditEvents.actorId))
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.subjectId, documentId),
        notInArray(auditEvents.event, [...NO_CHANGES]),
      ),
    )
    .orderBy(asc(auditEvents.id));
  return rows.map(({ event, who }) => ({
    who: who ?? SCHEDULED_WORK,
    at: event.at,
    sentence: sentenceOf(event.event as AuditEventName, event.changes),
  }));
}
