import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { formatLongDate, formatTypedDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { caseNotes, cases, clients, users } from '../db/schema.ts';
import { noteMentions } from '../db/schema-day.ts';
import { listFamily, openRelatives } from '../families/queries.ts';
import { listTemplates, type NoteTemplate } from '../note-templates/queries.ts';
import type { Words } from '../words/words.ts';

/** What the text of a note begins with, and whom it can name. */
export type NoteStart = {
  readonly kind: 'note' | 'call';
  /** What it starts from, where a template was chosen. */
  readonly body: string;
  readonly templates: readonly NoteTemplate[];
  /** Who can be named behind an @. */
  readonly colleagues: readonly string[];
};

/** What a form with a note was opened for. */
export type NoteAsked = { readonly kind: NoteStart['kind']; readonly templateKey: string | null };

export type NoteValues = NoteStart & {
  readonly happenedOn: { readonly typed: string; readonly echo: string };
  /** The open cases of its family, on which it can be recorded too. */
  readonly family: readonly { readonly value: string; readonly label: string }[];
};

/** The form that adds a note or a call. */
export async function readNoteForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  readerId: string,
  asked: NoteAsked,
  words: Words['noteTemplates'],
): Promise<CaseForm<NoteValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(source.record),
    isCorrection: false,
    values: {
      ...(await readNoteStart(tx, readerId, asked, words)),
      happenedOn: { typed: formatTypedDate(today), echo: formatLongDate(today) },
      family: openRelatives(await listFamily(tx, caseId)),
    },
  };
}

/** What a note starts from, wherever one is written. */
export async function readNoteStart(
  tx: Transaction,
  readerId: string,
  asked: NoteAsked,
  words: Words['noteTemplates'],
): Promise<NoteStart> {
  const templates = await listTemplates(tx, words);
  const chosen = templates.find(({ key }) => key === asked.templateKey);
  return {
    kind: chosen?.kind ?? asked.kind,
    body: chosen?.body ?? '',
    templates,
    colleagues: await listMentionable(tx, readerId),
  };
}

/** The names of everybody but the reader who can sign in and work cases. */
export async function listMentionable(tx: Transaction, readerId: string): Promise<string[]> {
  const rows = await tx
    .select({ name: users.name })
    .from(users)
    .where(and(isNull(users.deactivatedAt), ne(users.role, 'reviewer'), ne(users.id, readerId)))
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ name }) => name);
}

const MENTIONS_SHOWN = 8;
const EXCERPT = 240;

export type Mention = {
  readonly caseId: string;
  readonly clientName: string;
  readonly number: string;
  readonly by: string;
  readonly at: Date;
  /** How the note begins. */
  readonly excerpt: string;
};

/** Where somebody was mentioned and has not looked since, newest first, and how many such notes there are. One query. */
export async function listMentions(
  tx: Transaction,
  userId: string,
): Promise<{ readonly mentions: readonly Mention[]; readonly count: number }> {
  const rows = await tx
    .select({
      caseId: noteMentions.caseId,
      clientName: clients.name,
      number: cases.number,
      by: users.name,
      at: noteMentions.mentionedAt,
      excerpt: sql<string>`left(${caseNotes.body}, ${EXCERPT})`,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(noteMentions)
    .innerJoin(
      caseNotes,
      and(eq(caseNotes.id, noteMentions.noteId), eq(caseNotes.caseId, noteMentions.caseId)),
    )
    .innerJoin(cases, eq(cases.id, noteMentions.caseId))
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .innerJoin(users, eq(users.id, caseNotes.authorId))
    .where(and(eq(noteMentions.userId, userId), isNull(noteMentions.seenAt)))
    .orderBy(desc(noteMentions.mentionedAt), desc(noteMentions.noteId))
    .limit(MENTIONS_SHOWN);
  return { mentions: rows, count: rows[0]?.count ?? 0 };
}
