import { Readable } from 'node:stream';
import { notFound } from 'next/navigation';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { type SaveDocumentInput, saveDocument } from '@/lib/documents/save-document.ts';

/** Hands a file of a document over. That it was saved is on the record before its first byte leaves. */
export async function sendFile(request: Request, input: SaveDocumentInput): Promise<Response> {
  const actor = await requireActor('case.read');
  const requestId = request.headers.get('x-request-id') ?? '';
  const saved = await inUnitOfWork(
    getDatabase(),
    actor,
    await requestTime(),
    (unit) => saveDocument(unit, input),
    { requestId },
  );
  if (!saved.ok) notFound();
  const { file, fileName } = saved.value;
  const bytes = await getDocumentStore().open(file);
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.byteCount),
      'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}
