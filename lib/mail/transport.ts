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
  /** Where one POST ends such messages, for the header that mail programs turn into a button; null where nothing may. */
  readonly unsubscribeAt: string | null;
  /** It opens or protects somebody's account: for nobody else's eyes. */
  readonly isAboutAccount?: boolean;
  readonly writtenAt: Date;
};

/** What became of handing a message over. A refusal is an answer, not an exception; it names no address. */
export type Delivery =
  | { readonly outcome: 'accepted'; readonly providerMessageId: string }
  | {
      readonly outcome: 'refused';
      readonly isRetryable: boolean;
      readonly reason: string;
      /** Before when the provider wants no other try, where it said so. */
      readonly retryAt?: Date | null;
      /** Of a batch: it was handed over by itself in the end, and has to go by itself under its own key from now on. */
      readonly goesAlone?: true;
    };

/** A message and the key it goes under: the id of its row in the ledger. */
export type Parcel = { readonly message: MailMessage; readonly key: string };

export type MailTransport = {
  readonly name: 'the local mailbox' | 'SMTP' | 'Resend';
  /** What nobody will tell of the messages that go this way, in a sentence for whoever runs the worker. */
  readonly blindSpot?: string;
  /** Sending twice under one key delivers once, or delivers a duplicate that can be recognized as one. */
  send(message: MailMessage, idempotencyKey: string): Promise<Delivery>;
  /** How many messages one request takes, where the provider takes several. */
  readonly largestBatch?: number;
  /**
   * Hands over at most `largestBatch` messages and says of each, in their order, what became of it. After an answer that
   * never came the same messages go again under the same batch key; a message that was not among them never joins.
   */
  readonly sendBatch?: (parcels: readonly Parcel[], batchKey: string) => Promise<readonly Delivery[]>;
};

export const accepted = (providerMessageId: string): Delivery => ({ outcome: 'accepted', providerMessageId });

export const refused = (isRetryable: boolean, reason: string, retryAt: Date | null = null): Delivery => ({
  outcome: 'refused',
  isRetryable,
  reason,
  ...(retryAt && { retryAt }),
});

/** Headers that every message carries, whichever way it goes. */
export function headersOf({ language, unsubscribeAt }: MailMessage): Record<string, string> {
  return {
    'Content-Language': language,
    // Out-of-office replies would land with a caseworker as if the client had written.
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeAt && {
      'List-Unsubscribe': `<${unsubscribeAt}>`,
      // RFC 8058: the mail program's own button, which asks nothing further.
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}
