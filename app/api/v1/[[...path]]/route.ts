import { answerNothingHere } from '@/lib/assess-api/answer-assessment.ts';

export const GET = answerNothingHere;
export const HEAD = answerNothingHere;
export const POST = answerNothingHere;
export const PUT = answerNothingHere;
export const PATCH = answerNothingHere;
export const DELETE = answerNothingHere;
