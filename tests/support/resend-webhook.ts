import { createHmac, randomUUID } from 'node:crypto';
import type { TakenMail } from './fake-resend.ts';

export const WEBHOOK_SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

type Telling = {
  /** The event's number; the same one again is a replay. */
  readonly id?: string;
  /** When it is said, which its signature covers. */
  readonly at?: Date;
  readonly secret?: string;
};

/** What Resend posts about a mail it took, such as `email.delivered`; `more` goes among its data. */
export const webhookOf = (
  mail: Pick<TakenMail, 'id' | 'message' | 'office' | 'to' | 'subject'>,
  type: string,
  {
    happenedAt = new Date(),
    ...more
  }: { readonly happenedAt?: Date } & Readonly<Record<string, unknown>> = {},
) => ({
  type,
  created_at: happenedAt.toISOString(),
  data: {
    email_id: mail.id,
    created_at: happenedAt.toISOString(),
    from: 'Recourse <reminders@example.org>',
    to: [mail.to],
    subject: mail.subject,
    tags: { office: mail.office, message: mail.message },
    ...more,
  },
});

export const bounce = (type: 'Permanent' | 'Transient' | 'Undetermined') => ({
  bounce: { type, subType: 'General', message: `No mailbox for rosario@example.org (${type}).` },
});

/** The request with which a webhook arrives, signed as its receiver expects. */
export function signedRequest(
  url: string,
  payload: unknown,
  { id = `msg_${randomUUID()}`, at = new Date(), secret = WEBHOOK_SECRET }: Telling = {},
): Request {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signature}`,
    },
    body,
  });
}
