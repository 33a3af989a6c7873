import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { readFilingHelp } from '../../../lib/imr/filing-help.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

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

const on = localDate('2026-06-05');
const helpFor = async (line?: 'dmhc' | 'cohs' | 'selfFunded') => {
  const caseId = await office.openCase({ on, ...(line && { line }) });
  return inOffice(office.app.db, office.person('caseworker'), on, (tx) =>
    readFilingHelp(tx, caseId, on, 'Inés Caldera'),
  );
};

test('a plan that no department licenses is not one whose department is unknown', async () => {
  expect(await helpFor('selfFunded')).toMatchObject({
    isRegulatorUnknown: false,
    elsewhere: expect.stringContaining('self-funded') as string,
  });
  expect((await helpFor('cohs'))?.elsewhere).toEqual(expect.stringContaining('Knox-Keene'));
  expect(await helpFor('dmhc')).toMatchObject({ isRegulatorUnknown: false, elsewhere: null });
  expect(await helpFor()).toMatchObject({ isRegulatorUnknown: true, elsewhere: null });
});
