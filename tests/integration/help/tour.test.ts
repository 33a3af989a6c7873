import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { offices } from '../../../lib/db/schema.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { readTour } from '../../../lib/help/queries.ts';
import { TOUR_CLIENTS } from '../../../lib/help/tour.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

const TODAY = localDate('2026-11-21');
let database: TestDatabase;
let office: TestOffice;
let caseId: string;

const tour = (of: TestOffice) => inOffice(of.app.db, of.person('caseworker'), TODAY, readTour);

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  caseId = await office.openCase({ on: '2026-11-02', line: 'dmhc', name: TOUR_CLIENTS.nadia });
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

test('is given in the demo office only, even where another has a client of the same name', async () => {
  expect(await tour(office)).toBeNull();
  await office.owner.db.update(offices).set({ isDemo: true }).where(eq(offices.id, office.officeId));
  expect([...((await tour(office)) ?? [])]).toEqual([['nadia', caseId]]);
});
