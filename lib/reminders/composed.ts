import type { MailMessage } from '../mail/transport.ts';
import type { Office } from '../offices/queries.ts';
import type { Rung } from './ladder.ts';
import type { Addressee } from './plan.ts';
import type { OfficePolicy } from './policy.ts';

/** What a message is written with, beside its case. */
export type Sender = {
  readonly office: Office;
  readonly policy: OfficePolicy;
  readonly appUrl: string;
  readonly now: Date;
};

export type ComposedMessage = {
  readonly kind: 'message';
  readonly message: MailMessage;
  readonly to: Addressee;
  /** When it was to go, and how long it may wait. */
  readonly rung: Pick<Rung, 'at' | 'mustGoBy'>;
  /** What the deadline is called, for the case's record. */
  readonly about: string;
  /** What is worth knowing about how it was written, for the ledger. */
  readonly remark: string;
  /** The client may not understand it, so somebody has to be asked to call before it goes. */
  readonly needsCall: boolean;
};

/** What became of writing a message: it is there, waits for the office to open, or must not go out any more or came too late. */
export type Composed =
  | ComposedMessage
  | { readonly kind: 'given-up'; readonly because: string }
  | { readonly kind: 'waits'; readonly until: Date }
  | { readonly kind: 'held'; readonly state: 'canceled' | 'skipped'; readonly because: string };

export const held = (state: 'canceled' | 'skipped', because: string): Composed => ({
  kind: 'held',
  state,
  because,
});
