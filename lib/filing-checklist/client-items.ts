import type { ClientWords } from '../reminders/letters/client-words.ts';
import type { ItemId } from './item-rule.ts';

/** What a client can bring, tell or sign; the rest of the list is the office's own work. */
export const CLIENT_ITEMS = [
  'member-number',
  'membership-card',
  'denial-letter',
  'grievance',
  'plan-response',
  'grievance-receipt',
  'medical-necessity-letter',
  'outside-records',
  'urgency-certification',
  'experimental-certification',
  'scientific-documents',
  'bills',
  'authorized-assistant-form',
  'representative-authority',
  'release-signature',
] as const satisfies readonly ItemId[];
export type ClientItem = (typeof CLIENT_ITEMS)[number];

/**
 * The list in one language. It lies on kitchen tables, so it names no plan, diagnosis or treatment; `review` says how far
 * somebody who reads the language has looked at it.
 */
export type ListWords = {
  readonly review: ClientWords['review'];
  readonly title: string;
  readonly intro: string;
  /** What the application asks about the client, where it is not recorded. */
  readonly details: Readonly<Record<'birthOn' | 'address' | 'phone', string>>;
  readonly items: Readonly<Record<ClientItem, string>>;
  /** Said instead where nothing of the client's is missing. */
  readonly nothing: string;
  readonly copies: string;
  readonly soon: string;
  readonly lastDay: (day: string) => string;
  readonly call: (phone: string) => string;
};
