import { notFound } from 'next/navigation';
import { requireActor } from '@/lib/access/session.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { readPagesFile } from '@/lib/documents/files/queries.ts';
import { nearestWidth } from '@/lib/documents/page-image.ts';
import { renderPage } from '@/lib/pages/read-pages.ts';
import { lookAtCase } from '../../../../../open-form.ts';

/** One page of a document as a picture, so that nothing in a file ever runs in a browser. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/cases/[caseId]/documents/[documentId]/pages/[number]/image'>,
): Promise<Response> {
  const actor = await requireActor('case.read');
  const { caseId, documentId, number } = await params;
  const asked = new URL(request.url).searchParams;
  const found = await lookAtCase(
    actor,
    'case.viewed',
    () => caseId,
    (tx) => readPagesFile(tx, caseId, documentId, versionIn(asked.get('version'))),
  );
  const page = /^[1-9]\d{0,4}$/.test(number) ? Number(number) : 0;
  if (!found?.file || page < 1 || page > found.pageCount) notFound();
  const pdf = await getDocumentStore().read(found.file);
  const { jpeg } = await renderPage(pdf, page, { widthPixels: nearestWidth(asked.get('width')) });
  return new Response(new Uint8Array(jpeg), {
    headers: { 'content-type': 'image/jpeg', 'content-length': String(jpeg.byteLength) },
  });
}

const versionIn = (asked: string | null): number | undefined =>
  asked && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
