import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Env, runsOnThisMachine } from '../env.ts';
import { LETTER_LANGUAGES } from './letter.ts';
import { accepted, type MailMessage, type MailTransport, refused } from './transport.ts';

const stored = z.object({
  id: z.uuid(),
  officeId: z.uuid(),
  from: z.string(),
  to: z.string(),
  replyTo: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  language: z.enum(LETTER_LANGUAGES),
  isAboutAccount: z.boolean().default(false),
  writtenAt: z.iso.datetime(),
});

/** A message as it lies in the local mailbox. */
export type MailboxMessage = z.infer<typeof stored>;

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Whether people may look into the mailbox: messages stay here, and this is a trial or somebody developing. */
export const showsMailbox = (env: Env): boolean =>
  !env.RESEND_API_KEY && !env.SMTP_URL && (env.NODE_ENV !== 'production' || runsOnThisMachine(env));

/**
 * Keeps messages as files instead of sending them: one per message, in a folder per office, named after the key, so
 * that a message sent twice is one file.
 */
export function localMailbox({ folder, from }: { folder: string; from: string }): MailTransport {
  return {
    name: 'the local mailbox',
    blindSpot: 'Messages stay in the local mailbox on this machine; nobody receives them.',
    async send(message, idempotencyKey) {
      const file = fileOf(folder, message.officeId, idempotencyKey);
      try {
        await writeWhole(file, JSON.stringify(storedMessage(message, idempotencyKey, from), null, 2));
        return accepted(idempotencyKey);
      } catch (error) {
        const { code = 'unknown' } = error as NodeJS.ErrnoException;
        return refused(true, `The mailbox folder cannot be written (${code}).`);
      }
    },
  };
}

/** The newest messages of an office, newest first. A folder that was never written to is an empty mailbox. */
export async function listMailbox(
  folder: string,
  officeId: string,
  limit: number,
): Promise<MailboxMessage[]> {
  const names = await fs.readdir(path.join(folder, officeId)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const messages = await Promise.all(ids.map((id) => readMessage(folder, officeId, id)));
  return messages
    .filter((message) => message !== null)
    .toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt) || a.id.localeCompare(b.id))
    .slice(0, limit);
}

/** One message of this office, or null: a message of another office is not there. */
export async function readMessage(
  folder: string,
  officeId: string,
  messageId: string,
): Promise<MailboxMessage | null> {
  if (!isId(messageId)) return null;
  try {
    const message = stored.parse(
      JSON.parse(await fs.readFile(fileOf(folder, officeId, messageId), 'utf8')) as unknown,
    );
    return message.officeId === officeId ? message : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes messages of an office, those that are not there included. */
export async function removeMessages(
  folder: string,
  officeId: string,
  messageIds: readonly string[],
): Promise<void> {
  await Promise.all(messageIds.map((id) => fs.rm(fileOf(folder, officeId, id), { force: true })));
}

const fileOf = (folder: string, officeId: string, id: string): string =>
  path.join(folder, officeId, `${id}.json`);

/** A reader sees a whole file or none. */
async function writeWhole(file: string, content: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}.draft`;
  await fs.writeFile(draft, content, { mode: 0o600 });
  await fs.rename(draft, file);
}

const storedMessage = (message: MailMessage, id: string, from: string): MailboxMessage => ({
  id,
  from,
  officeId: message.officeId,
  to: message.to,
  replyTo: message.replyTo,
  subject: message.subject,
  text: message.text,
  html: message.html,
  language: message.language,
  isAboutAccount: message.isAboutAccount ?? false,
  writtenAt: message.writtenAt.toISOString(),
});
