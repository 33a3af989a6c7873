import type { BulletinKind, MailEvent, SuppressionGround, SuppressionScope } from '../db/vocabulary.ts';

/** Who a message went to, as far as what becomes of it depends on that. */
export type Reader = 'client' | 'staff' | BulletinKind;

/** How a bounce is: the address takes no mail, it took none this time, or the provider no longer tries it. */
const BOUNCES = ['for-good', 'for-now', 'suppressed'] as const;
export type Bounce = (typeof BOUNCES)[number];

/** The field of the ledger that an event fills. */
export type Mark = 'deliveredAt' | 'bouncedAt' | 'complainedAt';

/** What an event of a mail brings about. */
export type Effect = {
  readonly mark: Mark | null;
  readonly suppresses: { readonly ground: SuppressionGround; readonly scope: SuppressionScope } | null;
  readonly stopsDigests: boolean;
  /** Somebody has to reach the client another way. */
  readonly isClientUnreached: boolean;
  /** What the record says became of the message. */
  readonly became: 'delivered' | 'bounced' | 'complained' | 'stopped';
  readonly reason: string;
};

const NOTHING = { mark: null, suppresses: null, stopsDigests: false, isClientUnreached: false } as const;

const BOUNCE_REASONS: Readonly<Record<Bounce, string>> = {
  'for-good': 'The address does not take mail.',
  'for-now': 'The mailbox did not take it within the time the provider tries.',
  suppressed: 'The mail provider no longer sends to this address, after an earlier bounce or complaint.',
};

/**
 * What follows from an event, or null where nothing does: a delay may still end well, and nobody can stop the mail that
 * work depends on. A bounce for good and a complaint bar the address from all mail; who asks for no more nudges goes on
 * getting what is essential. Pure.
 */
export function effectOf(event: MailEvent, detail: string, reader: Reader): Effect | null {
  const isClientUnreached = reader === 'client';
  switch (event) {
    case 'delayed':
      return null;
    case 'delivered':
      return { ...NOTHING, mark: 'deliveredAt', became: 'delivered', reason: '' };
    case 'bounced': {
      const bounce = bounceOf(detail);
      return {
        ...NOTHING,
        mark: 'bouncedAt',
        suppresses: bounce === 'for-now' ? null : { ground: 'bounced', scope: 'all' },
        isClientUnreached,
        became: 'bounced',
        reason: BOUNCE_REASONS[bounce],
      };
    }
    case 'failed':
      return {
        ...NOTHING,
        mark: 'bouncedAt',
        isClientUnreached,
        became: 'bounced',
        reason: 'The mail provider took it and could not send it.',
      };
    case 'complained':
      return {
        ...NOTHING,
        mark: 'complainedAt',
        suppresses: { ground: 'complained', scope: 'all' },
        isClientUnreached,
        became: 'complained',
        reason: 'The reader reported it as unwanted, so no more mail goes to the address.',
      };
    case 'unsubscribed':
      return stopEffect(reader);
  }
}

function stopEffect(reader: Reader): Effect | null {
  if (reader === 'client')
    return {
      ...NOTHING,
      suppresses: { ground: 'unsubscribed', scope: 'nudges' },
      became: 'stopped',
      reason: 'The client asked for no more reminders; what is essential still goes out.',
    };
  if (reader === 'morning-digest' || reader === 'team-digest')
    return {
      ...NOTHING,
      stopsDigests: true,
      became: 'stopped',
      reason: 'The digest was stopped through its link.',
    };
  return null;
}

/** Whether a message to this reader has a link that stops such messages. */
export const mayStop = (recipientKind: string): boolean =>
  recipientKind === 'client' || recipientKind === 'staff';

/** What is not said to be for good is taken as passing: the address keeps getting mail. */
const bounceOf = (detail: string): Bounce => BOUNCES.find((each) => each === detail) ?? 'for-now';
