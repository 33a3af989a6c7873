import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { caseKey, civilDate, createdAt, id, instant, officeId, oneOf, personKey } from './schema.ts';
import {
  CHECKLIST_ANSWERS,
  type ChecklistAnswer,
  DOCUMENT_CHANGES,
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  type DocumentChange,
  type DocumentKind,
  type DocumentState,
  LETTER_LANGUAGES,
  LETTER_TEMPLATES,
  type LetterLanguage,
  type LetterTemplate,
  PACKET_STATES,
  type PacketState,
} from './vocabulary.ts';

/** A file is one of the same case: no row can point into another case, whatever a program sends. */
const fileOfCase = (caseColumn: never, fileColumn: never) =>
  foreignKey({ columns: [caseColumn, fileColumn], foreignColumns: [storedFiles.caseId, storedFiles.id] });
const documentOfCase = (caseColumn: never, documentColumn: never) =>
  foreignKey({ columns: [caseColumn, documentColumn], foreignColumns: [documents.caseId, documents.id] });
const byteCount = (name: string) => bigint(name, { mode: 'number' }).notNull();

// ---------------------------------------------------------------- bytes

/**
 * One sealed file in the document store. Its key is here alone, wrapped by the master key: without this row the bytes
 * cannot be opened, so deleting it is what destroys a file.
 */
export const storedFiles = pgTable(
  'stored_files',
  {
    id: id(),
    officeId: officeId(),
    /** Null only for what belongs to the office, such as an official form. */
    caseId: uuid('case_id'),
    storageKey: text('storage_key').notNull(),
    mediaType: text('media_type').notNull(),
    byteCount: byteCount('byte_count'),
    /** Of the plain bytes, in hexadecimal. */
    sha256: text('sha256').notNull(),
    wrappedKey: text('wrapped_key').notNull(),
    masterKeyId: text('master_key_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    caseKey(t as never),
    unique('stored_files_office_id_key').on(t.officeId, t.id),
    unique('stored_files_case_id_key').on(t.caseId, t.id),
    unique('stored_files_storage_key').on(t.storageKey),
    index('stored_files_case_hash').on(t.caseId, t.sha256),
    index('stored_files_master_key').on(t.masterKeyId),
    check('stored_files_hashed', sql`sha256 ~ '^[0-9a-f]{64}$'`),
    check('stored_files_size', sql`byte_count >= 0`),
  ],
);

/** Sealed bytes whose row is gone: the worker takes them out of the store. Filled by a trigger alone. */
export const filesToDiscard = pgTable('files_to_discard', {
  storageKey: text('storage_key').primaryKey(),
  officeId: officeId(),
  since: instant('since').notNull().defaultNow(),
});

/** A file on its way in, sealed from its first byte. It becomes a document when its last byte is here, or expires. */
export const uploads = pgTable(
  'uploads',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    startedBy: uuid('started_by').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    byteCount: byteCount('byte_count'),
    receivedCount: bigint('received_count', { mode: 'number' }).notNull().default(0),
    wrappedKey: text('wrapped_key').notNull(),
    masterKeyId: text('master_key_id').notNull(),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** What it became. */
    documentId: uuid('document_id'),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.startedBy as never),
    index('uploads_expiry').on(t.expiresAt),
    check('uploads_kind_known', oneOf('kind', DOCUMENT_KINDS)),
    check('uploads_received', sql`received_count between 0 and byte_count`),
  ],
);

// ---------------------------------------------------------------- documents

