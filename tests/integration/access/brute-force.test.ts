import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { finishSignIn } from '../../../lib/access/finish-sign-in.ts';
import { letBackIn } from '../../../lib/access/let-back-in.ts';
import { isHeldOff } from '../../../lib/access/queries.ts';
import { forgetTries, insideOffice } from '../../../lib/access/repository.ts';
import { systemClock } from '../../../lib/calendar/clock.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { getEnv, inheritEnv } from '../../../lib/env.ts';
import { personChoice } from '../../../lib/people/input.ts';
import { releaseHold } from '../../../lib/people/release-hold.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, TEST_PASS_PHRASE, type TestOffice } from '../../support/office.ts';
import { giveFactor } from '../../support/second-factor.ts';
import { DESK, eventsAbout, passwordShown, showingIn, tryToSignIn, visit } from '../../support/signing-in.ts';

// The real algorithm at the least cost, since here it is the counting that is looked at.
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>();
  return {
    ...real,
    hash: (text: string) => real.hash(text, { memoryCost: 64, timeCost: 1, parallelism: 1 }),
  };
});

let database: TestDatabase;
let office: TestOffice;
let email: string;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  email = office.emailOf('caseworker');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(async () => {
  await office.owner.pool.query('delete from attempt_counts');
});
afterEach(() => {
  vi.useRealTimers();
});

const stranger = (at: number) => ({
  address: `203.0.${Math.floor(at / 250)}.${at % 250}`,
  device: 'Another program',
});

/** How many of so many guesses were looked at, one after the other. */
async function guess(
  tries: number,
  callerOf: (at: number) => { address: string; device: string },
  at = email,
) {
  let lookedAt = 0;
  for (let tried = 0; tried < tries; tried += 1) {
    const answer = await tryToSignIn(office, at, `guess number ${tried}`, callerOf(tried));
    if (!answer.ok && answer.heldFor === 0) lookedAt += 1;
  }
  return lookedAt;
}

describe('hundreds of guesses', () => {
  test('from one address get five looked at', async () => {
    expect(await guess(200, () => stranger(1))).toBe(5);
  });

  test('from as many addresses get five looked at', async () => {
    expect(await guess(200, stranger)).toBe(5);
  });

  test('at the same moment get no more than one after the other', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => tryToSignIn(office, email, `guess ${at}`, stranger(at))),
    );
    expect(answers.filter((answer) => !answer.ok && answer.heldFor === 0).length).toBe(5);
  });

  test('at as many accounts from one address get thirty looked at', async () => {
    let lookedAt = 0;
    for (let at = 0; at < 80; at += 1)
      lookedAt += await guess(1, () => stranger(1), `somebody-${at}@example.org`);
    expect(lookedAt).toBe(30);
  });

  test('going on all day get some thirty looked at, since each wait is longer than the last', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let lookedAt = 0;
    const start = Date.now();
    const waits: number[] = [];
    for (let at = 0; Date.now() - start < 23 * 3_600_000; at += 1) {
      const answer = await tryToSignIn(office, email, 'a guess', stranger(at));
      if (answer.ok) throw new Error('guessed');
      if (answer.heldFor === 0) lookedAt += 1;
      else {
        waits.push(answer.heldFor);
        vi.setSystemTime(Date.now() + answer.heldFor * 1_000);
      }
    }
    expect(lookedAt).toBeLessThan(40);
    expect(waits.slice(0, 7).map((wait) => Math.round(wait / 60))).toEqual([1, 2, 4, 8, 15, 30, 60]);
  });
});

