import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { signOut } from '../../../lib/access/visit-session.ts';
import { systemClock } from '../../../lib/calendar/clock.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, TEST_PASS_PHRASE, type TestOffice } from '../../support/office.ts';
import { DESK, ELSEWHERE, eventsAbout, passwordShown, tryToSignIn, visit } from '../../support/signing-in.ts';

const argon2 = vi.hoisted(() => ({ verified: 0 }));
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>();
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      argon2.verified += 1;
      return real.verify(...given);
    },
  };
});

let database: TestDatabase;
let office: TestOffice;
const WRONG = 'not the pass phrase at all';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  await passwordShown(office, 'caseworker');
});
afterAll(async () => {
  vi.restoreAllMocks();
  await office.close();
  await database.drop();
});
beforeEach(async () => {
  await office.owner.pool.query('delete from attempt_counts');
});

const emails = () => office.emailOf('caseworker');
const withAccountOf = (role: 'reviewer', change: string) =>
  office.owner.pool.query(`update users set ${change} where id = $1`, [office.person(role).userId]);

describe('whoever comes in', () => {
  test('has an open session, written in any case, and it is on record', async () => {
    const answer = await tryToSignIn(office, ` ${emails().toUpperCase()} `, TEST_PASS_PHRASE);
    if (!answer.ok) throw new Error('refused');
    expect(answer.session.owes).toBe('nothing');
    expect(await visit(office, answer.session)).toMatchObject({
      state: 'open',
      actor: { role: 'caseworker', officeId: office.officeId, userId: office.person('caseworker').userId },
    });
    expect(await eventsAbout(office, 'caseworker')).toContain('session.opened');
  });

  test('gets another session each time, and signing out ends the one', async () => {
    const [first, second] = [
      await passwordShown(office, 'caseworker'),
      await passwordShown(office, 'caseworker'),
    ];
    expect(first.sessionId).not.toBe(second.sessionId);
    await signOut(office.app.db, first, systemClock());
    await signOut(office.app.db, first, systemClock());
    expect(await visit(office, first)).toBeNull();
    expect(await visit(office, second)).not.toBeNull();
  });

  test('is not looked for in another office than the cookie says', async () => {
    const session = await passwordShown(office, 'caseworker');
    const neighbor = await openTestOffice(database);
    expect(await visit(office, { ...session, officeId: neighbor.officeId })).toBeNull();
    await neighbor.close();
  });

  test('has a password hashed at an older cost hashed anew', async () => {
    const older = await hash(TEST_PASS_PHRASE, { memoryCost: 8_192, timeCost: 2, parallelism: 1 });
    await office.owner.pool.query('update users set password_hash = $1 where id = $2', [
      older,
      office.person('caseworker').userId,
    ]);
    await passwordShown(office, 'caseworker');
    const { rows } = await office.owner.pool.query<{ hash: string }>(
      'select password_hash as hash from users where id = $1',
      [office.person('caseworker').userId],
    );
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await passwordShown(office, 'caseworker');
  });

  test('may type the pass phrase composed or decomposed', async () => {
    const composed = 'contraseña más larga'.normalize('NFC');
    const kept = await hash(composed.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await withAccountOf('reviewer', `password_hash = '${kept}'`);
    const answer = await tryToSignIn(office, office.emailOf('reviewer'), composed.normalize('NFD'));
    expect(answer.ok).toBe(true);
  });
});

describe('nobody learns from outside whether there is an account', () => {
  type Cost = { verified: number; statements: string[] };

  /** What a try costs, counted: password verifications, and statements sent to the database. */
  async function costOf(tried: () => Promise<unknown>): Promise<Cost & { answer: unknown }> {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    argon2.verified = 0;
    const answer = await tried();
    const statements = query.mock.calls.map(([asked]) => {
      const text = typeof asked === 'string' ? asked : (asked as { text?: string }).text;
      return (text ?? '').replaceAll(/\s+/g, ' ').trim();
    });
    query.mockRestore();
    return { answer, verified: argon2.verified, statements };
  }

  const cases: readonly [string, () => Promise<string>][] = [
    ['an unknown account', async () => `nobody-${Math.random()}@example.org`],
    ['a wrong password', async () => emails()],
    [
      'a closed account, even with the right password',
      async () => {
        await withAccountOf('reviewer', 'deactivated_at = now()');
        return office.emailOf('reviewer');
      },
    ],
    [
      'an invitation that was not taken up',
      async () => {
        await withAccountOf('reviewer', 'deactivated_at = null, password_hash = null');
        return office.emailOf('reviewer');
      },
    ],
    ['an account with a second factor', async () => office.emailOf('administrator')],
  ];

  test.each(cases)('%s answers and costs the same', async (name, emailOf) => {
    const base = await costOf(() =>
      tryToSignIn(office, `nobody-${Math.random()}@example.org`, WRONG, ELSEWHERE),
    );
    const email = await emailOf();
    const password = name.includes('right password') ? TEST_PASS_PHRASE : WRONG;
    const cost = await costOf(() => tryToSignIn(office, email, password, ELSEWHERE));
    expect(cost.answer).toEqual({ ok: false, heldFor: 0, afterwards: expect.any(Function) });
    expect(cost.verified).toBe(1);
    expect(cost.statements.length).toBeGreaterThan(5);
    expect(cost.statements).toEqual(base.statements);
  });

  test('an account that is held off answers and costs as an unknown one does', async () => {
    const unknown = `nobody-${Math.random()}@example.org`;
    for (const email of [unknown, emails()])
      for (let tries = 0; tries < 6; tries += 1) await tryToSignIn(office, email, WRONG, ELSEWHERE);
    const base = await costOf(() => tryToSignIn(office, unknown, WRONG, ELSEWHERE));
    const known = await costOf(() => tryToSignIn(office, emails(), TEST_PASS_PHRASE, ELSEWHERE));
    expect(base.answer).toMatchObject({ ok: false, heldFor: expect.any(Number) });
    expect(known.answer).toMatchObject({ ok: false, heldFor: expect.any(Number) });
    // Guesses that are not looked at cost nobody's memory or processor.
    expect([known.verified, base.verified]).toEqual([0, 0]);
    expect(known.statements).toEqual(base.statements);
  });

  test('only what follows the answer tells them apart, in the record', async () => {
    const before = (await eventsAbout(office, 'caseworker')).filter((event) => event === 'sign-in.held-off');
    for (let tries = 0; tries < 7; tries += 1) {
      const answer = await tryToSignIn(office, emails(), WRONG, ELSEWHERE);
      if (!answer.ok) await answer.afterwards();
    }
    const events = (await eventsAbout(office, 'caseworker')).filter((event) => event === 'sign-in.held-off');
    expect(events.length - before.length).toBe(1);
  });
});

test('keeps neither addresses nor e-mails readable in the counts', async () => {
  await tryToSignIn(office, emails(), WRONG, DESK);
  const { rows } = await office.owner.pool.query<{ key: string }>('select key from attempt_counts');
  expect(rows.length).toBeGreaterThan(1);
  for (const { key } of rows) {
    expect(key).not.toContain('@');
    expect(key).not.toContain(DESK.address);
  }
});
