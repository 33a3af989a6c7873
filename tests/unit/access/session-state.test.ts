import { describe, expect, test } from 'vitest';
import {
  isFactorRecent,
  isSetUpPutOff,
  mustHaveFactor,
  type SessionFacts,
  sessionState,
} from '../../../lib/access/session-state.ts';
import { ROLES } from '../../../lib/db/vocabulary.ts';

const opened = new Date('2026-11-20T16:00:00Z');
const after = (minutes: number, seconds = 0) =>
  new Date(opened.getTime() + minutes * 60_000 + seconds * 1_000);

const facts = (more: Partial<SessionFacts> = {}): SessionFacts => ({
  createdAt: opened,
  expiresAt: after(12 * 60),
  lastSeenAt: opened,
  factorAt: null,
  lockedAt: null,
  revokedAt: null,
  method: 'password',
  role: 'caseworker',
  deactivatedAt: null,
  hasFactor: false,
  secondFactorFor: 'leaders',
  idleLockMinutes: 15,
  mayPutFactorOff: false,
  ...more,
});

describe('a session', () => {
  test('is open for somebody of whom nothing else is asked', () => {
    expect(sessionState(facts(), after(1))).toBe('open');
  });

  test('locks at the minute the office chose, and not a second before', () => {
    expect(sessionState(facts(), after(14, 59))).toBe('open');
    expect(sessionState(facts(), after(15))).toBe('locked');
    expect(sessionState(facts({ idleLockMinutes: 1 }), after(1))).toBe('locked');
  });

  test('stays locked once it was, whatever was seen since', () => {
    expect(sessionState(facts({ lockedAt: after(1), lastSeenAt: after(2) }), after(2))).toBe('locked');
  });

  test('ends after twelve hours, when it was revoked, and with its person’s access', () => {
    const busy = { lastSeenAt: after(12 * 60 - 1) };
    expect(sessionState(facts(busy), after(12 * 60, -1))).toBe('open');
    expect(sessionState(facts(busy), after(12 * 60))).toBe('ended');
    expect(sessionState(facts({ revokedAt: opened }), after(1))).toBe('ended');
    expect(sessionState(facts({ deactivatedAt: opened }), after(1))).toBe('ended');
  });

  test('owes the factor its person has, whether or not they had to have one', () => {
    expect(sessionState(facts({ hasFactor: true }), after(1))).toBe('factor-owed');
    expect(sessionState(facts({ hasFactor: true, factorAt: opened }), after(1))).toBe('open');
  });

  test.each(ROLES)('owes a %s the setting up of a factor where the office requires one of them', (role) => {
    const isLeader = role === 'supervisor' || role === 'administrator';
    expect(mustHaveFactor(role, 'leaders')).toBe(isLeader);
    expect(sessionState(facts({ role }), after(1))).toBe(isLeader ? 'set-up-owed' : 'open');
    expect(sessionState(facts({ role, secondFactorFor: 'everyone' }), after(1))).toBe('set-up-owed');
  });

  test('may put the setting up off only where people are invented', () => {
    const trial = facts({ role: 'administrator', mayPutFactorOff: true });
    expect(sessionState(trial, after(1))).toBe('open');
    expect(isSetUpPutOff(trial)).toBe(true);
    expect(isSetUpPutOff(facts({ role: 'administrator' }))).toBe(false);
    expect(isSetUpPutOff({ ...trial, hasFactor: true })).toBe(false);
    expect(isSetUpPutOff({ ...trial, role: 'caseworker' })).toBe(false);
  });

  test('takes a provider’s word for a factor, and no provider’s silence', () => {
    const single = { role: 'administrator', method: 'single-sign-on' } as const;
    expect(sessionState(facts({ ...single, factorAt: opened }), after(1))).toBe('open');
    expect(sessionState(facts(single), after(1))).toBe('set-up-owed');
    expect(sessionState(facts({ role: 'administrator', factorAt: opened }), after(1))).toBe('set-up-owed');
  });
});

describe('a factor', () => {
  test('counts as shown just now for ten minutes', () => {
    const shown = facts({ hasFactor: true, factorAt: opened });
    expect(isFactorRecent(shown, after(10))).toBe(true);
    expect(isFactorRecent(shown, after(10, 1))).toBe(false);
  });

  test('is the password for people who have no other, and only for them', () => {
    expect(isFactorRecent(facts(), after(10))).toBe(true);
    expect(isFactorRecent(facts(), after(10, 1))).toBe(false);
    expect(isFactorRecent(facts({ hasFactor: true }), after(1))).toBe(false);
  });
});
