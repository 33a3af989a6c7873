import nodemailer from 'nodemailer';
import { accepted, type Delivery, headersOf, type MailTransport, refused } from './transport.ts';

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Sends through an SMTP server. A message sent twice carries the same Message-ID, so that it shows as the duplicate it is;
 * most servers deliver both.
 */
export function smtpTransport({ url, from }: { url: string; from: string }): MailTransport {
  const server = nodemailer.createTransport({ url, ...TIMEOUTS });
  const domain = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return {
    name: 'SMTP',
    blindSpot:
      'An SMTP server says that it took a message, not whether it arrived: a bounce comes back as mail to the sender’s address.',
    async send(message, idempotencyKey) {
      const messageId = `<${idempotencyKey}@${domain}>`;
      try {
        await server.sendMail({
          from,
          // As it is: of a text, every address in it would be written to.
          to: { name: '', address: message.to },
          ...(message.replyTo && { replyTo: message.replyTo }),
          subject: message.subject,
          text: message.text,
          html: message.html,
          messageId,
          date: message.writtenAt,
          headers: headersOf(message),
        });
        return accepted(messageId);
      } catch (error) {
        return refusalOf(error as SmtpError);
      }
    },
  };
}

/** What is said before there is a recipient is not about the message: a sender that is blocked or not allowed can be mended. */
const BEFORE_THE_MESSAGE: ReadonlySet<string> = new Set([
  'CONN',
  'EHLO',
  'HELO',
  'LHLO',
  'STARTTLS',
  'MAIL FROM',
]);
const TOO_LARGE = 552;

type SmtpError = { readonly code?: string; readonly command?: string; readonly responseCode?: number };

/** A server that says no to this message (5xx) will say it again; everything else may pass, a wrong password included. */
function refusalOf({ responseCode, code, command = '' }: SmtpError): Delivery {
  if (code === 'EAUTH') return refused(true, 'The mail server did not accept the user name and password.');
  if (responseCode === undefined)
    return code === 'EENVELOPE'
      ? refused(false, 'The address is none that mail can be sent to.')
      : refused(true, `The mail server could not be reached (${code ?? 'unknown'}).`);
  if (BEFORE_THE_MESSAGE.has(command) && responseCode !== TOO_LARGE)
    return refused(true, `The mail server takes no mail from this sender (${responseCode}).`);
  return refused(responseCode < 500, `The mail server refused the message (${responseCode}).`);
}
