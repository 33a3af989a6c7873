import { assessJsonText } from '../deadlines/assess-json.ts';
import type { Problem } from '../deadlines/facts.ts';
import type { AssessedCount } from './assessed-count.ts';
import { openHeaders, problemMediaType, problemResponse } from './problem-details.ts';
import { readBody } from './read-body.ts';
import type { Allowance } from './request-allowance.ts';

/** 2 MiB: some four thousand cases. */
export const bodyLimit = 2 * 1024 * 1024;
export const bytesPerPoint = 64 * 1024;
/** A body of nothing but flaws would be answered with fifty times its size. */
export const mostProblems = 10_000;
const methods = 'POST, OPTIONS';

export interface PublicAssessments {
  readonly allowance: Allowance;
  readonly count: AssessedCount;
  readonly addressOf: (request: Request) => string;
}

/** Answers facts with their assessment, and keeps neither. Everything it refuses is a value; it throws for bugs only. */
export async function answerAssessment(
  request: Request,
  { allowance, count, addressOf }: PublicAssessments,
): Promise<Response> {
  const address = addressOf(request);
  const wait = await allowance.spend(address, 1);
  if (wait !== null) return tooMany(wait);

  const unreadable = unreadableMedia(request.headers);
  if (unreadable !== null) return problemResponse(415, unreadable, { 'accept-encoding': 'identity' });

  const body = await readBody(request, bodyLimit);
  if (!body.ok) {
    return body.because === 'too-large'
      ? problemResponse(413, 'The body is larger than 2 MiB. Send fewer cases at a time.')
      : problemResponse(400, 'The body ended before it was complete. Send it again.');
  }
  const waitForLargeBody = await allowance.spend(address, Math.floor(body.bytes / bytesPerPoint));
  if (waitForLargeBody !== null) return tooMany(waitForLargeBody);

  const assessed = assessJsonText(body.text);
  if (!assessed.ok) return flawed(assessed.problems);
  count.add(Array.isArray(assessed.body) ? assessed.body.length : 1);
  return Response.json(assessed.body, { headers: openHeaders });
}

/** For a browser that asks first whether another site's page may post here. */
export function answerPreflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openHeaders,
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    },
  });
}

export function answerOtherMethod(): Response {
  return problemResponse(405, 'Send the facts with POST.', { allow: methods });
}

export function answerOtherMethodThanReading(): Response {
  return problemResponse(405, 'Read the contract with GET.', { allow: 'GET, HEAD, OPTIONS' });
}

/** For an address under the public interface at which there is nothing. */
export function answerNothingHere(): Response {
  return problemResponse(404, 'There is nothing at this address. The contract is /api/v1/openapi.json.');
}

function tooMany(seconds: number): Response {
  return problemResponse(
    429,
    `Too many requests came from this address. Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
    { 'retry-after': String(seconds) },
  );
}

function flawed(problems: readonly Problem[]): Response {
  return new Response(JSON.stringify(problems.slice(0, mostProblems)), {
    status: 422,
    headers: { ...openHeaders, 'content-type': problemMediaType },
  });
}

function unreadableMedia(headers: Headers): string | null {
  const [mediaType = '', ...parameters] = (headers.get('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (mediaType !== 'application/json') return 'Send the facts as application/json.';
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) return 'Send the JSON in UTF-8.';
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  return encoding === '' || encoding === 'identity' ? null : 'Send the body as it is, not compressed.';
}
