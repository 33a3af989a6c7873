import { createHash } from 'node:crypto';

/** One event as it stands in the database; `at` in UTC with microseconds, `changes` as PostgreSQL writes the value out. */
export type ChainedEvent = {
  readonly seq: number;
  readonly officeId: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly event: string;
  readonly caseId: string | null;
  readonly caseVersion: number | null;
  readonly subjectId: string | null;
  readonly requestId: string;
  readonly changes: string;
  readonly reason: string;
  readonly salt: string;
  readonly contentDigest: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly isErased: boolean;
  /** A later event of the record says that its case was erased at that moment, and the case is gone. */
  readonly isErasureRecorded: boolean;
};

/** The last event of a record. Noted down elsewhere, it proves later that nothing up to it was written anew. */
export type Head = { readonly seq: number; readonly hash: string };

const BREAK_KINDS = [
  'event-edited',
  'content-edited',
  'content-erased',
  'events-missing',
  'event-inserted',
  'chain-left',
  'end-cut-off',
  'end-added',
  'head-edited',
  'head-missing',
  'written-anew',
] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** Where the record stops being what was written, and in which way; `seq` to `lastSeq` are the events concerned. */
export type Break = { readonly kind: BreakKind; readonly seq: number; readonly lastSeq: number };

/** Several events of an office in order, with the head as it stood when they were read. */
export type ChainPage = { readonly events: readonly ChainedEvent[]; readonly head: Head | null };

export type Verification = {
  /** The last event that was proved; null where not even the first could be. */
  readonly head: Head | null;
  /** The first break, or null: the record is whole. */
  readonly broken: Break | null;
};

/** The digest of what an event says, which outlives what it says. Must give what the database's own function gave. */
export const contentDigest = ({ salt, changes, reason }: ChainedEvent): string =>
  sha256(`${salt}\n${changes}\n${reason}`);

/** The hash of an event, over the hash before it. Must give what the database's own function gave. */
const hashOf = (event: ChainedEvent): string =>
  sha256(
    `[${[
      event.previousHash,
      event.seq,
      event.officeId,
      event.at,
      event.actorId,
      event.event,
      event.caseId,
      event.caseVersion,
      event.subjectId,
      event.requestId,
      event.contentDigest,
    ]
      .map((value) => JSON.stringify(value))
      .join(', ')}]`,
  );

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const EMPTY: Head = { seq: 0, hash: '' };
const at = (kind: BreakKind, seq: number, lastSeq = seq): Break => ({ kind, seq, lastSeq });

/**
 * Follows a record from its first event to its head and stops at the first break. With `expected` it also proves that
 * the record still contains that former head. Holds one page at a time.
 */
export async function followChain(
  pages: AsyncIterable<ChainPage>,
  expected: Head | null = null,
): Promise<Verification> {
  let last = EMPTY;
  let head: Head | null = null;
  const found = (broken: Break | null): Verification => ({
    head: last.seq === 0 ? null : last,
    broken,
  });
  for await (const page of pages) {
    ({ head } = page);
    for (const event of page.events) {
      const broken = breakAt(event, last);
      if (broken) return found(broken);
      if (expected?.seq === event.seq && expected.hash !== event.hash)
        return found(at('written-anew', event.seq));
      last = { seq: event.seq, hash: event.hash };
    }
  }
  return found(breakAtEnd(last, head) ?? breakAtExpected(last, expected));
}

function breakAt(event: ChainedEvent, last: Head): Break | null {
  const { seq } = event;
  if (seq <= last.seq) return at('event-inserted', seq);
  if (seq > last.seq + 1) return at('events-missing', last.seq + 1, seq - 1);
  if (hashOf(event) !== event.hash) return at('event-edited', seq);
  if (event.previousHash !== last.hash) return at('chain-left', seq);
  return contentBreak(event);
}

function contentBreak(event: ChainedEvent): Break | null {
  if (!event.isErased)
    return contentDigest(event) === event.contentDigest ? null : at('content-edited', event.seq);
  const isEmpty = event.changes === '[]' && event.reason === '' && event.salt === '';
  if (!isEmpty) return at('content-edited', event.seq);
  return event.isErasureRecorded ? null : at('content-erased', event.seq);
}

function breakAtEnd(last: Head, head: Head | null): Break | null {
  if (!head) return last.seq === 0 ? at('events-missing', 1) : at('head-missing', last.seq);
  if (head.seq > last.seq) return at('end-cut-off', last.seq + 1, head.seq);
  if (head.seq < last.seq) return at('end-added', head.seq + 1, last.seq);
  return head.hash === last.hash ? null : at('head-edited', head.seq);
}

const breakAtExpected = (last: Head, expected: Head | null): Break | null =>
  expected && expected.seq > last.seq ? at('end-cut-off', last.seq + 1, expected.seq) : null;

const SENTENCES: Readonly<Record<BreakKind, (which: string, one: boolean) => string>> = {
  'event-edited': (which) => `${which} was changed after it was written.`,
  'content-edited': (which) =>
    `What ${which} says, its before and after, its reason or its salt, was changed after it was written.`,
  'content-erased': (which) => `What ${which} said was erased, and no erasure of its case is on the record.`,
  'events-missing': (which, one) => `${which} ${one ? 'is' : 'are'} missing.`,
  'event-inserted': (which) => `${which} was put in: its place in the record was taken.`,
  'chain-left': (which) =>
    `${which} does not continue the event before it: one of the two was put in or written anew.`,
  'end-cut-off': (which, one) => `The end was cut off: ${which} ${one ? 'is' : 'are'} missing.`,
  'end-added': (which, one) => `${which} ${one ? 'was' : 'were'} put in after the head of the record.`,
  'head-edited': (which) => `The head of the record was changed: it does not name ${which}.`,
  'head-missing': (which) => `The head of the record is missing; its last event would be ${which}.`,
  'written-anew': (which) => `${which} is not the event whose hash was noted: the record was written anew.`,
};

/** The break as one sentence for the person who looks after the database. */
export function sayBreak({ kind, seq, lastSeq }: Break): string {
  const one = seq === lastSeq;
  const sentence = SENTENCES[kind](one ? `event ${seq}` : `events ${seq} to ${lastSeq}`, one);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
