import path from 'node:path';
import { notFound } from 'next/navigation';
import { requireActor } from '@/lib/access/session.ts';
import { getEnv } from '@/lib/env.ts';
import { showsMailbox } from '@/lib/mail/local-mailbox.ts';

/** The folder and the office of whoever looks into the local mailbox; there is no such page where mail is really sent. */
export async function openMailbox(): Promise<{ folder: string; officeId: string }> {
  const { officeId } = await requireActor('mailbox.read');
  const env = getEnv();
  if (!showsMailbox(env)) notFound();
  return { folder: path.resolve(env.MAIL_DIR), officeId };
}
