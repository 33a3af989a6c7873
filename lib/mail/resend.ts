import { type ErrorResponse, Resend } from 'resend';
import { accepted, type Delivery, headersOf, type MailTransport, refused } from './transport.ts';

/** Sends through Resend, which delivers once however often it is asked under the same key. */
export function resendTransport(options: {
  apiKey: string;
  from: string;
  baseUrl?: string | undefined;
  timeoutMilliseconds?: number;
}): MailTransport {
  const { apiKey, from, baseUrl, timeoutMilliseconds = 15_000 } = options;
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    name: 'Resend',
    async send(message, idempotencyKey) {
      const email = {
        from,
        to: message.to,
        ...(message.replyTo && { replyTo: message.replyTo }),
        subject: message.subject,
        text: message.text,
        html: message.html,
        headers: headersOf(message),
      };
      const signal = AbortSignal.timeout(timeoutMilliseconds);
      const { data, error } = await resend.emails.send(email, { idempotencyKey, signal });
      return error ? answerTo(error, idempotencyKey) : accepted(data.id);
    },
  };
}

/** What is wrong with the message itself; a bad key, a quota, an outage or a lost connection can be mended meanwhile. */
const ABOUT_THE_MESSAGE: ReadonlySet<number> = new Set([400, 404, 405, 413, 422]);

function answerTo({ name, statusCode }: ErrorResponse, idempotencyKey: string): Delivery {
  if (statusCode === null) return refused(true, 'Resend could not be reached.');
  // An earlier try got through, and the text has changed since: "6 days" became "5 days".
  if (name === 'invalid_idempotent_request') return accepted(idempotencyKey);
  return refused(!ABOUT_THE_MESSAGE.has(statusCode), `Resend refused the message (${statusCode} ${name}).`);
}
