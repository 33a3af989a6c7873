import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { clientMessages } from '../db/schema-reminders.ts';
import type { ClientMessageKind } from '../db/vocabulary.ts';
import {
  claimColumns,
  claimFree,
  isLeftBehind,
  type Ledger,
  type MessageClaim,
  waitsNoLonger,
} from '../mail-ledger/ledger.ts';

/** A message by hand that one worker holds until it is settled or its lease runs out. */
export type ClientMessageClaim = MessageClaim & { readonly kind: ClientMessageKind };

export const CLIENT_MESSAGE_LEDGER: Ledger<ClientMessageClaim> = {
  table: clientMessages,
  columns: { ...claimColumns(clientMessages), kind: clientMessages.kind },
};

const isDue = (now: Date): SQL => sql`(${waitsNoLonger(now)} or ${isLeftBehind(now)})`;

/** Whether no worker holds a message and one is to come for it: it was planned, or failed and is tried again. */
export const isWaiting = (): SQL | undefined => {
  const { state, retryAt } = clientMessages;
  return or(eq(state, 'planned'), and(eq(state, 'failed'), isNotNull(retryAt)));
};

/** Claims messages whose moment has come, and those on which a worker died or that failed and may be tried again. */
export const claimDue = (
  tx: Transaction,
  worker: string,
  now: Date,
  limit: number,
): Promise<ClientMessageClaim[]> => claimFree(tx, CLIENT_MESSAGE_LEDGER, isDue(now), { worker, now }, limit);
