import type { AuditEventName } from '../audit/events.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import type { Ledger, MessageClaim } from '../mail-ledger/ledger.ts';
import { composeReminder } from './compose.ts';
import type { Composed, Sender } from './composed.ts';
import type { Recipient } from './ladder.ts';
import { type Claim, REMINDERS } from './ledger.ts';
import { planCorrectionOf, stillStands } from './repository.ts';

/** One kind of message on its way: where its books are, how it is written, and what becomes of what it said. */
export type Post<C extends MessageClaim> = {
  readonly ledger: Ledger<C>;
  /** What the case's record calls what became of it; one nobody asked for is held without a word. */
  readonly events: {
    readonly sent: AuditEventName;
    readonly failed: AuditEventName;
    readonly held: AuditEventName | null;
  };
  /** Writes it from the case as it is at this moment, or says why it must not go out any more. */
  readonly compose: (tx: Transaction, claim: C, today: LocalDate, sender: Sender) => Promise<Composed>;
  /** For whom it is and about what, as the case's record says it. */
  readonly toldOf: (claim: C) => { readonly to: Recipient; readonly about: string };
  /** Where what it says can cease to hold: whether it holds still, and what is owed to whoever was told. */
  readonly takesBack?: {
    readonly stillHolds: (tx: Transaction, claim: C) => Promise<boolean>;
    readonly plan: (tx: Transaction, claim: C, now: Date) => Promise<void>;
  };
};

export const REMINDER_POST: Post<Claim> = {
  ledger: REMINDERS,
  events: { sent: 'reminder.sent', failed: 'reminder.failed', held: null },
  compose: composeReminder,
  toldOf: (claim) => ({ to: claim.recipientKind, about: clockTitle(claim) }),
  takesBack: { stillHolds: stillStands, plan: planCorrectionOf },
};
