import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** Whose forms a ticket numbers. */
export type TicketHolder = { readonly officeId: string; readonly userId: string };

/** How long a form may stay open before it is saved, in days. What was saved is remembered for longer. */
export const TICKET_DAYS = 7;

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;
const NUMBER = /^(?<ticket>[\w-]{36}\.(?<issued>[0-9a-z]{1,12}))\.(?<seal>[\w-]{43})\.\w{1,64}$/;

/**
 * A ticket for the forms of one rendered page. The page's forms each add a mark of their own, which makes the number
 * that a form is sent with: nobody else can send it, and it saves once.
 */
export function issueTicket(holder: TicketHolder, at: Date, secret: string): string {
  const ticket = `${randomUUID()}.${at.getTime().toString(36)}`;
  return `${ticket}.${sealOf(ticket, holder, secret)}`;
}

export type FormNumber =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly because: 'not-theirs' | 'too-old' };

/** Reads the number a form was sent with; the id it gives is always the same for the same number. */
export function readFormNumber(number: unknown, holder: TicketHolder, at: Date, secret: string): FormNumber {
  const parts = typeof number === 'string' ? NUMBER.exec(number)?.groups : undefined;
  const { ticket = '', issued = '', seal = '' } = parts ?? {};
  if (!isSame(seal, sealOf(ticket, holder, secret))) return { ok: false, because: 'not-theirs' };
  const age = at.getTime() - Number.parseInt(issued, 36);
  if (age > TICKET_DAYS * DAY_IN_MILLISECONDS) return { ok: false, because: 'too-old' };
  return { ok: true, id: uuidOf(String(number)) };
}

const sealOf = (ticket: string, { officeId, userId }: TicketHolder, secret: string): string =>
  createHmac('sha256', secret).update(`form ticket\n${officeId}\n${userId}\n${ticket}`).digest('base64url');

const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));

function uuidOf(number: string): string {
  const hex = createHash('sha256').update(number).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
