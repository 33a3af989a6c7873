import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword } from '../../../lib/access/change-password.ts';
import { confirmFactor } from '../../../lib/access/confirm-factor.ts';
import { endOwnSessions } from '../../../lib/access/end-own-sessions.ts';
import { endSessionsOf } from '../../../lib/access/end-sessions.ts';
import { lockSession } from '../../../lib/access/lock-session.ts';
import { type OpenedSession, openSession } from '../../../lib/access/open-session.ts';
import { listSessions } from '../../../lib/access/queries.ts';
import { isFactorRecent } from '../../../lib/access/session-state.ts';
import { unlockSession } from '../../../lib/access/unlock-session.ts';
import { visitSession } from '../../../lib/access/visit-session.ts';
import { systemClock } from '../../../lib/calendar/clock.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, TEST_PASS_PHRASE, type TestOffice } from '../../support/office.ts';
import {
  DESK,
  ELSEWHERE,
  eventsAbout,
  passwordShown,
  showingIn,
  tryToSignIn,
  visit,
} from '../../support/signing-in.ts';

let database: TestDatabase;
let office: TestOffice;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
});
afterEach(() => office.close());

const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);
const password = (text: string) => ({ kind: 'password', text }) as const;
const right = password(TEST_PASS_PHRASE);

async function opened(answer: ReturnType<typeof unlockSession>): Promise<OpenedSession> {
  const unlocked = await answer;
  if (!unlocked.ok) throw new Error('still locked');
  return unlocked.value;
}

describe('a session that is left alone', () => {
  test('locks after fifteen minutes, for every request, and is recorded once', async () => {
    const session = await passwordShown(office, 'caseworker');
    expect((await visit(office, session, later(14)))?.state).toBe('open');
    const visits = await Promise.all([1, 2, 3, 4].map(() => visit(office, session, later(14 + 15.1))));
    expect(visits.map((access) => access?.state)).toEqual(Array(4).fill('locked'));
    const events = await eventsAbout(office, 'caseworker');
    expect(events.filter((event) => event === 'session.locked')).toHaveLength(1);
  });

  test('stays locked however much is asked of it', async () => {
    const session = await passwordShown(office, 'caseworker');
    await visit(office, session, later(16));
    expect((await visit(office, session, later(16.5)))?.state).toBe('locked');
    expect((await visit(office, session))?.state).toBe('locked');
  });

  test('is kept open by signs of life and by nothing else', async () => {
    const [used, watched] = [
      await passwordShown(office, 'caseworker'),
      await passwordShown(office, 'caseworker'),
    ];
    for (const minutes of [10, 20, 30]) {
      expect((await visit(office, used, later(minutes)))?.state).toBe('open');
      await visitSession(office.app.db, watched, later(minutes), { isSignOfLife: false });
    }
    expect((await visit(office, watched, later(30)))?.state).toBe('locked');
  });

  test('locks when the office says', async () => {
    await office.owner.pool.query('update offices set idle_lock_minutes = 2 where id = $1', [
      office.officeId,
    ]);
    const session = await passwordShown(office, 'caseworker');
    expect((await visit(office, session, later(1.9)))?.state).toBe('open');
    expect((await visit(office, session, later(4)))?.state).toBe('locked');
  });

  test('opens again with the password, under another id, and the one before is worth nothing', async () => {
    const session = await passwordShown(office, 'caseworker');
    const locked = await showingIn(office, session, { now: later(20) });
    expect(locked.access.state).toBe('locked');
    expect(await unlockSession(locked, password('wrong'))).toEqual({ ok: false, heldFor: 0 });
    const unlocked = await opened(unlockSession(locked, right));
    expect(unlocked.sessionId).not.toBe(session.sessionId);
    expect(await visit(office, session, later(20))).toBeNull();
    expect((await visit(office, unlocked, later(20)))?.state).toBe('open');
    expect(await eventsAbout(office, 'caseworker')).toEqual([
      'session.opened',
      'session.locked',
      'session.unlocked',
    ]);
  });

  test('opens with a code for somebody who has no password', async () => {
    await office.owner.pool.query('update users set password_hash = null where id = $1', [
      office.person('supervisor').userId,
    ]);
    const session = await openSession(
      office.app.db,
      office.person('supervisor'),
      { method: 'single-sign-on', factorShown: true },
      DESK,
      systemClock(),
    );
    const locked = await showingIn(office, session, { now: later(0) });
    await lockSession(office.app.db, locked.access, systemClock());
    const showing = await showingIn(office, session);
    expect(showing.access.state).toBe('locked');
    const code = { kind: 'code', text: await office.codeFor('supervisor') } as const;
    const unlocked = await opened(unlockSession(showing, code));
    expect((await visit(office, unlocked))?.state).toBe('open');
  });

  test('holds off whoever guesses at the locked screen, without holding off signing in', async () => {
    const session = await passwordShown(office, 'caseworker');
    const locked = await showingIn(office, session, { now: later(20) });
    for (let tries = 0; tries < 5; tries += 1) await unlockSession(locked, password('wrong'));
    expect(await unlockSession(locked, right)).toMatchObject({ ok: false, heldFor: expect.any(Number) });
    expect((await tryToSignIn(office, office.emailOf('caseworker'), TEST_PASS_PHRASE)).ok).toBe(true);
  });
});

