import { answerAssessment, answerOtherMethod, answerPreflight } from '@/lib/assess-api/answer-assessment.ts';
import { publicAssessments } from '@/lib/assess-api/public-assessments.ts';

export const dynamic = 'force-dynamic';

/** Facts in, assessment out; the contract is /api/v1/openapi.json. */
export function POST(request: Request): Promise<Response> {
  return answerAssessment(request, publicAssessments());
}

export const OPTIONS = answerPreflight;
export const GET = answerOtherMethod;
export const HEAD = answerOtherMethod;
export const PUT = answerOtherMethod;
export const PATCH = answerOtherMethod;
export const DELETE = answerOtherMethod;
