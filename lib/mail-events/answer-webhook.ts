import { Resend } from 'resend';
import { systemActor } from '../access/actor.ts';
import { readBody } from '../assess-api/read-body.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inLedger } from '../db/unit-of-work.ts';
import type { Logger } from '../log.ts';
import { storeMailEvent } from './repository.ts';
import { readResendEvent } from './resend-event.ts';

export type WebhookContext = {
  readonly db: Database;
  /** With which the provider signs; without one nothing is taken in. */
  readonly secret: string | undefined;
  readonly now: Date;
  readonly log: Logger;
};

const LARGEST_BODY = 256 * 1024;

// Checking a signature asks nobody, so this key opens nothing.
const { webhooks } = new Resend('re_no_key');

/**
 * Takes down what Resend tells of a message, once, and says no more than that it came in. What no key of ours signed in
 * the last minutes is refused without a reason.
 */
export async function answerWebhook(
  request: Request,
  { db, secret, now, log }: WebhookContext,
): Promise<Response> {
  if (!secret) return answer(404);
  const body = await readBody(request, LARGEST_BODY);
  if (!body.ok) return answer(body.because === 'too-large' ? 413 : 400);
  const signed = readSigned(body.text, request.headers, secret);
  if (!signed) {
    log.warn('a webhook without a valid signature was refused');
    return answer(401);
  }
  const told = readResendEvent(signed.payload);
  if (told) {
    const event = { ...told, providerEventId: signed.id, receivedAt: now };
    await inLedger(db, systemActor(told.officeId), pacificToday(now), (tx) => storeMailEvent(tx, event));
  }
  return answer(200);
}

function readSigned(payload: string, headers: Headers, webhookSecret: string) {
  const id = headers.get('svix-id') ?? '';
  const timestamp = headers.get('svix-timestamp') ?? '';
  const signature = headers.get('svix-signature') ?? '';
  try {
    const verified: unknown = webhooks.verify({
      payload,
      headers: { id, timestamp, signature },
      webhookSecret,
    });
    return { id, payload: verified };
  } catch {
    return null;
  }
}

const answer = (status: number): Response => new Response(null, { status });
