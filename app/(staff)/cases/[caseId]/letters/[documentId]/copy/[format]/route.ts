import { Readable } from 'node:stream';
import { notFound } from 'next/navigation';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { LETTER_FORMATS } from '@/lib/letters/input.ts';
import { letterDocx } from '@/lib/letters/letter-docx.ts';
import { type SavedLetter, saveLetterCopy } from '@/lib/letters/save-letter-copy.ts';

/** A copy of a letter to take away. That it was saved is on the record before its first byte leaves. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/cases/[caseId]/letters/[documentId]/copy/[format]'>,
): Promise<Response> {
  const actor = await requireActor('case.read');
  const { caseId, documentId, format: asked } = await params;
  const format = LETTER_FORMATS.find((each) => each === asked) ?? notFound();
  const requestId = request.headers.get('x-request-id') ?? '';
  const saved = await inUnitOfWork(
    getDatabase(),
    actor,
    await requestTime(),
    (unit) => saveLetterCopy(unit, { caseId, documentId, format }),
    { requestId },
  );
  if (!saved.ok) notFound();
  const { mediaType, body } = await contentOf(saved.value);
  const { fileName } = saved.value;
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}

async function contentOf({ format, letter, office, pages }: SavedLetter) {
  if (format === 'pdf') {
    const bytes = await getDocumentStore().open(pages);
    return { mediaType: 'application/pdf', body: Readable.toWeb(bytes) as ReadableStream };
  }
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: new Uint8Array(await letterDocx(letter, office)),
  };
}
