import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { finishSignIn } from '../../../lib/access/finish-sign-in.ts';
import { makeOwnRecoveryCodes } from '../../../lib/access/make-recovery-codes.ts';
import type { OpenedSession } from '../../../lib/access/open-session.ts';
import { readAccount } from '../../../lib/access/queries.ts';
import { removeOwnAuthenticator } from '../../../lib/access/remove-own-authenticator.ts';
import { clearFactor, insideOffice } from '../../../lib/access/repository.ts';
import { offeredSecret, setUpAuthenticator } from '../../../lib/access/set-up-authenticator.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import type { Role } from '../../../lib/db/vocabulary.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { codeAt, giveFactor } from '../../support/second-factor.ts';
import { DESK, eventsAbout, passwordShown, showingIn, visit } from '../../support/signing-in.ts';

let database: TestDatabase;
let office: TestOffice;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
});
afterEach(async () => {
  vi.useRealTimers();
  await office.close();
});

const code = (text: string) => ({ kind: 'code', text }) as const;
const recovery = (text: string) => ({ kind: 'recovery code', text }) as const;

async function setUp(session: OpenedSession) {
  const showing = await showingIn(office, session);
  const answer = await setUpAuthenticator(showing, codeAt(offeredSecret(showing.access), Date.now()));
  if (!answer.ok) throw new Error('not set up');
  return { ...answer.value, secret: offeredSecret(showing.access) };
}
const remove = (role: Role) =>
  insideOffice(office.app.db, office.officeId, (tx) => clearFactor(tx, office.person(role).userId));
const account = (role: Role) =>
  inOffice(office.app.db, office.person(role), localDate('2026-06-01'), (tx) =>
    readAccount(tx, office.person(role).userId),
  );

