import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '../../../lib/db/client.ts';
import { runDrill, unexpectedIn } from '../../../scripts/drill/drill.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let connections: { owner: Connection; app: Connection; worker: Connection };
beforeAll(async () => {
  database = await cloneDatabase();
  connections = {
    owner: connect(database.ownerUrl, { max: 2 }),
    app: connect(database.appUrl, { max: 2 }),
    worker: connect(database.workerUrl, { max: 2 }),
  };
});
afterAll(async () => {
  for (const { pool } of Object.values(connections)) await pool.end();
  await database.drop();
});

describe('a drill', { timeout: 240_000 }, () => {
  test('loses nothing and sends nothing twice while mail is down and people are away', async () => {
    const story: string[] = [];
    const report = await runDrill({
      ...connections,
      days: 14,
      seed: 1,
      caseCount: 14,
      say: (on, line) => story.push(`${on} ${line}`),
    });
    expect(report).toMatchObject({ lost: 0, twice: 0, errors: 0 });
    expect(unexpectedIn(report)).toBe(0);
    expect(report.acts).toBeGreaterThan(5);
    expect(report.sentAlone).toBeGreaterThan(10);
    expect(report.toldByDigest).toBeGreaterThan(0);
    expect(story).toEqual(
      expect.arrayContaining([
        expect.stringContaining('mail goes down'),
        expect.stringMatching(/mail is back; [1-9]\d* attempts had been refused/),
        expect.stringContaining('two people are away'),
        expect.stringContaining('a caseworker leaves'),
      ]),
    );
  });
});