describe('a session', () => {
  test('ends after twelve hours, however busy', async () => {
    const session = await passwordShown(office, 'caseworker');
    for (let minutes = 10; minutes < 12 * 60; minutes += 10)
      expect((await visit(office, session, later(minutes)))?.state).toBe('open');
    expect(await visit(office, session, later(12 * 60 + 0.1))).toBeNull();
  });

  test('has its twelve hours from the password on, also after the second step and a locked screen', async () => {
    const session = await passwordShown(office, 'caseworker');
    const locked = await showingIn(office, session, { now: later(11 * 60) });
    const unlocked = await opened(unlockSession(locked, right));
    expect((await visit(office, unlocked, later(11 * 60 + 1)))?.state).toBe('open');
    expect(await visit(office, unlocked, later(12 * 60 + 0.1))).toBeNull();
  });

  test('ends the moment its person’s sessions are ended, and the others stay', async () => {
    const [theirs, other] = [
      await passwordShown(office, 'caseworker'),
      await passwordShown(office, 'reviewer'),
    ];
    const userId = office.person('caseworker').userId;
    await inUnitOfWork(office.app.db, office.person('administrator'), systemClock(), async (unit) =>
      done(await endSessionsOf(unit, userId, 'role-changed')),
    );
    expect(await visit(office, theirs)).toBeNull();
    expect(await visit(office, other)).not.toBeNull();
    expect(await eventsAbout(office, 'caseworker')).toContain('session.ended');
  });

  test('of another office is out of reach', async () => {
    const neighbor = await openTestOffice(database);
    const session = await passwordShown(neighbor, 'caseworker');
    const ended = await inUnitOfWork(
      office.app.db,
      office.person('administrator'),
      systemClock(),
      async (unit) => done(await endSessionsOf(unit, neighbor.person('caseworker').userId, 'revoked')),
    );
    expect(ended).toEqual({ ok: true, value: 0 });
    expect(await visit(neighbor, session)).not.toBeNull();
    await neighbor.close();
  });

  test('is listed for its person with device and address, ended ones left out', async () => {
    const here = await passwordShown(office, 'caseworker', DESK);
    const there = await passwordShown(office, 'caseworker', ELSEWHERE);
    await passwordShown(office, 'reviewer');
    const { userId } = office.person('caseworker');
    const list = () =>
      inOffice(office.app.db, office.person('caseworker'), localDate('2026-06-01'), (tx) =>
        listSessions(tx, userId, systemClock()),
      );
    const listed = await list();
    expect(listed.map(({ id }) => id).toSorted()).toEqual([here.sessionId, there.sessionId].toSorted());
    expect(listed.find(({ id }) => id === here.sessionId)).toMatchObject({
      device: DESK.device,
      address: DESK.address,
      standing: 'open',
    });
    expect(await endOwnSessions(await showingIn(office, here), { only: there.sessionId })).toMatchObject({
      ok: true,
    });
    expect(await endOwnSessions(await showingIn(office, here), { only: there.sessionId })).toMatchObject({
      ok: false,
    });
    expect((await list()).map(({ id }) => id)).toEqual([here.sessionId]);
    expect(await visit(office, there)).toBeNull();
  });

  test('of a colleague is not one’s own to end', async () => {
    const [mine, theirs] = [
      await passwordShown(office, 'caseworker'),
      await passwordShown(office, 'reviewer'),
    ];
    expect(await endOwnSessions(await showingIn(office, mine), { only: theirs.sessionId })).toMatchObject({
      ok: false,
    });
    expect(await visit(office, theirs)).not.toBeNull();
  });

  test('shows its person when a stranger has the password and not the second factor', async () => {
    await passwordShown(office, 'supervisor', ELSEWHERE);
    const { userId } = office.person('supervisor');
    const listed = await inOffice(office.app.db, office.person('supervisor'), localDate('2026-06-01'), (tx) =>
      listSessions(tx, userId, systemClock()),
    );
    expect(listed).toMatchObject([{ standing: 'second step owed', address: ELSEWHERE.address }]);
  });
});

