import { answerOtherMethodThanReading } from '@/lib/assess-api/answer-assessment.ts';
import { openApiDocument } from '@/lib/assess-api/openapi.ts';
import { openHeaders } from '@/lib/assess-api/problem-details.ts';

export function GET(): Response {
  return Response.json(openApiDocument, { headers: openHeaders });
}

export const POST = answerOtherMethodThanReading;
export const PUT = answerOtherMethodThanReading;
export const PATCH = answerOtherMethodThanReading;
export const DELETE = answerOtherMethodThanReading;
