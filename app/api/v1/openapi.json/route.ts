import { openApiDocument } from '@/lib/assess-api/openapi.ts';
import { openHeaders } from '@/lib/assess-api/problem-details.ts';

export function GET(): Response {
  return Response.json(openApiDocument, { headers: openHeaders });
}
