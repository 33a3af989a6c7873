import { discardFiles } from '../document-store/discard-files.ts';
import { assemblePackets } from '../packets/assemble-packets.ts';
import { expireUploads } from '../uploads/expire-uploads.ts';
import { checkDocuments } from './check-documents.ts';
import type { DocumentContext } from './context.ts';

export type DocumentWorkSummary = Readonly<Record<string, number>>;

/** What is done as soon as somebody asks for it, each on its own so that a long packet keeps no document waiting. */
export const PROMPT_WORK: Readonly<
  Record<string, (context: DocumentContext) => Promise<DocumentWorkSummary>>
> = {
  'check-documents': checkDocuments,
  'assemble-packets': assemblePackets,
  'discard-files': discardFiles,
};

/** Does whatever waits to be done with documents, once. Safe to run at any time and several at once. */
export async function workOnDocuments(context: DocumentContext): Promise<DocumentWorkSummary> {
  const summaries = [
    await checkDocuments(context),
    await assemblePackets(context),
    await discardFiles(context),
    await expireUploads(context),
  ];
  const total: Record<string, number> = {};
  for (const summary of summaries)
    for (const [what, count] of Object.entries(summary)) total[what] = (total[what] ?? 0) + count;
  return total;
}
