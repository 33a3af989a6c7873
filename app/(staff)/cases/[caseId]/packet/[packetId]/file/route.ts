import { Readable } from 'node:stream';
import { notFound } from 'next/navigation';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { savePacket } from '@/lib/packets/save-packet.ts';

/** A packet that is ready, as a file. That it was saved is on the record before its first byte leaves. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/cases/[caseId]/packet/[packetId]/file'>,
): Promise<Response> {
  const actor = await requireActor('case.read');
  const { caseId, packetId } = await params;
  const requestId = request.headers.get('x-request-id') ?? '';
  const saved = await inUnitOfWork(
    getDatabase(),
    actor,
    await requestTime(),
    (unit) => savePacket(unit, { caseId, packetId }),
    { requestId },
  );
  if (!saved.ok) notFound();
  const { sealed, byteCount, caseNumber, number } = saved.value;
  const bytes = await getDocumentStore().open(sealed);
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(byteCount),
      'content-disposition': `attachment; filename="imr-packet-${caseNumber}-${number}.pdf"`,
    },
  });
}