describe('the person themselves', () => {
  test('comes in from their own desk while strangers elsewhere are held off', async () => {
    await passwordShown(office, 'caseworker', DESK);
    await guess(50, stranger);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, stranger(999))).ok).toBe(false);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, DESK)).ok).toBe(true);
  });

  test('is held off too when the guesses came from their own desk, and comes in after the wait', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await passwordShown(office, 'caseworker', DESK);
    expect(await guess(50, () => DESK)).toBe(5);
    const held = await tryToSignIn(office, email, TEST_PASS_PHRASE, DESK);
    if (held.ok) throw new Error('not held off');
    expect(held.heldFor).toBeGreaterThan(0);
    vi.setSystemTime(Date.now() + held.heldFor * 1_000);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, DESK)).ok).toBe(true);
  });

  test('comes in from a new place after the wait, and the tries before are forgotten', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await guess(20, stranger);
    vi.setSystemTime(Date.now() + 61_000);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, stranger(7))).ok).toBe(true);
    expect(await guess(20, (at) => stranger(500 + at))).toBe(5);
  });

  test('is let in at once when their tries are forgotten: a mailed link, an administrator', async () => {
    const { userId, officeId } = office.person('caseworker');
    await passwordShown(office, 'caseworker', DESK);
    await guess(20, stranger);
    await guess(20, () => DESK);
    await insideOffice(office.app.db, officeId, (tx) => forgetTries(tx, 'password', { userId, email }));
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, stranger(300))).ok).toBe(true);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, DESK)).ok).toBe(true);
  });

  test('is let in by an administrator, who sees that they are held off, and by the command line', async () => {
    const administrator = office.person('administrator');
    const { userId } = office.person('caseworker');
    const isHeld = () =>
      inOffice(office.app.db, administrator, localDate('2026-06-01'), (tx) =>
        isHeldOff(tx, { userId, email }, systemClock()),
      );
    expect(await isHeld()).toBe(false);
    await guess(20, stranger);
    expect(await isHeld()).toBe(true);
    const released = await office.run(
      releaseHold,
      personChoice,
      { personId: userId },
      { on: '2026-06-01', as: administrator },
    );
    expect(released.ok).toBe(true);
    expect(await isHeld()).toBe(false);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, stranger(301))).ok).toBe(true);
    await guess(20, stranger);
    expect(await letBackIn(office.app.db, email.toUpperCase(), { withoutFactor: false }, systemClock())).toBe(
      true,
    );
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, stranger(302))).ok).toBe(true);
    expect(await eventsAbout(office, 'caseworker')).toContain('sign-in.released');
    expect(
      await letBackIn(office.app.db, 'nobody@example.org', { withoutFactor: false }, systemClock()),
    ).toBe(false);
  });

  test('comes in without a lost second factor once the command line took it away', async () => {
    const supervisor = office.emailOf('supervisor');
    const half = await passwordShown(office, 'supervisor', DESK);
    expect(await letBackIn(office.app.db, supervisor, { withoutFactor: true }, systemClock())).toBe(true);
    expect(await visit(office, half)).toBeNull();
    expect((await passwordShown(office, 'supervisor', DESK)).owes).toBe('set-up');
    await giveFactor(office.owner.db, office.person('supervisor'));
  });

  test('does not let a colleague’s tries be forgotten with theirs', async () => {
    const { userId, officeId } = office.person('caseworker');
    const colleague = office.emailOf('reviewer');
    await guess(20, stranger, colleague);
    await insideOffice(office.app.db, officeId, (tx) => forgetTries(tx, 'password', { userId, email }));
    expect((await tryToSignIn(office, colleague, TEST_PASS_PHRASE, stranger(300))).ok).toBe(false);
  });

  test('is not known at a desk where only the password was shown', async () => {
    await passwordShown(office, 'supervisor', DESK);
    await guess(20, stranger, office.emailOf('supervisor'));
    expect((await tryToSignIn(office, office.emailOf('supervisor'), TEST_PASS_PHRASE, DESK)).ok).toBe(false);
    await office.owner.pool.query('delete from attempt_counts');
    const half = await passwordShown(office, 'supervisor', DESK);
    await finishSignIn(await showingIn(office, half), {
      kind: 'code',
      text: await office.codeFor('supervisor'),
    });
    await guess(20, stranger, office.emailOf('supervisor'));
    expect((await tryToSignIn(office, office.emailOf('supervisor'), TEST_PASS_PHRASE, DESK)).ok).toBe(true);
  });
});

describe('the count', () => {
  const program = path.join(import.meta.dirname, '../../support/guesser.ts');
  const run = async (tries: number, address = '') => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [program, '--email', email, '--tries', String(tries), '--address', address],
      {
        env: inheritEnv({
          NODE_ENV: 'test',
          NODE_OPTIONS: '',
          DATABASE_APP_URL: database.appUrl,
          AUTH_SECRET: getEnv().AUTH_SECRET,
          DOCUMENT_KEY: getEnv().DOCUMENT_KEY,
        }),
      },
    );
    return Number(stdout);
  };

  test('is one for four processes at the same moment, and outlives each of them', {
    timeout: 60_000,
  }, async () => {
    const lookedAt = await Promise.all([run(25), run(25), run(25), run(25)]);
    expect(lookedAt.reduce((sum, each) => sum + each, 0)).toBe(5);
    expect(await run(5)).toBe(0);
    expect((await tryToSignIn(office, email, TEST_PASS_PHRASE, stranger(700))).ok).toBe(false);
  });
});