/** A paper of the case: uploaded, written here, or split from another. What it looks like now is its latest version. */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    title: text('title').notNull(),
    /** As it was called where it came from; a name is a person's text and never a path. */
    fileName: text('file_name').notNull().default(''),
    state: text('state').$type<DocumentState>().notNull(),
    /** Why it could not be taken in: one of the codes of lib/inspection. */
    refusal: text('refusal'),
    letterOn: civilDate('letter_on'),
    receivedOn: civilDate('received_on'),
    /** The number of its latest version. */
    versionNumber: integer('version_number').notNull().default(1),
    pageCount: integer('page_count').notNull().default(0),
    /** Of the file as it came in, so that the same file twice is noticed. */
    sha256: text('sha256').notNull().default(''),
    template: text('template').$type<LetterTemplate>(),
    language: text('language').$type<LetterLanguage>(),
    splitFrom: uuid('split_from'),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
    /** The lease of the worker that looks at it. */
    claimedAt: instant('claimed_at'),
    attemptCount: integer('attempt_count').notNull().default(0),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
  },
  (t) => [
    caseKey(t as never),
    unique('documents_office_id_key').on(t.officeId, t.id),
    unique('documents_case_id_key').on(t.caseId, t.id),
    personKey(t.officeId as never, t.addedBy as never),
    personKey(t.officeId as never, t.withdrawnBy as never),
    index('documents_case').on(t.caseId, t.addedAt),
    index('documents_to_check').on(t.officeId, t.addedAt).where(sql`state = 'checking'`),
    check('documents_kind_known', oneOf('kind', DOCUMENT_KINDS)),
    check('documents_state_known', oneOf('state', DOCUMENT_STATES)),
    check('documents_refused_with_reason', sql`(state = 'refused') = (refusal is not null)`),
    check('documents_title_given', sql`length(btrim(title)) > 0`),
    check('documents_order', sql`received_on >= letter_on`),
    check('documents_template_known', sql`template is null or ${oneOf('template', LETTER_TEMPLATES)}`),
    check('documents_language_known', sql`language is null or ${oneOf('language', LETTER_LANGUAGES)}`),
    check('documents_written_whole', sql`(template is null) = (language is null)`),
    check('documents_withdrawal_whole', sql`(withdrawn_by is null) = (withdrawn_at is null)`),
  ],
);

/**
 * What a document looked like after each change. Files are never changed in place; a redaction deletes those of every
 * version before it, so that only these rows remember that they were.
 */
export const documentVersions = pgTable(
  'document_versions',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    documentId: uuid('document_id').notNull(),
    number: integer('number').notNull(),
    change: text('change').$type<DocumentChange>().notNull(),
    /** The file as it came in; only a first version has one. */
    originalFileId: uuid('original_file_id'),
    /** Its pages as a PDF made by Recourse: what is shown, printed and filed. */
    pagesFileId: uuid('pages_file_id'),
    /** What was written, for a letter of ours. */
    body: text('body'),
    pageCount: integer('page_count').notNull().default(0),
    madeBy: uuid('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    destroyedAt: instant('destroyed_at'),
  },
  (t) => [
    caseKey(t as never),
    documentOfCase(t.caseId as never, t.documentId as never),
    fileOfCase(t.caseId as never, t.originalFileId as never),
    fileOfCase(t.caseId as never, t.pagesFileId as never),
    personKey(t.officeId as never, t.madeBy as never),
    unique('document_versions_number').on(t.documentId, t.number),
    check('document_versions_change_known', oneOf('change', DOCUMENT_CHANGES)),
    check(
      'document_versions_destroyed_whole',
      sql`destroyed_at is null or (original_file_id is null and pages_file_id is null and body is null)`,
    ),
  ],
);

/** Which document, and which page of it, a recorded date is read from. */
export const dateDocuments = pgTable(
  'date_documents',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    /** The record as its form is called, such as `plan-decision`, and the field as its column is. */
    noun: text('noun').notNull(),
    recordId: uuid('record_id'),
    field: text('field').notNull(),
    documentId: uuid('document_id').notNull(),
    pageNumber: integer('page_number').notNull().default(1),
    linkedBy: uuid('linked_by').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (t) => [
    caseKey(t as never),
    documentOfCase(t.caseId as never, t.documentId as never),
    personKey(t.officeId as never, t.linkedBy as never),
    unique('date_documents_one').on(t.caseId, t.noun, t.recordId, t.field).nullsNotDistinct(),
    check('date_documents_page_positive', sql`page_number > 0`),
  ],
);