describe('the second step', () => {
  test('is owed until the code is shown, and then the session has another id', async () => {
    const half = await passwordShown(office, 'supervisor');
    expect(half.owes).toBe('second factor');
    expect((await visit(office, half))?.state).toBe('factor-owed');
    const answer = await finishSignIn(
      await showingIn(office, half),
      code(await office.codeFor('supervisor')),
    );
    if (!answer.ok) throw new Error('refused');
    expect(answer.value.sessionId).not.toBe(half.sessionId);
    expect(await visit(office, half)).toBeNull();
    expect((await visit(office, answer.value))?.state).toBe('open');
    expect(await eventsAbout(office, 'supervisor')).toEqual(['session.opened']);
  });

  test('has half an hour', async () => {
    const half = await passwordShown(office, 'supervisor');
    expect(await visit(office, half, new Date(Date.now() + 29 * 60_000))).not.toBeNull();
    expect(await visit(office, half, new Date(Date.now() + 30 * 60_000 + 1_000))).toBeNull();
  });

  test('takes a code once, and none older than it', async () => {
    const used = await office.codeFor('supervisor');
    const first = await passwordShown(office, 'supervisor');
    expect((await finishSignIn(await showingIn(office, first), code(used))).ok).toBe(true);
    const second = await passwordShown(office, 'supervisor');
    expect(await finishSignIn(await showingIn(office, second), code(used))).toEqual({
      ok: false,
      heldFor: 0,
    });
    expect(
      (await finishSignIn(await showingIn(office, second), code(await office.codeFor('supervisor')))).ok,
    ).toBe(true);
  });

  test('takes a code once also when it is shown in two places at the same moment', async () => {
    const used = await office.codeFor('supervisor');
    const showings = await Promise.all(
      [1, 2, 3, 4].map(async () => showingIn(office, await passwordShown(office, 'supervisor'))),
    );
    const answers = await Promise.all(showings.map((showing) => finishSignIn(showing, code(used))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('takes no colleague’s code', async () => {
    const half = await passwordShown(office, 'supervisor');
    const theirs = await office.codeFor('administrator');
    expect((await finishSignIn(await showingIn(office, half), code(theirs))).ok).toBe(false);
  });

  test('holds guessing off across sessions, longer each time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const guess = async () =>
      finishSignIn(await showingIn(office, await passwordShown(office, 'supervisor')), code('000000'));
    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toEqual({ ok: false, heldFor: 0 });
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const refused = await guess();
      if (refused.ok) throw new Error('guessed');
      waits.push(refused.heldFor);
      vi.setSystemTime(Date.now() + refused.heldFor * 1_000 + 1_000);
      await guess();
    }
    expect(waits[0]).toBeGreaterThan(50);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[3]).toBeGreaterThan(4 * (waits[0] ?? 0));
    expect(await eventsAbout(office, 'supervisor')).toContain('sign-in.held-off');
  });
});

describe('setting it up', () => {
  test('comes first for a leader who has none, and opens the session under another id', async () => {
    await remove('administrator');
    const half = await passwordShown(office, 'administrator');
    expect(half.owes).toBe('set-up');
    expect((await visit(office, half))?.state).toBe('set-up-owed');
    const { session, recoveryCodes } = await setUp(half);
    expect(recoveryCodes).toHaveLength(10);
    expect(await visit(office, half)).toBeNull();
    expect((await visit(office, session))?.state).toBe('open');
    expect(await eventsAbout(office, 'administrator')).toEqual([
      'second-factor.added',
      'session.opened',
      'recovery-codes.made',
    ]);
  });

  test('offers one secret however often it is asked, another to another session, and counts for nothing unconfirmed', async () => {
    await remove('supervisor');
    const [first, second] = [
      await passwordShown(office, 'supervisor'),
      await passwordShown(office, 'supervisor'),
    ];
    const offered = async (session: OpenedSession) =>
      offeredSecret((await showingIn(office, session)).access);
    expect(await offered(first)).toBe(await offered(first));
    expect(await offered(first)).not.toBe(await offered(second));
    expect(await setUpAuthenticator(await showingIn(office, first), '000000')).toEqual({
      ok: false,
      heldFor: 0,
    });
    expect((await visit(office, first))?.state).toBe('set-up-owed');
  });

  test('comes first for everyone where the office says so', async () => {
    expect((await passwordShown(office, 'caseworker')).owes).toBe('nothing');
    await office.owner.pool.query(`update offices set second_factor_for = 'everyone' where id = $1`, [
      office.officeId,
    ]);
    const half = await passwordShown(office, 'caseworker');
    expect(half.owes).toBe('set-up');
    expect((await visit(office, half))?.state).toBe('set-up-owed');
  });

  test('may be put off only in an office of invented people on this machine', async () => {
    await remove('supervisor');
    await office.owner.pool.query('update offices set is_demo = true where id = $1', [office.officeId]);
    const session = await passwordShown(office, 'supervisor');
    expect(session.owes).toBe('nothing');
    expect((await visit(office, session))?.state).toBe('open');
  });

  test('ends the person’s other sessions and keeps this one', async () => {
    const [here, there] = [
      await passwordShown(office, 'caseworker'),
      await passwordShown(office, 'caseworker'),
    ];
    const { session } = await setUp(here);
    expect(await visit(office, there)).toBeNull();
    expect((await visit(office, session))?.state).toBe('open');
    const { rows } = await office.owner.pool.query<{ because: string }>(
      'select ended_because as because from sessions where id = $1',
      [there.sessionId],
    );
    expect(rows[0]?.because).toBe('factor-changed');
  });

  test('keeps the secret sealed: the table alone makes no code', async () => {
    const { secret } = await setUp(await passwordShown(office, 'caseworker'));
    const { rows } = await office.owner.pool.query<{ row: string }>(
      'select to_jsonb(second_factors)::text as row from second_factors where user_id = $1',
      [office.person('caseworker').userId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(secret);
  });

  test('does not open for somebody else’s row', async () => {
    await giveFactor(office.owner.db, office.person('caseworker'));
    await office.owner.pool.query(
      `update second_factors set sealed_secret = (select sealed_secret from second_factors where user_id = $1) where user_id = $2`,
      [office.person('supervisor').userId, office.person('caseworker').userId],
    );
    const half = await passwordShown(office, 'caseworker');
    await expect(
      finishSignIn(await showingIn(office, half), code(await office.codeFor('supervisor'))),
    ).rejects.toThrow();
  });
});

describe('a recovery code', () => {
  test('opens once, however it is typed, and the account page says how many are left', async () => {
    const { recoveryCodes } = await setUp(await passwordShown(office, 'caseworker'));
    const typed = (recoveryCodes[3] ?? '').toUpperCase().replace('-', ' ');
    expect((await account('caseworker'))?.recoveryCodesLeft).toBe(10);
    const half = await passwordShown(office, 'caseworker');
    expect((await finishSignIn(await showingIn(office, half), recovery(typed))).ok).toBe(true);
    expect(await account('caseworker')).toMatchObject({
      recoveryCodesLeft: 9,
      recoveryCodeUsedAt: expect.any(Date),
    });
    const again = await passwordShown(office, 'caseworker');
    expect((await finishSignIn(await showingIn(office, again), recovery(typed))).ok).toBe(false);
    expect(await eventsAbout(office, 'caseworker')).toContain('recovery-code.used');
  });

  test('opens once also when it is shown in two places at the same moment', async () => {
    const { recoveryCodes } = await setUp(await passwordShown(office, 'caseworker'));
    const showings = await Promise.all(
      [1, 2, 3].map(async () => showingIn(office, await passwordShown(office, 'caseworker'))),
    );
    const answers = await Promise.all(
      showings.map((showing) => finishSignIn(showing, recovery(recoveryCodes[0] ?? ''))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is kept as a hash, and a new authenticator makes the former ones worthless', async () => {
    const first = await setUp(await passwordShown(office, 'caseworker'));
    const { rows } = await office.owner.pool.query<{ hash: string }>(
      'select code_hash as hash from recovery_codes where user_id = $1',
      [office.person('caseworker').userId],
    );
    expect(rows.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
    await setUp(first.session);
    const half = await passwordShown(office, 'caseworker');
    expect(
      (await finishSignIn(await showingIn(office, half), recovery(first.recoveryCodes[0] ?? ''))).ok,
    ).toBe(false);
    expect((await account('caseworker'))?.recoveryCodesLeft).toBe(10);
  });

  test('shares its tries with the authenticator’s codes', async () => {
    const half = await passwordShown(office, 'supervisor');
    const showing = await showingIn(office, half, { caller: DESK });
    for (let tries = 0; tries < 5; tries += 1)
      await finishSignIn(showing, tries % 2 ? code('000000') : recovery('aaaaaa-aaaaaa'));
    expect(await finishSignIn(showing, code(await office.codeFor('supervisor')))).toMatchObject({
      ok: false,
      heldFor: expect.any(Number),
    });
  });
});

describe('taking one’s own authenticator away', () => {
  test('ends one’s other sessions, and the codes with it', async () => {
    const { session } = await setUp(await passwordShown(office, 'caseworker'));
    const other = await passwordShown(office, 'caseworker');
    expect(await removeOwnAuthenticator(await showingIn(office, session))).toEqual({ ok: true, value: null });
    expect((await visit(office, session))?.state).toBe('open');
    expect(await visit(office, other)).toBeNull();
    expect((await passwordShown(office, 'caseworker')).owes).toBe('nothing');
    expect(await account('caseworker')).toMatchObject({ factorConfirmedAt: null, recoveryCodesLeft: 0 });
  });

  test('is refused to whoever must have one', async () => {
    const half = await passwordShown(office, 'supervisor');
    const open = await finishSignIn(await showingIn(office, half), code(await office.codeFor('supervisor')));
    if (!open.ok) throw new Error('refused');
    expect(await removeOwnAuthenticator(await showingIn(office, open.value))).toMatchObject({
      ok: false,
      violations: [{ remedy: 'Replace it instead.' }],
    });
    expect((await passwordShown(office, 'supervisor')).owes).toBe('second factor');
  });
});

test('new recovery codes at will make the former ones worthless, and are nothing without an authenticator', async () => {
  const without = await passwordShown(office, 'reviewer');
  expect(await makeOwnRecoveryCodes(await showingIn(office, without))).toEqual({ ok: false, heldFor: 0 });
  const { session, recoveryCodes } = await setUp(await passwordShown(office, 'caseworker'));
  const made = await makeOwnRecoveryCodes(await showingIn(office, session));
  if (!made.ok) throw new Error('not made');
  const half = await passwordShown(office, 'caseworker');
  expect((await finishSignIn(await showingIn(office, half), recovery(recoveryCodes[0] ?? ''))).ok).toBe(
    false,
  );
  expect((await finishSignIn(await showingIn(office, half), recovery(made.value[0] ?? ''))).ok).toBe(true);
});
