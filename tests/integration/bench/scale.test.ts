import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GeneratedOffice, generateOffice } from '../../../bench/generate/office.ts';
import { loadOffice } from '../../../bench/load.ts';
import { explain, planProblems } from '../../../bench/plans.ts';
import { screensOf } from '../../../bench/screens.ts';
import { watchStatements } from '../../../bench/statements.ts';
import { systemActor } from '../../../lib/access/actor.ts';
import { instant, startOfPacificDay } from '../../../lib/calendar/instant.ts';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { instantIn, wallTime } from '../../../lib/calendar/zoned-time.ts';
import { readCase } from '../../../lib/cases/load-case.ts';
import { searchTermsOf } from '../../../lib/cases/search-terms.ts';
import { type Connection, connect } from '../../../lib/db/client.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { STAGES } from '../../../lib/db/vocabulary.ts';
import { checkStoredDeadlines } from '../../../lib/deadlines/check-stored.ts';
import { createLogger } from '../../../lib/log.ts';
import { accepted } from '../../../lib/mail/transport.ts';
import { sweepReminders } from '../../../lib/reminders/sweep.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { outbox } from '../../support/outbox.ts';

const today = localDate('2026-11-20');
const size = { cases: 1_500, caseworkers: 6 };
const mostQueries = 3;
// At this size a whole table is as quick as its index; what counts is that row security leaves the index usable.
const preferIndexes = { enable_seqscan: 'off', max_parallel_workers_per_gather: '0' };

let database: TestDatabase;
let office: GeneratedOffice;
let app: Connection;
let watched: ReturnType<typeof watchStatements>;
beforeAll(async () => {
  database = await cloneDatabase();
  office = generateOffice(size, today);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await loadOffice(owner, office);
  await owner.end();
  app = connect(database.appUrl, { max: 1 });
  watched = watchStatements(app.pool);
}, 120_000);
afterAll(async () => {
  await app.pool.end();
  await database.drop();
});

describe('the generated office', () => {
  const printOf = (generated: GeneratedOffice) => {
    const print = createHash('sha256');
    for (const each of generated.cases()) print.update(JSON.stringify(each));
    return print.digest('hex');
  };

  test('is the same each time, to the letter', () => {
    const small = { cases: 300, caseworkers: 5 };
    expect(printOf(generateOffice(small, today))).toBe(printOf(generateOffice(small, today)));
    expect(printOf(generateOffice(small, localDate('2026-11-21')))).not.toBe(
      printOf(generateOffice(small, today)),
    );
  });

  test('has cases at every stage', async () => {
    const stages = await inOffice(app.db, systemActor(office.id), today, async (tx) => {
      const { rows } = await tx.execute<{ stage: string }>('select distinct stage from cases');
      return rows.map(({ stage }) => stage);
    });
    expect(stages.toSorted()).toEqual([...STAGES].toSorted());
  });

  test('stores what the recorded facts give', { timeout: 120_000 }, async () => {
    const noon = new Date(new Date(instant(startOfPacificDay(today))).getTime() + 12 * 3_600_000);
    const checked = await checkStoredDeadlines(
      { db: app.db, clock: () => noon, log: createLogger('test', 'silent') },
      { officeId: office.id },
    );
    expect(checked).toMatchObject({ repaired: 0, errors: 0 });
    expect(checked.checked).toBeGreaterThan(1_000);
  });

  test('finds each case under the words the app would store', async () => {
    await inOffice(app.db, systemActor(office.id), today, async (tx) => {
      const { rows } = await tx.execute<{ id: string; terms: string[] }>(
        `select case_id as id, array_agg(term) as terms from case_search_terms where source = 'case' group by 1 order by 1 limit 25`,
      );
      for (const { id, terms } of rows) {
        const record = await readCase(tx, id);
        expect(terms.toSorted()).toEqual(record && searchTermsOf(record).toSorted());
      }
    });
  });
});

describe('a sweep of a large office', () => {
  /** What a sweep asked that began at that moment and was stopped after some messages, each question once. */
  async function askedAt(now: Date, mostMessages: number) {
    const worker = connect(database.workerUrl, { max: 1 });
    const stop = new AbortController();
    const box = outbox((_, key) => {
      if (box.sent.length >= mostMessages) stop.abort();
      return accepted(key);
    });
    const context = {
      db: worker.db,
      transport: box.transport,
      clock: () => now,
      appUrl: 'https://recourse.example.org',
      worker: 'scale',
      stopping: stop.signal,
      log: createLogger('test', 'silent'),
    };
    const statements = await watchStatements(worker.pool).during(() =>
      sweepReminders(context, { officeId: office.id }),
    );
    const once = [...new Map(statements.map((each) => [each.text, each])).values()];
    const client = await worker.pool.connect();
    const actor = systemActor(office.id);
    const explained = await explain(client, { actor, today }, once, preferIndexes).finally(() =>
      client.release(),
    );
    await worker.pool.end();
    return { statements, explained, sent: box.sent.length };
  }

  test('asks a handful of questions when nothing is due, each of an index', async () => {
    // Everything the office has to say comes later.
    const { statements, explained } = await askedAt(
      new Date(instant(startOfPacificDay(addDays(today, -2)))),
      0,
    );
    expect(statements.length).toBeLessThan(15);
    expect(planProblems(explained, ['deadlines_look_due', 'reminders_unsettled'])).toEqual([]);
  });

  test('reads no growing table whole when something is', async () => {
    const { explained, sent } = await askedAt(instantIn('America/Los_Angeles', today, wallTime('09:00')), 20);
    expect(sent).toBeGreaterThan(20);
    expect(planProblems(explained, ['reminders_sent_to', 'reminders_once'])).toEqual([]);
  });
});

describe('a screen of a large office', () => {
  const names = screensOf(generateOffice({ cases: 0, caseworkers: 1 }, today)).map(({ name }) => name);

  test.each(names)('%s asks at most three questions, each of an index', async (name) => {
    const screen = screensOf(office).find((each) => each.name === name);
    if (!screen) throw new Error(`no screen ${name}`);
    const statements = await watched.during(() =>
      inOffice(app.db, screen.actor, today, (tx) => screen.read(tx)),
    );
    expect(statements.length).toBeLessThanOrEqual(mostQueries);
    const client = await app.pool.connect();
    const explained = await explain(
      client,
      { actor: screen.actor, today },
      statements,
      preferIndexes,
    ).finally(() => client.release());
    expect(planProblems(explained, screen.indexes)).toEqual([]);
  });
});
