import type { DocumentContext } from '../../lib/document-work/context.ts';
import { workOnDocuments } from '../../lib/document-work/work-on-documents.ts';

/** Does whatever waits to be done with documents, once, and prints how much it was. */
export async function workAndPrint(context: DocumentContext): Promise<number> {
  const summary = await workOnDocuments(context);
  for (const [what, count] of Object.entries(summary)) console.log(`${what}: ${count}`);
  return (summary['errors'] ?? 0) > 0 ? 1 : 0;
}