/** What a person says about an item of the filing checklist that no document can say. */
export const checklistAnswers = pgTable(
  'checklist_answers',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    item: text('item').notNull(),
    answer: text('answer').$type<ChecklistAnswer>().notNull(),
    reason: text('reason').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    answeredAt: instant('answered_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.answeredBy as never),
    personKey(t.officeId as never, t.withdrawnBy as never),
    uniqueIndex('checklist_answers_one_standing').on(t.caseId, t.item).where(sql`withdrawn_at is null`),
    check('checklist_answers_known', oneOf('answer', CHECKLIST_ANSWERS)),
    check('checklist_answers_reason_given', sql`length(btrim(reason)) > 0`),
    check('checklist_answers_withdrawal_whole', sql`(withdrawn_by is null) = (withdrawn_at is null)`),
  ],
);

// ---------------------------------------------------------------- the packet

/** An IMR packet: what it is to hold is fixed when it is asked for, what it is when it is ready, for good. */
export const packets = pgTable(
  'packets',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    number: integer('number').notNull(),
    regulator: text('regulator').$type<'DMHC' | 'CDI'>().notNull(),
    channel: text('channel').$type<'fax' | 'mail'>().notNull(),
    state: text('state').$type<PacketState>().notNull(),
    /** The plan of the packet as lib/packets lays it down: texts, documents with their versions, exhibit letters. */
    contents: jsonb('contents').$type<Readonly<Record<string, unknown>>>().notNull(),
    /** In words, what differs from the packet before. */
    changes: jsonb('changes').$type<readonly string[]>().notNull().default([]),
    stepCount: integer('step_count').notNull().default(0),
    stepsDone: integer('steps_done').notNull().default(0),
    failure: text('failure').notNull().default(''),
    fileId: uuid('file_id'),
    sha256: text('sha256').notNull().default(''),
    pageCount: integer('page_count').notNull().default(0),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    claimedAt: instant('claimed_at'),
    attemptCount: integer('attempt_count').notNull().default(0),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    caseKey(t as never),
    fileOfCase(t.caseId as never, t.fileId as never),
    personKey(t.officeId as never, t.requestedBy as never),
    unique('packets_case_id_key').on(t.caseId, t.id),
    unique('packets_number').on(t.caseId, t.number),
    uniqueIndex('packets_one_in_work').on(t.caseId).where(sql`state in ('waiting', 'assembling')`),
    index('packets_in_work').on(t.officeId, t.requestedAt).where(sql`state in ('waiting', 'assembling')`),
    check('packets_regulator_known', sql`regulator in ('DMHC', 'CDI')`),
    check('packets_channel_known', sql`channel in ('fax', 'mail')`),
    check('packets_state_known', oneOf('state', PACKET_STATES)),
    check('packets_ready_whole', sql`(state = 'ready') = (file_id is not null and sha256 <> '')`),
    check('packets_failed_says_why', sql`(state = 'failed') = (failure <> '')`),
    check('packets_finished', sql`(state in ('ready', 'failed')) = (finished_at is not null)`),
  ],
);

/** A regulator's own form, uploaded once by an administrator; filled where it has form fields. */
export const officialForms = pgTable(
  'official_forms',
  {
    id: id(),
    officeId: officeId(),
    regulator: text('regulator').$type<'DMHC' | 'CDI'>().notNull(),
    title: text('title').notNull(),
    fileId: uuid('file_id').notNull(),
    pageCount: integer('page_count').notNull(),
    /** Which of its form fields takes which datum of the application. */
    fieldMap: jsonb('field_map').$type<Readonly<Record<string, string>>>().notNull().default({}),
    hasFields: boolean('has_fields').notNull(),
    uploadedBy: uuid('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull(),
    replacedAt: instant('replaced_at'),
  },
  (t) => [
    foreignKey({ columns: [t.officeId, t.fileId], foreignColumns: [storedFiles.officeId, storedFiles.id] }),
    personKey(t.officeId as never, t.uploadedBy as never),
    uniqueIndex('official_forms_one_standing').on(t.officeId, t.regulator).where(sql`replaced_at is null`),
    check('official_forms_regulator_known', sql`regulator in ('DMHC', 'CDI')`),
    check('official_forms_title_given', sql`length(btrim(title)) > 0`),
  ],
);
