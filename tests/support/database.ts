import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type {} from './global-postgres.ts';

export type TestDatabase = {
  ownerUrl: string;
  appUrl: string;
  workerUrl: string;
  drop: () => Promise<void>;
};

// CREATE DATABASE refuses a template that another CREATE DATABASE is copying.
const oneCloneAtATime = 7_265_001;

/** A migrated database of its own for one test file: `const database = await cloneDatabase(); afterAll(database.drop)`. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const template = inject('template');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const at = (url: string, database: string) =>
    Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const templateName = new URL(template.ownerUrl).pathname.slice(1);

  await asOwner(at(template.ownerUrl, 'postgres'), async (client) => {
    await client.query(`select pg_advisory_lock(${oneCloneAtATime})`);
    await client.query(`create database ${name} template ${templateName}`);
  });
  return {
    ownerUrl: at(template.ownerUrl, name),
    appUrl: at(template.appUrl, name),
    workerUrl: at(template.workerUrl, name),
    drop: () =>
      asOwner(at(template.ownerUrl, 'postgres'), async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function asOwner(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
