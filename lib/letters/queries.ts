import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { UserActor } from '../access/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Barred, barredWhenClosed, type FormCase } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { cases, users } from '../db/schema.ts';
import { dateDocuments, documents, documentVersions, storedFiles } from '../db/schema-documents.ts';
import {
  type DocumentState,
  LETTER_TEMPLATES,
  type LetterLanguage,
  type LetterTemplate,
} from '../db/vocabulary.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import { listDocumentChanges } from '../documents/queries.ts';
import { recordId } from '../input-fields.ts';
import { readOffice } from '../offices/queries.ts';
import { fillTemplate, TEMPLATES } from './fill-template.ts';
import { type LetterSetting, letterFactsOf } from './letter-facts.ts';
import { type LetterLook, type LetterOffice, type LetterVersion, lookOf } from './letter-paper.ts';
import { blanksOf } from './markup.ts';

/** Who writes letters about a case, and what shows its dates. */
export async function readLetterSetting(
  tx: Transaction,
  caseId: string,
  writer: Pick<UserActor, 'name'>,
): Promise<LetterSetting> {
  const { name, phone } = await readOffice(tx);
  const proofs = await tx
    .select({
      noun: dateDocuments.noun,
      recordId: dateDocuments.recordId,
      field: dateDocuments.field,
      title: documents.title,
      pageNumber: dateDocuments.pageNumber,
    })
    .from(dateDocuments)
    .innerJoin(documents, eq(documents.id, dateDocuments.documentId))
    .where(and(eq(dateDocuments.caseId, caseId), isNull(documents.withdrawnAt)));
  return { office: { name, phone }, writer: writer.name, proofs };
}

export type LetterLine = {
  readonly id: string;
  readonly title: string;
  readonly language: LetterLanguage;
  readonly state: DocumentState;
  readonly versionNumber: number;
  readonly blankCount: number;
  readonly savedAt: Date;
  readonly savedBy: string;
};

export type LettersPage = {
  readonly case: FormCase;
  readonly barred: Barred | null;
  readonly letters: readonly LetterLine[];
};

/** The letters of a case, newest first. */
export async function readLettersPage(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<LettersPage | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  return {
    case: source.case,
    barred: barredWhenClosed(source.record),
    letters: await listLetters(tx, source.case.id),
  };
}

export type NewLetterPage = {
  readonly case: FormCase;
  readonly barred: Barred | null;
  readonly template: LetterTemplate | '';
  readonly language: LetterLanguage;
  readonly choices: readonly {
    readonly template: LetterTemplate;
    readonly title: string;
    readonly purpose: string;
    /** How much it would leave to be filled in on this case. */
    readonly blankCount: number;
  }[];
  readonly look: LetterLook | undefined;
};

/** What each template would start with on this case, and the look of the one that is asked for. */
export async function readNewLetter(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  writer: Pick<UserActor, 'name'>,
  { template, language }: Pick<NewLetterPage, 'template' | 'language'>,
): Promise<NewLetterPage | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const setting = await readLetterSetting(tx, source.case.id, writer);
  const facts = letterFactsOf(source, setting);
  return {
    case: source.case,
    barred: barredWhenClosed(source.record),
    template,
    language,
    choices: LETTER_TEMPLATES.map((each) => ({
      template: each,
      title: TEMPLATES[each].titles.en,
      purpose: TEMPLATES[each].purpose,
      blankCount: blanksOf(fillTemplate(each, language, facts)).length,
    })),
    look:
      template === ''
        ? undefined
        : lookOf({ template, language, body: fillTemplate(template, language, facts) }, setting.office),
  };
}

async function listLetters(tx: Transaction, caseId: string): Promise<LetterLine[]> {
  const rows = await tx
    .select({ document: documents, version: documentVersions, savedBy: users.name })
    .from(documents)
    .innerJoin(
      documentVersions,
      and(
        eq(documentVersions.documentId, documents.id),
        eq(documentVersions.number, documents.versionNumber),
      ),
    )
    .innerJoin(users, eq(users.id, documentVersions.madeBy))
    .where(and(eq(documents.caseId, caseId), isNotNull(documents.template), isNull(documents.withdrawnAt)))
    .orderBy(desc(documentVersions.madeAt), asc(documents.id));
  return rows.map(({ document, version, savedBy }) => ({
    id: document.id,
    title: document.title,
    language: document.language ?? 'en',
    state: document.state,
    versionNumber: document.versionNumber,
    blankCount: blanksOf(version.body ?? '').length,
    savedAt: version.madeAt,
    savedBy,
  }));
}

