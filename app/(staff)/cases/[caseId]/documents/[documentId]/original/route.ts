import { sendFile } from '../send-file.ts';

/** The file as it came in, where no redaction destroyed it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/cases/[caseId]/documents/[documentId]/original'>,
): Promise<Response> {
  const { caseId, documentId } = await params;
  return sendFile(request, { caseId, documentId, what: 'original' });
}
