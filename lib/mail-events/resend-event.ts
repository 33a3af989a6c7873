import { z } from 'zod';
import type { MailEvent } from '../db/vocabulary.ts';
import type { Bounce } from './rules.ts';

/** What somebody told about a message of ours, before it is stored. */
export type ToldEvent = {
  readonly officeId: string;
  readonly messageId: string;
  readonly event: MailEvent;
  /** In lower case; empty where it was not told. */
  readonly address: string;
  readonly detail: Bounce | '';
  /** Null where no moment was told that can be read. */
  readonly happenedAt: Date | null;
};

const payload = z.object({
  type: z.string(),
  created_at: z.string().default(''),
  data: z.object({
    to: z.array(z.string()).default([]),
    tags: z
      .union([
        z.record(z.string(), z.string()),
        z
          .array(z.object({ name: z.string(), value: z.string() }))
          .transform((tags) => Object.fromEntries(tags.map(({ name, value }) => [name, value]))),
      ])
      .default({}),
    bounce: z.object({ type: z.string() }).optional(),
  }),
});

const ourTags = z.object({ office: z.uuid(), message: z.uuid() });

const EVENTS: ReadonlyMap<string, MailEvent> = new Map(
  Object.entries({
    'email.delivered': 'delivered',
    'email.delivery_delayed': 'delayed',
    'email.bounced': 'bounced',
    'email.suppressed': 'bounced',
    'email.complained': 'complained',
    'email.failed': 'failed',
  }),
);

/** Reads what Resend posts; null for an event that changes nothing here, and for mail that is not ours. Pure. */
export function readResendEvent(posted: unknown): ToldEvent | null {
  const read = payload.safeParse(posted);
  if (!read.success) return null;
  const { type, data, created_at } = read.data;
  const event = EVENTS.get(type);
  const tags = ourTags.safeParse(data.tags);
  if (!event || !tags.success) return null;
  const happenedAt = new Date(created_at);
  return {
    officeId: tags.data.office,
    messageId: tags.data.message,
    event,
    address: addressIn(data.to[0] ?? ''),
    detail: bounceIn(type, data.bounce?.type),
    happenedAt: Number.isNaN(happenedAt.getTime()) ? null : happenedAt,
  };
}

function bounceIn(type: string, kind: string | undefined): Bounce | '' {
  if (type === 'email.suppressed') return 'suppressed';
  if (type !== 'email.bounced') return '';
  return kind === 'Permanent' ? 'for-good' : 'for-now';
}

/** The bare address of "Rosario <rosario@example.org>", in lower case. */
const addressIn = (to: string): string => (/<([^<>]+)>\s*$/.exec(to)?.[1] ?? to).trim().toLowerCase();
