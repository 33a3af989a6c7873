import { LARGEST_OFFICIAL_FORM } from '../official-forms/rules.ts';
import { LARGEST_CHUNK } from '../uploads/rules.ts';

/** The largest form that is read, in bytes; the longest text of the longest form is a small part of it. */
export const LARGEST_FORM = 1024 * 1024;

/** Why something that was sent is not taken in at all. */
export type GateRefusal = { readonly status: 403 | 413; readonly message: string };

const FOREIGN: GateRefusal = {
  status: 403,
  message:
    'This form was sent from another address than Recourse’s own, so it was not saved. Open Recourse at its usual address and try again.',
};
const TOO_LARGE: GateRefusal = {
  status: 413,
  message:
    'What was sent is larger than a form may be (1 MB), so it was not saved. Shorten the longest text and send it again.',
};

const TOO_LARGE_PART: GateRefusal = {
  status: 413,
  message:
    'This part of a file is larger than one request may bring (2 MB), so it was not taken in. A file is sent in parts of that size.',
};

const TOO_LARGE_OFFICIAL_FORM: GateRefusal = {
  status: 413,
  message:
    'The form is larger than an official form may be (8 MB), so it was not taken in. Save it anew from the department’s website.',
};

export type Arrival = {
  readonly method: string;
  readonly path: string;
  readonly header: (name: string) => string | null;
};

/**
 * Judges a request by its first lines, before anything reads it: whatever could change something has to come from a page
 * of ours, and be no larger than a form, or than a part of a file on its way in. The public API and what mail providers call have no session to misuse, and bound
 * their bodies themselves.
 */
export function judgeArrival({ method, path, header }: Arrival, ownOrigin: string): GateRefusal | null {
  if (!isGated(method, path)) return null;
  const site = header('sec-fetch-site');
  if (header('origin') !== ownOrigin || (site !== null && site !== 'same-origin')) return FOREIGN;
  const { bytes, refusal } = limitOf(path);
  return Number(header('content-length') ?? 0) > bytes ? refusal : null;
}

/** True when only reading it to the end can tell how large a body is. */
export const hasUnknownLength = ({ method, path, header }: Arrival): boolean =>
  isGated(method, path) && header('content-length') === null;

/** Reads a body whose length was not announced, as far as it may go. */
export async function judgeBody(
  { path }: Arrival,
  body: AsyncIterable<Uint8Array> | null,
): Promise<GateRefusal | null> {
  const { bytes, refusal } = limitOf(path);
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > bytes) return refusal;
  }
  return null;
}

/** A page with nothing but the refusal, for a browser that sent a form without a script. */
export const refusalPage = ({ status, message }: GateRefusal): string => `<!doctype html>
<html lang="en-US">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not saved · Recourse</title></head>
<body style="max-width:36rem;margin:4rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif">
<main>
<h1>Not saved</h1>
<p>${message}</p>
<p>Your browser’s back button returns to the form with what you typed.</p>
<p><a href="/">Go to Recourse</a></p>
<p><small>${status}</small></p>
</main>
</body>
</html>
`;

/** What stands around a file in the form that brings it. */
const FORM_AROUND_A_FILE = 64 * 1024;

const limitOf = (path: string): { readonly bytes: number; readonly refusal: GateRefusal } => {
  if (/^\/api\/uploads(\/|$)/.test(path)) return { bytes: LARGEST_CHUNK, refusal: TOO_LARGE_PART };
  if (path === '/api/official-forms')
    return { bytes: LARGEST_OFFICIAL_FORM + FORM_AROUND_A_FILE, refusal: TOO_LARGE_OFFICIAL_FORM };
  return { bytes: LARGEST_FORM, refusal: TOO_LARGE };
};

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

const isGated = (method: string, path: string): boolean =>
  !READS.has(method) && !/^\/api\/(v1|mail)(\/|$)/.test(path);
