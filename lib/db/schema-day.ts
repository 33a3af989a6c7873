import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { caseKey, caseNotes, createdAt, id, instant, officeId, personKey } from './schema.ts';

/** A list of cases under a name: its address, which never holds what was searched for. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    /** The list's parameters, such as "due=week&plan=…". */
    params: text('params').notNull(),
    isShared: boolean('is_shared').notNull().default(false),
    createdAt: createdAt(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    personKey(t.officeId as never, t.userId as never),
    uniqueIndex('saved_views_name_key').on(t.userId, sql`lower(${t.name})`).where(sql`removed_at is null`),
    index('saved_views_office').on(t.officeId, t.name).where(sql`removed_at is null`),
    check('saved_views_name_given', sql`length(btrim(name)) between 1 and 60`),
    check('saved_views_params_short', sql`length(params) <= 1000`),
  ],
);

/** What somebody typed into a form and has not saved: theirs alone, until they save or discard it. */
export const drafts = pgTable(
  'drafts',
  {
    /** Another one each time something is kept in its place. */
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    /** Null for a form that belongs to no case yet, such as intake. */
    caseId: uuid('case_id'),
    /** The form's name within the case, such as "plan-decision". */
    form: text('form').notNull(),
    /** The opened form it was typed into; null where that is too old to be saved. */
    formId: uuid('form_id'),
    typed: jsonb('typed').$type<Readonly<Record<string, string | readonly string[]>>>().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    personKey(t.officeId as never, t.userId as never),
    caseKey(t as never),
    unique('drafts_one').on(t.userId, t.caseId, t.form).nullsNotDistinct(),
    index('drafts_saved').on(t.officeId, t.savedAt),
    check('drafts_form_named', sql`form ~ '^[a-z0-9/-]{1,80}$'`),
  ],
);

/** A case that somebody else changed, until its owner, or whoever was mentioned on it, has looked. Written by the database as the record is. */
export const unreadMarks = pgTable(
  'unread_marks',
  {
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    userId: uuid('user_id').notNull(),
    /** The first and the last entry of the record that they have not seen. */
    firstEventId: bigint('first_event_id', { mode: 'number' }).notNull(),
    lastEventId: bigint('last_event_id', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.caseId] }),
    caseKey(t as never),
    personKey(t.officeId as never, t.userId as never),
  ],
);

/** Somebody named in a note, so that they hear of it. */
export const noteMentions = pgTable(
  'note_mentions',
  {
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    noteId: uuid('note_id').notNull(),
    userId: uuid('user_id').notNull(),
    mentionedAt: instant('mentioned_at').notNull(),
    seenAt: instant('seen_at'),
  },
  (t) => [
    primaryKey({ columns: [t.noteId, t.userId] }),
    caseKey(t as never),
    foreignKey({ columns: [t.caseId, t.noteId], foreignColumns: [caseNotes.caseId, caseNotes.id] }),
    personKey(t.officeId as never, t.userId as never),
    index('note_mentions_unseen').on(t.officeId, t.userId, t.mentionedAt).where(sql`seen_at is null`),
  ],
);

/** What everybody who opens the case has to know first. */
export const pinnedFacts = pgTable(
  'pinned_facts',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    body: text('body').notNull(),
    pinnedBy: uuid('pinned_by').notNull(),
    pinnedAt: instant('pinned_at').notNull(),
    unpinnedBy: uuid('unpinned_by'),
    unpinnedAt: instant('unpinned_at'),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.pinnedBy as never),
    personKey(t.officeId as never, t.unpinnedBy as never),
    index('pinned_facts_case').on(t.caseId, t.pinnedAt),
    check('pinned_facts_body_given', sql`length(btrim(body)) between 1 and 200`),
    check('pinned_facts_unpinned_whole', sql`(unpinned_by is null) = (unpinned_at is null)`),
  ],
);

/** A text that the office writes again and again, beside those that Recourse brings. */
export const noteTemplates = pgTable(
  'note_templates',
  {
    id: id(),
    officeId: officeId(),
    kind: text('kind').$type<'note' | 'call'>().notNull(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    retiredAt: instant('retired_at'),
  },
  (t) => [
    personKey(t.officeId as never, t.changedBy as never),
    uniqueIndex('note_templates_name_key')
      .on(t.officeId, sql`lower(${t.name})`)
      .where(sql`retired_at is null`),
    check('note_templates_kind_known', sql`kind in ('note', 'call')`),
    check('note_templates_name_given', sql`length(btrim(name)) between 1 and 60`),
    check('note_templates_body_given', sql`length(btrim(body)) > 0`),
  ],
);
