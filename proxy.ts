import { type NextRequest, NextResponse } from 'next/server';
import {
  type Arrival,
  type GateRefusal,
  hasUnknownLength,
  judgeArrival,
  judgeBody,
  refusalPage,
} from './lib/edge/form-gate.ts';
import { contentPolicy, responseHeaders } from './lib/edge/response-headers.ts';
import { getEnv } from './lib/env.ts';

/** Turns away what no page of ours sent; gives every answer its headers, and every page a script nonce and an id for its log lines. */
export async function proxy(request: NextRequest) {
  const own = new URL(getEnv().APP_URL);
  const isSecure = own.protocol === 'https:';
  const path = request.nextUrl.pathname;
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentPolicy({ nonce, isSecure, isDevelopment: process.env.NODE_ENV === 'development' });

  const response =
    (await turnedAway(request, own.origin)) ??
    NextResponse.next({ request: { headers: inward(request, own, policy, nonce) } });
  for (const [name, value] of Object.entries(responseHeaders({ policy, isSecure, path })))
    response.headers.set(name, value);
  return response;
}

async function turnedAway(request: NextRequest, ownOrigin: string): Promise<NextResponse | null> {
  // A browser that fetches ahead has nobody looking yet, and a look goes on the record: it asks again when it is one.
  if (request.headers.get('sec-purpose')?.includes('prefetch'))
    return new NextResponse(null, { status: 503 });
  const refused = await judge(request, ownOrigin);
  return refused && answerTo(refused, request);
}

async function judge(request: NextRequest, ownOrigin: string): Promise<GateRefusal | null> {
  const arrival: Arrival = {
    method: request.method,
    path: request.nextUrl.pathname,
    header: (name) => request.headers.get(name),
  };
  const refused = judgeArrival(arrival, ownOrigin);
  if (refused || !hasUnknownLength(arrival)) return refused;
  return judgeBody(arrival, request.body);
}

/** A script of ours shows plain text in the form it sent; a browser without one is shown a page. */
function answerTo(refused: GateRefusal, request: NextRequest): NextResponse {
  const isScript = request.headers.has('next-action') || request.nextUrl.pathname.startsWith('/api/');
  return new NextResponse(isScript ? refused.message : refusalPage(refused), {
    status: refused.status,
    // Next.js shows the text of exactly this type.
    headers: { 'content-type': isScript ? 'text/plain' : 'text/html; charset=utf-8' },
  });
}

function inward(request: NextRequest, own: URL, policy: string, nonce: string): Headers {
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set('x-request-id', crypto.randomUUID());
  headers.set('x-page-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('x-page-language', languageOf(request.nextUrl));
  // Next.js compares an action's Origin with this, and would believe whatever a client had put there.
  headers.set('x-forwarded-host', own.host);
  return headers;
}

// The document's language is the layout's to say, and a layout does not see the address.
function languageOf({ pathname, searchParams }: URL): string {
  return pathname.startsWith('/calculator') && searchParams.get('lang') === 'es' ? 'es' : 'en-US';
}