describe('changing the password', () => {
  const CHOSEN = 'walnut ferry paper candle';
  const CHANGE = { password: TEST_PASS_PHRASE, newPassword: CHOSEN, newPasswordAgain: CHOSEN };

  test('refuses what is guessed first, what was typed otherwise the second time, and no change at all', async () => {
    const showing = await showingIn(office, await passwordShown(office, 'caseworker'));
    const fields = async (change: Partial<typeof CHANGE>) => {
      const answer = await changePassword(showing, { ...CHANGE, ...change });
      return 'violations' in answer ? answer.violations.map(({ field }) => field) : answer;
    };
    expect(await fields({ newPassword: 'password123', newPasswordAgain: 'password123' })).toEqual([
      'newPassword',
    ]);
    expect(await fields({ newPasswordAgain: `${CHOSEN}!` })).toEqual(['newPasswordAgain']);
    expect(await fields({ newPassword: TEST_PASS_PHRASE, newPasswordAgain: TEST_PASS_PHRASE })).toContain(
      'newPassword',
    );
  });

  test('needs the present one', async () => {
    const showing = await showingIn(office, await passwordShown(office, 'caseworker'));
    expect(await changePassword(showing, { ...CHANGE, password: 'wrong' })).toEqual({
      ok: false,
      heldFor: 0,
    });
    expect((await tryToSignIn(office, office.emailOf('caseworker'), CHOSEN)).ok).toBe(false);
  });

  test('ends every other session and keeps this one', async () => {
    const [here, there] = [
      await passwordShown(office, 'caseworker'),
      await passwordShown(office, 'caseworker'),
    ];
    expect((await changePassword(await showingIn(office, here), CHANGE)).ok).toBe(true);
    expect((await visit(office, here))?.state).toBe('open');
    expect(await visit(office, there)).toBeNull();
    expect((await tryToSignIn(office, office.emailOf('caseworker'), TEST_PASS_PHRASE)).ok).toBe(false);
    expect((await tryToSignIn(office, office.emailOf('caseworker'), CHOSEN)).ok).toBe(true);
    expect(await eventsAbout(office, 'caseworker')).toContain('password.changed');
  });
});

describe('showing again that it is them', () => {
  test('is the password for who has no second factor, and lasts ten minutes', async () => {
    const session = await passwordShown(office, 'caseworker');
    const showing = await showingIn(office, session, { now: later(11) });
    expect(isFactorRecent(showing.access.facts, later(11))).toBe(false);
    expect((await confirmFactor(showing, right)).ok).toBe(true);
    const access = await visit(office, session, later(12));
    expect(access && isFactorRecent(access.facts, later(20))).toBe(true);
    expect(access && isFactorRecent(access.facts, later(22))).toBe(false);
    expect(await eventsAbout(office, 'caseworker')).toContain('session.confirmed');
  });

  test('counts wrong tries', async () => {
    const showing = await showingIn(office, await passwordShown(office, 'caseworker'));
    for (let tries = 0; tries < 5; tries += 1)
      expect(await confirmFactor(showing, password('wrong'))).toEqual({ ok: false, heldFor: 0 });
    expect(await confirmFactor(showing, right)).toMatchObject({ ok: false, heldFor: expect.any(Number) });
  });
});
