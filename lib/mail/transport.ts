import type { LetterLanguage } from './letter.ts';

/** One message, ready to go. The text part is always there: it is what every reader can show. */
export type MailMessage = {
  readonly officeId: string;
  readonly to: string;
  /** Who answers, where that is not the sender. */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: LetterLanguage;
  /** Where a reader may ask for no more messages, for the header that mail programs turn into a button. */
  readonly unsubscribeAt: string | null;
  /** It opens or protects somebody's account: for nobody else's eyes. */
  readonly isAboutAccount?: boolean;
  readonly writtenAt: Date;
};

/** What became of handing a message over. A refusal is an answer, not an exception; it names no address. */
export type Delivery =
  | { readonly outcome: 'accepted'; readonly providerMessageId: string }
  | { readonly outcome: 'refused'; readonly isRetryable: boolean; readonly reason: string };

export type MailTransport = {
  readonly name: 'the local mailbox' | 'SMTP' | 'Resend';
  /** Sending twice under one key delivers once, or delivers a duplicate that can be recognized as one. */
  send(message: MailMessage, idempotencyKey: string): Promise<Delivery>;
};

export const accepted = (providerMessageId: string): Delivery => ({ outcome: 'accepted', providerMessageId });

export const refused = (isRetryable: boolean, reason: string): Delivery => ({
  outcome: 'refused',
  isRetryable,
  reason,
});

/** Headers that every message carries, whichever way it goes. */
export function headersOf({ language, unsubscribeAt }: MailMessage): Record<string, string> {
  return {
    'Content-Language': language,
    // Out-of-office replies would land with a caseworker as if the client had written.
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeAt && { 'List-Unsubscribe': `<${unsubscribeAt}>` }),
  };
}
