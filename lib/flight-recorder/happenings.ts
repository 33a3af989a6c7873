import { formatMediumDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ClientMessageKind, MessageState } from '../db/vocabulary.ts';
import type { Recipient } from '../reminders/ladder.ts';

/** One row of the ledger with everything that became of it. */
export type LedgerRow = {
  readonly id: string;
  readonly rule: string;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly recipientKind: Recipient;
  readonly recipientId: string;
  readonly plannedAt: Date;
  readonly state: MessageState;
  readonly reason: string;
  readonly attempts: number;
  /** Null once nobody will try again. */
  readonly claimedAt: Date | null;
  readonly retryAt: Date | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly bouncedAt: Date | null;
  readonly complainedAt: Date | null;
  /** The digest it was told in. */
  readonly digestOn: LocalDate | null;
};

/** As much of a row as its fate is told from, of whichever ledger. */
type Fate = Omit<LedgerRow, 'id' | 'rule' | 'dueOn' | 'rung' | 'recipientKind' | 'recipientId' | 'plannedAt'>;

/** A message that somebody sent the client by hand, with everything that became of it. */
export type HandRow = Omit<Fate, 'digestOn'> & {
  readonly id: string;
  readonly kind: ClientMessageKind;
  readonly clientId: string;
  readonly byName: string;
  readonly plannedAt: Date;
};

/** One thing that happened to a message, or its standing: a sentence without its full stop, and the shape beside it. */
export type Happening = { readonly text: string; readonly mark: 'met' | 'late' | 'risk' | 'open' | null };

/** What became of a message, in the order in which it happened. Pure. */
export function fateOf(row: Fate, say: (at: Date) => string): Happening[] {
  const { deliveredAt, bouncedAt, complainedAt } = row;
  return [
    standing(row, say),
    ...(deliveredAt ? [{ text: `Delivered ${say(deliveredAt)}`, mark: 'met' as const }] : []),
    ...(bouncedAt ? [{ text: `Came back ${say(bouncedAt)}`, mark: 'late' as const }] : []),
    ...(complainedAt ? [{ text: `Reported as unwanted ${say(complainedAt)}`, mark: 'late' as const }] : []),
  ];
}

function standing(row: Fate, say: (at: Date) => string): Happening {
  const { state, reason, attempts, claimedAt, retryAt, sentAt, digestOn } = row;
  const because = reason === '' ? '' : `: ${reason}`;
  switch (state) {
    case 'planned':
      return { text: 'Waits to be sent', mark: 'open' };
    case 'gathered':
      return { text: `Waits for the next digest${because}`, mark: 'open' };
    case 'claimed':
      return { text: `Being sent${claimedAt ? ` since ${say(claimedAt)}` : ''}`, mark: 'open' };
    case 'sent': {
      const when = sentAt ? ` ${say(sentAt)}` : '';
      const how = digestOn
        ? `Told in the digest of ${formatMediumDate(digestOn)}, sent${when}`
        : `Sent${when}`;
      return {
        text: `${how}${attempts > 1 ? `, at the ${ordinal(attempts)} attempt` : ''}${because}`,
        mark: 'met',
      };
    }
    case 'failed':
      return claimedAt === null
        ? { text: `Could not be sent${because}`, mark: 'late' }
        : {
            text: `Could not be sent yet${because}${retryAt ? ` Next attempt ${say(retryAt)}` : ''}`,
            mark: 'risk',
          };
    case 'skipped':
      return { text: `Left out${because}`, mark: null };
    case 'canceled':
      return { text: `Canceled${because}`, mark: null };
  }
}

function ordinal(count: number): string {
  const tens = count % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}
