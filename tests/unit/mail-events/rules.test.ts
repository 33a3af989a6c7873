import { describe, expect, test } from 'vitest';
import { MAIL_EVENTS } from '../../../lib/db/vocabulary.ts';
import { effectOf, mayStop, type Reader } from '../../../lib/mail-events/rules.ts';

const READERS: readonly Reader[] = ['client', 'staff', 'morning-digest', 'team-digest', 'alarm'];

describe('what follows from an event of a mail', () => {
  test.each([
    ['delivered', '', 'deliveredAt', null],
    ['bounced', 'for-good', 'bouncedAt', { ground: 'bounced', scope: 'all' }],
    ['bounced', 'suppressed', 'bouncedAt', { ground: 'bounced', scope: 'all' }],
    ['bounced', 'for-now', 'bouncedAt', null],
    ['bounced', '', 'bouncedAt', null],
    ['failed', '', 'bouncedAt', null],
    ['complained', '', 'complainedAt', { ground: 'complained', scope: 'all' }],
  ] as const)('%s (%s) marks %s and suppresses %o, whoever it went to', (event, detail, mark, suppresses) => {
    for (const reader of READERS)
      expect(effectOf(event, detail, reader)).toMatchObject({ mark, suppresses, stopsDigests: false });
  });

  test('a client who did not get it has to be reached another way; the staff have their worklist', () => {
    for (const event of ['bounced', 'failed', 'complained'] as const)
      expect(READERS.filter((reader) => effectOf(event, 'for-now', reader)?.isClientUnreached)).toEqual([
        'client',
      ]);
    expect(effectOf('delivered', '', 'client')?.isClientUnreached).toBe(false);
  });

  test('nothing follows from a delay, which may still end well', () => {
    for (const reader of READERS) expect(effectOf('delayed', '', reader)).toBeNull();
  });

  test('a client who asks for no more keeps getting what is essential', () => {
    expect(effectOf('unsubscribed', '', 'client')).toMatchObject({
      suppresses: { ground: 'unsubscribed', scope: 'nudges' },
      isClientUnreached: false,
      became: 'stopped',
    });
  });

  test('digests can be stopped; an alarm and a reminder to the staff cannot', () => {
    const stops = (reader: Reader) => effectOf('unsubscribed', '', reader)?.stopsDigests ?? null;
    expect(READERS.map(stops)).toEqual([false, null, true, true, null]);
  });

  test('every event that has an effect says so in a reason, save that a mail arrived', () => {
    const effects = MAIL_EVENTS.filter((event) => event !== 'delivered').flatMap((event) =>
      READERS.map((reader) => effectOf(event, 'for-good', reader)),
    );
    const reasons = effects.flatMap((effect) => effect?.reason ?? []);
    expect(reasons.length).toBeGreaterThan(READERS.length);
    expect(reasons.filter((reason) => !/^[A-Z].+\.$/.test(reason))).toEqual([]);
  });
});

test('a message to a client and a bulletin can be stopped by their links, a reminder to the staff cannot', () => {
  expect(['client', 'staff', 'owner', 'supervisor', ''].filter(mayStop)).toEqual(['client', 'staff']);
});
