const LONGEST_WAIT_MILLISECONDS = 24 * 3_600_000;

/**
 * The moment that a Retry-After header names, given in seconds or as an HTTP date (RFC 9110, 10.2.3); never before `now`
 * nor more than a day after it. Null where there is none that can be read. Pure.
 */
export function retryAfter(header: string | null | undefined, now: Date): Date | null {
  const text = header?.trim() ?? '';
  const moment = momentOf(text, now);
  if (Number.isNaN(moment)) return null;
  return new Date(Math.min(Math.max(moment, now.getTime()), now.getTime() + LONGEST_WAIT_MILLISECONDS));
}

function momentOf(text: string, now: Date): number {
  if (/^\d+$/.test(text)) return now.getTime() + Number(text) * 1_000;
  return text.endsWith(' GMT') ? Date.parse(text) : Number.NaN;
}
