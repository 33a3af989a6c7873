import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { finishSignIn } from '../../../lib/access/finish-sign-in.ts';
import { noteRefusal } from '../../../lib/access/note-refusal.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { ELSEWHERE, passwordShown, showingIn, tryToSignIn } from '../../support/signing-in.ts';

const lines = vi.hoisted((): string[] => []);
vi.mock('../../../lib/log.ts', async (load) => {
  const real = await load<typeof import('../../../lib/log.ts')>();
  const write = (line: string) => void lines.push(line);
  return { ...real, createLogger: (part: string) => real.createLogger(part, 'info', { write }) };
});

let database: TestDatabase;
let office: TestOffice;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(() => {
  lines.length = 0;
});

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

test('a password that is wrong is logged alike for an account and for none, and names neither', async () => {
  const emails = [office.emailOf('caseworker'), 'nobody@example.org'];
  for (const email of emails)
    for (let tries = 0; tries < 6; tries += 1) {
      const answer = await tryToSignIn(office, email, 'not the pass phrase', ELSEWHERE);
      if (!answer.ok) await answer.afterwards();
    }
  const [known, unknown] = [logged().slice(0, 6), logged().slice(6)];
  const shapeOf = (all: Record<string, unknown>[]) =>
    all.map(({ level, msg, what, heldFor }) => ({ level, msg, what, isHeld: Number(heldFor) > 0 }));
  expect(shapeOf(known)).toEqual(shapeOf(unknown));
  expect(shapeOf(known)).toEqual([
    ...Array.from({ length: 5 }, () => ({ level: 'warn', msg: 'refused', what: 'password', isHeld: false })),
    { level: 'warn', msg: 'refused', what: 'password', isHeld: true },
  ]);
  expect(new Set(logged().map(({ account }) => account)).size).toBe(2);
  expect(new Set(logged().map(({ from }) => from)).size).toBe(1);
  for (const secret of [...emails, ELSEWHERE.address, 'not the pass phrase'])
    expect(lines.join('')).not.toContain(secret);
});

test('so is a code that is wrong, and a right one is not', async () => {
  await office.owner.pool.query('delete from attempt_counts');
  const showing = await showingIn(office, await passwordShown(office, 'supervisor'));
  await finishSignIn(showing, { kind: 'code', text: '000000' });
  expect(logged()).toMatchObject([
    { what: 'code', personId: office.person('supervisor').userId, heldFor: 0 },
  ]);
  await finishSignIn(showing, { kind: 'code', text: await office.codeFor('supervisor') });
  expect(lines).toHaveLength(1);
});

test('what a role does not include is logged by the permission and the person', () => {
  noteRefusal({ what: 'case.assign', personId: 'p' });
  expect(logged()).toMatchObject([{ part: 'access', what: 'case.assign', personId: 'p' }]);
});
