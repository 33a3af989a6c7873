import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { duplicatesInput } from '../../../lib/duplicates/input.ts';
import { findDuplicates } from '../../../lib/duplicates/queries.ts';
import { sayDuplicate } from '../../../lib/duplicates/said-duplicate.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const ON = '2026-06-10';
const today = localDate(ON);

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
  const open = (name: string, more: Record<string, unknown> = {}) =>
    office.openCase({ on: '2026-05-04', name, ...more });
  const closed = await open('Amara Nwosu-Bello', { birthOn: '3/9/79', line: 'dmhc' });
  valueOf(
    await office.run(
      closeCase,
      closureInput,
      { caseId: closed, outcome: 'client-withdrew' },
      { on: '2026-06-01' },
    ),
  );
  await open('A. Nwosu');
  await open('Inés Núñez Ortega', { phone: '(619) 555-0177', memberNumber: 'XEA 9901-22' });
  await open('Amara Diallo', { birthOn: '1/2/90' });
  await open('王小明', { birthOn: '5/5/60' });
  await other.openCase({ on: '2026-05-04', name: 'Amara Nwosu', phone: '619-555-0177' });
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const look = (typed: Record<string, string>, as = office.person('caseworker')) =>
  inOffice(office.app.db, as, today, (tx) =>
    findDuplicates(tx, duplicatesInput(today).parse({ name: '', ...typed })),
  );
const names = async (typed: Record<string, string>) =>
  (await look(typed)).map(({ clientName, alike }) => [clientName, ...alike]);

test('knows a client by name, whatever the accents, the order and the slips', async () => {
  for (const name of ['Ines Nunez', 'Núñez Inés', 'Ines Nunes', 'Inse Nuñez Ortega'])
    expect((await names({ name }))[0]?.[0]).toBe('Inés Núñez Ortega');
});

test('knows a name by its initial, and one across a hyphen', async () => {
  expect(await names({ name: 'Amara Nwosu' })).toEqual([
    ['Amara Nwosu-Bello', 'nearly-name'],
    ['A. Nwosu', 'nearly-name'],
  ]);
  expect(await names({ name: 'Amara Nwosu Bello' })).toContainEqual(['Amara Nwosu-Bello', 'name']);
});

test('says nothing for one word alone, unless something else is the same', async () => {
  expect(await names({ name: 'Amara' })).toEqual([]);
  expect(await names({ name: 'Amara Okoro' })).toEqual([]);
  expect(await names({ name: 'Amara', birthOn: '3/9/1979' })).toEqual([['Amara Nwosu-Bello', 'birth']]);
  expect(await names({ name: '王小明', birthOn: '5/5/60' })).toEqual([['王小明', 'birth', 'name']]);
});

test('holds nobody of another day of birth for the same', async () => {
  expect(await names({ name: 'Amara Nwosu', birthOn: '3/10/79' })).toEqual([['A. Nwosu', 'nearly-name']]);
});

test('knows a client by phone and by member number under any name', async () => {
  expect(await names({ name: 'N.', phone: '+1 619.555.0177' })).toEqual([['Inés Núñez Ortega', 'phone']]);
  expect(await names({ memberNumber: 'xea990122' })).toEqual([['Inés Núñez Ortega', 'member']]);
  expect(await names({ phone: '555-0177' })).toEqual([]);
});

test('puts whom more speaks for first', async () => {
  expect((await names({ name: 'Amara Nwosu', phone: '619-555-0177' }))[0]?.[0]).toBe('Inés Núñez Ortega');
  expect((await names({ name: 'Amara Nwosu', birthOn: '3/9/79' }))[0]).toEqual([
    'Amara Nwosu-Bello',
    'birth',
    'nearly-name',
  ]);
});

test('finds nobody of another office, and nobody for somebody who reads no names', async () => {
  expect(await look({ name: 'Amara Nwosu' }, office.person('reviewer'))).toEqual([]);
  const theirs = await inOffice(other.app.db, other.person('caseworker'), today, (tx) =>
    findDuplicates(
      tx,
      duplicatesInput(today).parse({ name: 'Inés Núñez Ortega', memberNumber: 'XEA 9901-22' }),
    ),
  );
  expect(theirs).toEqual([]);
});

test('says who it may be in the reader’s language', async () => {
  const [found] = await look({ name: 'Amara Nwosu', birthOn: 'Mar 9, 1979' });
  if (!found) throw new Error('nobody found');
  expect(sayDuplicate(found, wordsIn('en').duplicates)).toMatchObject({
    clientName: 'Amara Nwosu-Bello',
    birthText: 'born Mar 9, 1979',
    planName: 'Golden Valley Health Plan',
    closedText: 'closed 2026',
    why: 'Same birth date, name nearly the same',
  });
  expect(sayDuplicate(found, wordsIn('es').duplicates)).toMatchObject({
    birthText: 'nació el 9 de marzo de 1979',
    closedText: 'cerrado en 2026',
    why: 'Misma fecha de nacimiento, nombre casi igual',
  });
});
