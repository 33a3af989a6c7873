import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesTouched } from '../../../bench/closed-cases.ts';
import { type GeneratedOffice, generateOffice } from '../../../bench/generate/office.ts';
import { loadOffice } from '../../../bench/load.ts';
import { screensOf } from '../../../bench/screens.ts';
import { watchStatements } from '../../../bench/statements.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { type Connection, connect } from '../../../lib/db/client.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';

const today = localDate('2026-11-20');
const OPEN = 800;
/**
 * Reading the closed cases too would be five times as much. Between them the open ones lie on more pages of the disk, and
 * the planner may take another of the indexes that hold open cases only.
 */
const MOST = 3;

type Loaded = {
  readonly database: TestDatabase;
  readonly office: GeneratedOffice;
  readonly app: Connection;
  readonly touched: (name: string) => Promise<number>;
};
let young: Loaded;
let old: Loaded;

async function load(cases: number, closedShare: number): Promise<Loaded> {
  const database = await cloneDatabase();
  const office = generateOffice({ cases, caseworkers: 6, closedShare }, today);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await loadOffice(owner, office);
  await owner.end();
  const app = connect(database.appUrl, { max: 1 });
  const watched = watchStatements(app.pool);
  const touched = async (name: string) => {
    const screen = screensOf(office).find((each) => each.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const statements = await watched.during(() =>
      inOffice(app.db, screen.actor, today, (tx) => screen.read(tx)),
    );
    const client = await app.pool.connect();
    return pagesTouched(client, screen, today, statements).finally(() => client.release());
  };
  return { database, office, app, touched };
}

beforeAll(async () => {
  young = await load(OPEN, 0);
  old = await load(OPEN * 5, 0.8);
}, 240_000);
afterAll(async () => {
  for (const { app, database } of [young, old]) {
    await app.pool.end();
    await database.drop();
  }
});

describe('a screen of an office with four closed cases to each open one', () => {
  const names = screensOf(generateOffice({ cases: 0, caseworkers: 1 }, today))
    .map(({ name }) => name)
    // These show closed cases: whoever looks for somebody finds them, and the list of the closed is a list of them.
    .filter((name) => name !== 'cases-closed' && !/^(?:search|find)-/.test(name));

  test.each(names)('%s touches no more of the database than in one without closed cases', async (name) => {
    const before = await young.touched(name);
    expect(before).toBeGreaterThan(0);
    expect((await old.touched(name)) / before).toBeLessThan(MOST);
  });
});
