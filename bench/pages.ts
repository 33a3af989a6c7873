import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';
import { openSession } from '../lib/access/open-session.ts';
import { systemClock } from '../lib/calendar/clock.ts';
import { connect } from '../lib/db/client.ts';
import type { Role } from '../lib/db/vocabulary.ts';
import { buildAnew, isBuildFresh } from '../scripts/launcher/build.ts';
import { type Program, runToEnd, startChild } from '../scripts/launcher/child.ts';
import { anyFreePort } from '../scripts/launcher/port.ts';
import { type Driven, drive, pageAsker } from './load-driver.ts';
import { type Screen, screensOf } from './screens.ts';
import type { LoadedOffice } from './server.ts';

const root = path.join(import.meta.dirname, '..');
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const AUTH_SECRET = 'a secret of the bench alone, 40 letters.';
const SECONDS = 5;
const CONNECTIONS = [1, 16] as const;
/** A page of the app that reads nothing: what the framework costs by itself. */
const BARE_PAGE = '/password-set';

export type PageCost = {
  readonly name: string;
  readonly connections: number;
  readonly page: Driven;
  readonly barePage: Driven;
  /** The statements written by hand, asked one after the other; null for a page without a list. */
  readonly bareSql: Driven | null;
};

/** Measures pages over HTTP on a production server of their own, beside a bare page of it and bare SQL. */
export async function pageCosts(loaded: LoadedOffice, interrupted: AbortSignal): Promise<PageCost[]> {
  await using opened = new AsyncDisposableStack();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'recourse-bench-web-'));
  opened.defer(() => fs.rmSync(data, { recursive: true, force: true }));
  await buildWhenStale(interrupted);
  const origin = `http://127.0.0.1:${await anyFreePort()}`;
  const output = fs.openSync(path.join(data, 'web.log'), 'a');
  opened.defer(() => fs.closeSync(output));
  const server = startChild(webServer(loaded, origin, data), output);
  opened.defer(() => server.stop());
  await ready(origin, interrupted);

  const sql = connect(loaded.ownerUrl, { max: Math.max(...CONNECTIONS) });
  opened.defer(() => sql.pool.end());
  const askers = {
    caseworker: pageAsker(origin, await cookieOf(loaded, 'caseworker')),
    supervisor: pageAsker(origin, await cookieOf(loaded, 'supervisor')),
  };
  const screens = new Map(screensOf(loaded.office).map((screen) => [screen.name, screen]));
  const costs: PageCost[] = [];
  for (const connections of CONNECTIONS) {
    const barePage = await drive(connections, SECONDS, () => askers.caseworker(BARE_PAGE));
    for (const { name, path: address, as, beside } of pagesOf(await someCase(loaded))) {
      interrupted.throwIfAborted();
      const page = await drive(connections, SECONDS, () => askers[as](address));
      const screen = beside === null ? null : (screens.get(beside) ?? missing(beside));
      const bareSql = screen && (await drive(connections, SECONDS, () => askAll(sql.pool, screen)));
      costs.push({ name, connections, page, barePage, bareSql });
    }
  }
  return costs;
}

type Page = {
  readonly name: string;
  readonly path: string;
  readonly as: 'caseworker' | 'supervisor';
  /** The screen whose statements by hand are measured beside it. */
  readonly beside: string | null;
};

const pagesOf = (caseId: string): Page[] => [
  { name: 'Today', path: '/', as: 'caseworker', beside: 'today-mine' },
  { name: 'Cases, mine', path: '/cases?who=mine', as: 'caseworker', beside: 'cases-mine' },
  { name: 'Cases, everyone’s', path: '/cases?who=everyone', as: 'supervisor', beside: 'cases-everyone' },
  {
    name: 'Cases, page 40',
    path: '/cases?who=everyone&page=40',
    as: 'supervisor',
    beside: 'cases-everyone-page-40',
  },
  { name: 'Cases, closed', path: '/cases?who=everyone&closed=1', as: 'supervisor', beside: 'cases-closed' },
  { name: 'Team', path: '/team', as: 'supervisor', beside: 'team' },
  { name: 'A case', path: `/cases/${caseId}`, as: 'caseworker', beside: null },
];

const missing = (name: string): never => {
  throw new Error(`the bench has no screen ${name}`);
};

async function buildWhenStale(interrupted: AbortSignal): Promise<void> {
  if (isBuildFresh(root)) return;
  const build = { args: [next, 'build'], env: { NODE_ENV: 'production' } };
  await buildAnew(root, async () => {
    await runToEnd('The build', build, { interrupted, onStart: () => {} });
    return true;
  });
}

const webServer = ({ appUrl }: LoadedOffice, origin: string, data: string): Program => ({
  args: [next, 'start', '--hostname', '127.0.0.1', '--port', new URL(origin).port],
  env: {
    NODE_ENV: 'production',
    APP_URL: origin,
    PORT: new URL(origin).port,
    LISTEN_HOST: '127.0.0.1',
    DATABASE_APP_URL: appUrl,
    DATA_DIR: data,
    AUTH_SECRET,
    DOCUMENT_KEY: 'k'.repeat(43),
    LOG_LEVEL: 'error',
    // The generated office stands on its day, whenever the bench runs: a cookie tells it.
    TEST_CLOCK: 'on',
  },
});

async function ready(origin: string, interrupted: AbortSignal): Promise<void> {
  const answer = async () => (await fetch(`${origin}/api/health`).catch(() => null))?.ok ?? false;
  while (!(await answer())) {
    interrupted.throwIfAborted();
    await sleep(200);
  }
}

/** The cookies of somebody of that role who just signed in with all that is asked for. */
async function cookieOf({ office, app }: LoadedOffice, role: Role): Promise<string> {
  const person = office.people.find((each) => each.role === role) ?? missing(role);
  const { sessionId } = await openSession(
    app.db,
    { userId: person.id, officeId: office.id },
    { method: 'single-sign-on', factorShown: true },
    { address: '127.0.0.1', device: 'bench' },
    systemClock(),
  );
  const token = await encode({
    token: { sub: person.id, sessionId, officeId: office.id },
    secret: AUTH_SECRET,
    maxAge: 60 * 60,
  });
  return `recourse-session=${token}; recourse-test-now=${office.today}T17:00:00Z`;
}

async function someCase({ office, owner }: LoadedOffice): Promise<string> {
  const [person] = office.people;
  const { rows } = await owner.pool.query<{ id: string }>(
    `select id from cases where office_id = $1 and owner_id = $2 and closed_at is null and stage = 'imr-open'
     order by next_due_on, id limit 1`,
    [office.id, person?.id],
  );
  return rows[0]?.id ?? missing('a case of the first caseworker');
}

async function askAll(pool: pg.Pool, { bare }: Screen): Promise<void> {
  for (const { text, values } of bare) await pool.query(text, [...values]);
}