export type LetterPage = {
  readonly case: FormCase;
  readonly barred: Barred | null;
  readonly letter: LetterVersion & {
    readonly documentId: string;
    readonly title: string;
    readonly state: DocumentState;
    readonly isWithdrawn: boolean;
    /** Somebody else signs it, and the signed copy is what counts. */
    readonly isSignedElsewhere: boolean;
    readonly purpose: string;
  };
  readonly look: LetterLook;
  /** The version whose text is shown, and the latest. */
  readonly number: number;
  readonly latest: number;
  /** How many changes it had when it was read: what its form sends back as the version it saw. */
  readonly changeCount: number;
  readonly versions: readonly { number: number; savedAt: Date; savedBy: string }[];
};

/** A letter with the text of its latest version or of one that is asked for; null for what is no letter of this case. */
export async function readLetter(
  tx: Transaction,
  caseId: string,
  documentId: string,
  today: LocalDate,
  asked: number | null,
): Promise<LetterPage | null> {
  if (!recordId.safeParse(documentId).success) return null;
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const rows = await tx
    .select({ document: documents, version: documentVersions, savedBy: users.name })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .innerJoin(users, eq(users.id, documentVersions.madeBy))
    .where(
      and(
        eq(documents.caseId, caseId),
        eq(documents.id, documentId),
        isNotNull(documents.template),
        isNotNull(documentVersions.body),
      ),
    )
    .orderBy(desc(documentVersions.number));
  const shown = rows.find(({ version }) => version.number === asked) ?? rows[0];
  const text = shown && textOf(shown.document, shown.version.body);
  if (!shown || !text) return null;
  const { name, phone } = await readOffice(tx);
  const { document, version } = shown;
  return {
    case: source.case,
    barred: barredWhenClosed(source.record),
    letter: {
      ...text,
      documentId: document.id,
      title: document.title,
      state: document.state,
      isWithdrawn: document.withdrawnAt !== null,
      isSignedElsewhere: TEMPLATES[text.template].isSignedElsewhere,
      purpose: TEMPLATES[text.template].purpose,
    },
    look: lookOf(text, { name, phone }),
    number: version.number,
    latest: document.versionNumber,
    changeCount: (await listDocumentChanges(tx, caseId, documentId)).length,
    versions: rows.map(({ version: each, savedBy }) => ({
      number: each.number,
      savedAt: each.madeAt,
      savedBy,
    })),
  };
}

type SavedLetter = {
  readonly letter: LetterVersion;
  readonly title: string;
  readonly office: LetterOffice;
  readonly caseNumber: string;
  readonly pages: SealedFile | null;
};

/** The latest version of a letter, to be handed over; `pages` is null until the worker has made them. */
export async function readSavedLetter(
  tx: Transaction,
  caseId: string,
  documentId: string,
): Promise<SavedLetter | null> {
  if (![caseId, documentId].every((id) => recordId.safeParse(id).success)) return null;
  const [row] = await tx
    .select({
      document: documents,
      body: documentVersions.body,
      pages: storedFiles,
      caseNumber: cases.number,
    })
    .from(documents)
    .innerJoin(cases, eq(cases.id, documents.caseId))
    .innerJoin(
      documentVersions,
      and(
        eq(documentVersions.documentId, documents.id),
        eq(documentVersions.number, documents.versionNumber),
      ),
    )
    .leftJoin(storedFiles, eq(storedFiles.id, documentVersions.pagesFileId))
    .where(and(eq(documents.caseId, caseId), eq(documents.id, documentId)));
  const letter = row && textOf(row.document, row.body);
  if (!row || !letter) return null;
  const { name, phone } = await readOffice(tx);
  return {
    letter,
    title: row.document.title,
    office: { name, phone },
    caseNumber: row.caseNumber,
    pages: row.pages,
  };
}

function textOf(
  { template, language }: Pick<typeof documents.$inferSelect, 'template' | 'language'>,
  body: string | null,
): LetterVersion | null {
  return template && language && body !== null ? { template, language, body } : null;
}
