import type { MailMessage } from '../mail/transport.ts';
import type { Judged } from './gathered.ts';
import type { Gathered } from './queries.ts';

/** What becomes of the reminders that a bulletin took along, once it is settled itself. */
export type Taken = {
  readonly told: readonly Gathered[];
  /** Of those, what the letter counts without listing it. */
  readonly counted?: readonly Gathered[];
  readonly notTold: readonly Judged[];
  /** For the next digest. */
  readonly left: readonly Gathered[];
};

export const NOTHING_TAKEN: Taken = { told: [], notTold: [], left: [] };

/** A bulletin as it stands when it is about to go, or why it must not. */
export type Composed =
  | { readonly kind: 'message'; readonly message: MailMessage; readonly to: string; readonly taken: Taken }
  | {
      readonly kind: 'held';
      readonly state: 'canceled' | 'skipped';
      readonly because: string;
      readonly taken: Taken;
    };
