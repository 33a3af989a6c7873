import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import type { DocumentStore } from '../../../lib/document-store/document-store.ts';
import { addForm } from '../../../lib/official-forms/add-form.ts';
import { fieldMapInput } from '../../../lib/official-forms/input.ts';
import { mapForm } from '../../../lib/official-forms/map-form.ts';
import { listForms, readStandingForm } from '../../../lib/official-forms/queries.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const ON = '2026-06-10';

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let store: DocumentStore;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  store = openTestStore();
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

async function add(title: string, ...fieldNames: string[]): Promise<string> {
  const file = await store.keep(Buffer.from('%PDF-1.7'), 'application/pdf');
  const form = { regulator: 'DMHC', title, file, form: { pageCount: 2, fieldNames } } as const;
  const added = await inUnitOfWork(office.app.db, office.person('administrator'), momentOf(ON), (unit) =>
    addForm(unit, form),
  );
  return valueOf(added).formId;
}
const map = (formId: string, names: string[], numbers: string[], of = office) =>
  of.run(mapForm, fieldMapInput, { formId, names, numbers }, { on: ON, as: of.person('administrator') });
const read = <T>(work: Parameters<typeof inOffice<T>>[3], of = office) =>
  inOffice(of.app.db, of.person('caseworker'), localDate(ON), work);
const eventsOf = async (formId: string) => {
  const { rows } = await office.owner.pool.query<{ event: string }>(
    'select event from audit_events where subject_id = $1 order by seq',
    [formId],
  );
  return rows.map(({ event }) => event);
};

test('a form that is added guesses its fields, and replaces the one before, which stays in the list', async () => {
  const first = await add('Rev. 2019', 'Patient Name', 'Text4');
  expect(await read((tx) => readStandingForm(tx, 'DMHC'))).toMatchObject({
    id: first,
    fieldMap: { 'Patient Name': '1' },
  });
  const second = await add('Rev. 2020');
  expect(await read((tx) => readStandingForm(tx, 'DMHC'))).toMatchObject({ id: second, hasFields: false });
  expect(await read((tx) => readStandingForm(tx, 'CDI'))).toBeNull();
  const forms = await read(listForms);
  expect(forms.map(({ id, replacedAt }) => [id, replacedAt !== null])).toEqual(
    expect.arrayContaining([
      [first, true],
      [second, false],
    ]),
  );
  expect(await eventsOf(second)).toEqual(['official-form.added']);
});

test('its fields are a person’s to correct, on the record', async () => {
  const formId = await add('Rev. 2021', 'Patient Name', 'Text4');
  valueOf(await map(formId, ['Patient Name', 'Text4'], ['', '16']));
  expect((await read((tx) => readStandingForm(tx, 'DMHC')))?.fieldMap).toEqual({ Text4: '16' });
  expect(await eventsOf(formId)).toEqual(['official-form.added', 'official-form.mapped']);
  expect(violationsOf(await map(formId, ['Text4'], ['16']))[0]?.message).toMatch(/^Nothing was changed/);
  expect(violationsOf(await map(formId, ['Text4'], ['26']))[0]?.message).toMatch(/^A field was given a row/);
});

test('a form that was replaced takes no changes', async () => {
  const former = await add('Rev. 2022', 'Text4');
  await add('Rev. 2023', 'Text4');
  expect(violationsOf(await map(former, ['Text4'], ['1']))[0]?.message).toMatch(/^This form was replaced/);
});

test('another office finds neither the form nor its fields', async () => {
  const formId = await add('Rev. 2024', 'Text4');
  expect(await map(formId, ['Text4'], ['1'], neighbor)).toMatchObject({ because: 'not-found' });
  expect(await map(randomUUID(), ['Text4'], ['1'])).toMatchObject({ because: 'not-found' });
  expect(await read((tx) => readStandingForm(tx, 'DMHC'), neighbor)).toBeNull();
  expect(await read(listForms, neighbor)).toEqual([]);
});
