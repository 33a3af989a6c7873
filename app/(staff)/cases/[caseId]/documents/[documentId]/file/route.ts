import { sendFile } from '../send-file.ts';

/** The pages of a document as a PDF, of its latest version or of the one that is asked for. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/cases/[caseId]/documents/[documentId]/file'>,
): Promise<Response> {
  const { caseId, documentId } = await params;
  const asked = new URL(request.url).searchParams.get('version') ?? '';
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
  return sendFile(request, { caseId, documentId, what: 'pages', ...(number !== null && { number }) });
}
