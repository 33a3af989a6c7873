import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { noteTemplates } from '../db/schema-day.ts';
import type { Words } from '../words/words.ts';

export type NoteTemplate = {
  /** An id, or the key of one that Recourse brings. */
  readonly key: string;
  readonly kind: 'note' | 'call';
  readonly name: string;
  readonly body: string;
};

const COLUMNS = {
  key: noteTemplates.id,
  kind: noteTemplates.kind,
  name: noteTemplates.name,
  body: noteTemplates.body,
} as const;

/** The office's own templates in use, by name. */
export const listOwnTemplates = (tx: Transaction): Promise<NoteTemplate[]> =>
  tx
    .select(COLUMNS)
    .from(noteTemplates)
    .where(isNull(noteTemplates.retiredAt))
    .orderBy(asc(noteTemplates.name), asc(noteTemplates.id));

/** What a note or call can start from: the office's own templates, then those that Recourse brings. */
export const listTemplates = async (
  tx: Transaction,
  words: Words['noteTemplates'],
): Promise<NoteTemplate[]> => [...(await listOwnTemplates(tx)), ...words.builtIn];

/** One of the office's own templates, in use or retired. */
export async function findOwnTemplate(
  tx: Transaction,
  templateId: string,
  isRetired: boolean,
): Promise<NoteTemplate | null> {
  const isIt = isRetired ? isNotNull(noteTemplates.retiredAt) : isNull(noteTemplates.retiredAt);
  const [row] = await tx
    .select(COLUMNS)
    .from(noteTemplates)
    .where(and(eq(noteTemplates.id, templateId), isIt));
  return row ?? null;
}
