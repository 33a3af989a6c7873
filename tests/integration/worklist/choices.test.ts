import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { exportCases } from '../../../lib/worklist/export-cases.ts';
import { countChoices, type FacetCounts } from '../../../lib/worklist/form-queries.ts';
import { type ListFilter, parseListFilter, withFilter } from '../../../lib/worklist/list-filter.ts';
import { listCases } from '../../../lib/worklist/queries.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

const today = localDate('2026-06-10');
let database: TestDatabase;
let office: TestOffice;
let worker: UserActor;
const ids: string[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  worker = office.person('caseworker');
  const open = async (name: string, more: Record<string, unknown>) =>
    ids.push(await office.openCase({ on: '2026-06-01', name, ...more }));
  await open('Ana Uno', { line: 'dmhc', language: 'es' });
  await open('Bao Hai', { line: 'dmhc', language: 'vi' });
  await open('Cy Three', { line: 'cdi', language: 'es' });
  await open('=HYPERLINK("x")', {});
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const everyone = (change: Partial<ListFilter> = {}) =>
  withFilter(parseListFilter({ who: 'everyone' }, 'mine'), change);
const countsUnder = (filter: ListFilter, as = worker): Promise<FacetCounts> =>
  inOffice(office.app.db, as, today, (tx) => countChoices(tx, filter, as.userId, today));
const totalUnder = async (filter: ListFilter): Promise<number> =>
  (await inOffice(office.app.db, worker, today, (tx) => listCases(tx, filter, worker.userId, today))).counts
    .total;

describe('the count beside a choice', () => {
  test('is how many cases the list holds once it is chosen, whatever else is', async () => {
    for (const filter of [
      everyone(),
      everyone({ language: 'es' }),
      everyone({ regulator: 'CDI', language: 'es' }),
      everyone({ query: 'a' }),
      everyone({ who: 'mine', stage: 'intake' }),
    ]) {
      const counts = await countsUnder(filter);
      for (const [language, count] of Object.entries(counts.language))
        expect(await totalUnder({ ...filter, language: language as ListFilter['language'] })).toBe(count);
      for (const [planId, count] of Object.entries(counts.plan))
        if (planId) expect(await totalUnder({ ...filter, planId })).toBe(count);
      for (const [regulator, count] of Object.entries(counts.regulator))
        expect(await totalUnder({ ...filter, regulator: regulator as ListFilter['regulator'] })).toBe(count);
      for (const [stage, count] of Object.entries(counts.stage))
        expect(await totalUnder({ ...filter, stage: stage as ListFilter['stage'] })).toBe(count);
      for (const [who, count] of Object.entries(counts.who))
        expect(await totalUnder({ ...filter, who })).toBe(count);
    }
    expect((await countsUnder(everyone())).language).toMatchObject({ es: 2, vi: 1 });
  });

  test('is nothing where nothing is found', async () => {
    expect((await countsUnder(everyone({ query: 'nobody' }))).who).toEqual({ mine: 0, everyone: 0 });
  });
});

describe('a list as a file', () => {
  const take = async (caseIds: readonly string[], filter: ListFilter, as = worker) => {
    const outcome = await inUnitOfWork(office.app.db, as, morningOf(today), (unit) =>
      exportCases(unit, { caseIds, filter }),
    );
    return valueOf(outcome).trim().split('\r\n');
  };
  const lastEvent = async () =>
    (
      await office.owner.pool.query<{ event: string; changes: { field: string; to: unknown }[] }>(
        'select event, changes from audit_events where office_id = $1 order by seq desc limit 1',
        [office.officeId],
      )
    ).rows[0];

  test('holds what the list shows under its filter, in its order, and is on the record', async () => {
    const lines = await take([], everyone({ language: 'es', sort: 'client' }));
    expect(lines.map((line) => line.split(',')[1])).toEqual(['"client"', '"Ana Uno"', '"Cy Three"']);
    expect(await lastEvent()).toMatchObject({
      event: 'cases.exported',
      changes: [
        { field: 'count', to: 2 },
        { field: 'isSearched', to: false },
        { field: 'list', to: 'who=everyone&language=es&sort=client' },
      ],
    });
  });

  test('holds the chosen cases alone, by their numbers on the record', async () => {
    const lines = await take(ids.slice(0, 1), everyone());
    expect(lines).toHaveLength(2);
    expect((await lastEvent())?.changes).toContainEqual({
      field: 'numbers',
      from: null,
      to: ['2026-000001'],
    });
  });

  test('says nothing of what was searched for on the record', async () => {
    await take([], everyone({ query: 'uno' }));
    expect(JSON.stringify((await lastEvent())?.changes)).not.toContain('uno');
    expect((await lastEvent())?.changes).toContainEqual({ field: 'isSearched', from: null, to: true });
  });

  test('runs nothing in a spreadsheet', async () => {
    const lines = await take([], everyone({ sort: 'client' }));
    expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('holds no case of another office, even one asked for by its id', async () => {
    const other = await openTestOffice(database);
    const outsider = other.person('administrator');
    const outcome = await inUnitOfWork(other.app.db, outsider, morningOf(today), (unit) =>
      exportCases(unit, { caseIds: ids, filter: everyone() }),
    );
    expect(valueOf(outcome).trim().split('\r\n')).toHaveLength(1);
    await other.close();
  });
});
