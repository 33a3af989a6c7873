import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { Client } from '../../../lib/cases/case-record.ts';
import { reasonOf } from '../../../lib/client-messages/ledger-words.ts';
import { barToMessage, mayBeStopped, reasonToGiveUp } from '../../../lib/client-messages/rules.ts';
import { CLIENT_MESSAGES, LANGUAGES } from '../../../lib/db/vocabulary.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { PACIFIC_POLICY } from '../../support/office-policy.ts';

const reached = {
  email: 'ana@example.org',
  emailConsentOn: localDate('2026-01-05'),
  emailConsentWithdrawnOn: null,
  language: 'es',
} as Client;

const bar = (more: Partial<Client>, kind: (typeof CLIENT_MESSAGES)[number] = 'call-us') =>
  barToMessage({ ...reached, ...more }, kind, undefined);

describe('a client is sent a message', () => {
  test('with consent, an address and a language there are words in', () => {
    expect(bar({})).toBeNull();
    expect(bar({ emailConsentOn: null })).toBe('no-consent');
    expect(bar({ emailConsentOn: null, email: '' })).toBe('no-consent');
    expect(bar({ email: '' })).toBe('no-address');
    expect(bar({ emailConsentWithdrawnOn: localDate('2026-02-01') })).toBe('consent-withdrawn');
    expect(LANGUAGES.filter((language) => bar({ language }) === null)).toEqual([
      'en',
      'es',
      'zh',
      'vi',
      'ko',
      'tl',
    ]);
  });

  test('never at a barred address; who stopped them still hears what is essential', () => {
    const told = (scope: 'all' | 'nudges') =>
      CLIENT_MESSAGES.filter((kind) => barToMessage(reached, kind, new Set([scope])) === null);
    expect(told('all')).toEqual([]);
    expect(told('nudges')).toEqual(['papers-sent', 'news']);
    expect(CLIENT_MESSAGES.filter((kind) => !mayBeStopped(kind))).toEqual(told('nudges'));
  });

  test('or there is a reason, which the ledger has in English and a person in their language', () => {
    for (const why of Object.keys(wordsIn('es').messages.bars) as (keyof ReturnType<
      typeof wordsIn
    >['messages']['bars'])[]) {
      expect(reasonOf(why)).toMatch(/^[A-Z].+\.$/);
      expect(wordsIn('es').messages.bars[why].message).not.toBe(reasonOf(why));
    }
  });
});

describe('a message is tried', () => {
  const policy = PACIFIC_POLICY;
  // Friday, November 20, 2026, at four in the afternoon, and the Tuesday after, when the office closes at five.
  const plannedAt = new Date('2026-11-21T00:00:00Z');
  const closes = new Date('2026-11-25T01:00:00Z').getTime();

  test('until the second working day after its own is over', () => {
    const reason = (now: number, attempts = 9) =>
      reasonToGiveUp({ plannedAt, attempts }, new Date(now), policy);
    expect(reason(closes - 1)).toBeNull();
    expect(reason(closes)).toBe('It could not be sent within 2 working days and is not sent later.');
  });

  test('a hundred times at the most', () => {
    expect(reasonToGiveUp({ plannedAt, attempts: 100 }, plannedAt, policy)).toBeNull();
    expect(reasonToGiveUp({ plannedAt, attempts: 101 }, plannedAt, policy)).toMatch(/^100 attempts/);
  });
});
