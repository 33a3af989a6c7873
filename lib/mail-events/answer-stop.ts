import { z } from 'zod';
import { systemActor } from '../access/actor.ts';
import type { Allowance } from '../assess-api/request-allowance.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inLedger } from '../db/unit-of-work.ts';
import { readMessageToStop } from './queries.ts';
import { storeMailEvent } from './repository.ts';
import { mayStop } from './rules.ts';

/** What stands in a message's link to stop such messages. */
export type StopLink = { readonly officeId: string; readonly token: string };

export type StopContext = {
  readonly db: Database;
  readonly now: Date;
  readonly allowance: Allowance;
  /** Where the request comes from. */
  readonly address: string;
};

const stopLink = z.object({ officeId: z.uuid(), token: z.uuid() });

/**
 * Takes down that a reader wants no more such messages (RFC 8058): one POST, asking nothing further, whether a mail program
 * sends it or a page of ours. A browser is led back to the page; pressing twice is no different from once.
 */
export async function answerStop(
  request: Request,
  given: StopLink,
  { db, now, allowance, address }: StopContext,
): Promise<Response> {
  const wait = await allowance.spend(address, 1);
  if (wait !== null) return new Response(null, { status: 429, headers: { 'retry-after': String(wait) } });
  const read = stopLink.safeParse(given);
  if (!read.success) return new Response(null, { status: 404 });
  const link = read.data;
  const isKnown = await inLedger(db, systemActor(link.officeId), pacificToday(now), async (tx) => {
    const message = await readMessageToStop(tx, link.token);
    if (!message || !mayStop(message.recipientKind)) return false;
    await storeMailEvent(tx, {
      officeId: link.officeId,
      messageId: message.messageId,
      event: 'unsubscribed',
      address: '',
      detail: '',
      happenedAt: now,
      receivedAt: now,
      providerEventId: `stop-${link.token}-${now.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)}`,
    });
    return true;
  });
  if (request.headers.get('accept')?.includes('text/html'))
    return leadTo(`${pageOf(link)}${isKnown ? '?done=1' : ''}`);
  return new Response(null, { status: isKnown ? 200 : 404 });
}

/** A link is opened by scanners and previews too, so opening it stops nothing: the page asks. */
export function answerStopLink(given: StopLink): Response {
  const read = stopLink.safeParse(given);
  return read.success ? leadTo(pageOf(read.data)) : new Response(null, { status: 404 });
}

const pageOf = ({ officeId, token }: StopLink): string => `/stop/${officeId}/${token}`;

const leadTo = (location: string): Response => new Response(null, { status: 303, headers: { location } });
