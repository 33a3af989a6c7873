/** A refusal as RFC 9457 writes it; the title is the status's own phrase, so `type` stays about:blank. */
interface ProblemDetails {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  /** What is wrong and what to do. */
  readonly detail: string;
}

const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;

export type ProblemStatus = keyof typeof titles;

export const problemMediaType = 'application/problem+json';

/** What every answer of the public interface carries: any page may read it, and nobody keeps it. */
export const openHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cache-control': 'no-store',
};

export function problemResponse(
  status: ProblemStatus,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const details: ProblemDetails = { type: 'about:blank', title: titles[status], status, detail };
  return new Response(JSON.stringify(details), {
    status,
    headers: { ...openHeaders, 'content-type': problemMediaType, ...headers },
  });
}
