import path from 'node:path';
import type { CommandEnv } from '../env.ts';
import { localMailbox } from './local-mailbox.ts';
import { resendTransport } from './resend.ts';
import { smtpTransport } from './smtp.ts';
import type { MailTransport } from './transport.ts';

/** Resend where its key is set, an SMTP server where its URL is, and otherwise the mailbox on this machine. */
export function chooseTransport(env: CommandEnv): MailTransport {
  const { MAIL_FROM: from, RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_URL: url } = env;
  if (apiKey) return resendTransport({ apiKey, from, baseUrl });
  if (url) return smtpTransport({ url, from });
  return localMailbox({ folder: path.resolve(env.MAIL_DIR), from });
}
