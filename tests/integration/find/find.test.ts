import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { foundCase } from '../../../lib/find/found-case.ts';
import { findCases, MOST_FOUND } from '../../../lib/find/queries.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { wordsIn } from '../../../lib/words/words.ts';
import { parseListFilter, withFilter } from '../../../lib/worklist/list-filter.ts';
import { listCases } from '../../../lib/worklist/queries.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const ON = '2026-06-10';
const today = localDate(ON);
const ids: Record<string, string> = {};

const open = async (name: string, more: Record<string, unknown> = {}) => {
  ids[name] = await office.openCase({ on: '2026-05-04', name, ...more });
};
const note = async (name: string, body: string, more: Record<string, unknown> = {}) =>
  valueOf(
    await office.run(
      addNote,
      noteInput,
      { caseId: ids[name], kind: 'note', happenedOn: '6/9/26', body, ...more },
      { on: ON },
    ),
  );

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
  await open('Rosario Villaseñor', {
    line: 'dmhc',
    phone: '+1 (619) 555-0177',
    memberNumber: 'XEA 9901-22',
    denialLetterOn: '4/1/26',
    denialBases: ['medical-necessity'],
    grievanceReceivedOn: '2026-05-01',
    grievancePlanReference: 'GR-7720-118',
  });
  await open('José Núñez', { representativeName: 'Ana Prados' });
  await open('Đặng Thị Ngọc');
  await open('王小明');
  await open('김민수');
  await open('Հայկ Հակոբյան');
  await open('محمد الفارسي');
  await open('Siobhán O’Brien-Keogh');
  await open('Amara Nwosu');
  await open('Clarence Closed', { phone: '310-555-0142' });
  valueOf(
    await office.run(
      closeCase,
      closureInput,
      { caseId: ids['Clarence Closed'], outcome: 'client-withdrew' },
      { on: '2026-06-01' },
    ),
  );
  await note('Amara Nwosu', 'La farmacia rechazó el medicamento Zelaximab. Called (916) 555-0123 again.');
  await note('José Núñez', 'The plan says the file is complete.', {
    kind: 'call',
    spokeWith: 'Tamsin Oakes',
    referenceNumber: 'REF-88123',
  });
  await note('王小明', '病人说药房拒绝给药');
  await other.openCase({ on: '2026-05-04', name: 'Rosario Elsewhere' });
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const find = (query: string, as: UserActor = office.person('caseworker')) =>
  inOffice(office.app.db, as, today, (tx) => findCases(tx, query));
const found = async (query: string) => (await find(query)).cases.map(({ clientName }) => clientName);

describe('finds a case', () => {
  test.each([
    ['by the start of a name', 'villa', 'Rosario Villaseñor'],
    ['by words in any order', 'villa rosa', 'Rosario Villaseñor'],
    ['without the accents', 'jose nunez', 'José Núñez'],
    ['with accents it has not', 'Ámara', 'Amara Nwosu'],
    ['by its representative', 'prados', 'José Núñez'],
    ['by a letter no accent makes', 'dang ngoc', 'Đặng Thị Ngọc'],
    ['by that letter itself', 'ĐẶNG', 'Đặng Thị Ngọc'],
    ['in Chinese', '王小', '王小明'],
    ['by the given name in Chinese', '小明', '王小明'],
    ['by the given name in Korean', '민수', '김민수'],
    ['in Armenian', 'հակոբ', 'Հայկ Հակոբյան'],
    ['in Arabic letters of a Persian keyboard', 'الفارسی', 'محمد الفارسي'],
    ['with its apostrophe', 'o’brien', 'Siobhán O’Brien-Keogh'],
    ['without its apostrophe', 'obrien', 'Siobhán O’Brien-Keogh'],
    ['with a hyphen dropped', 'brienkeogh', 'Siobhán O’Brien-Keogh'],
    ['by its number', '2026-000005', '김민수'],
    ['by the end of its number', '5', '김민수'],
    ['by year and end of its number', '2026 5', '김민수'],
    ['by the plan’s reference', 'gr-7720-118', 'Rosario Villaseñor'],
    ['by the member number', 'xea 9901', 'Rosario Villaseñor'],
    ['by the member number in one', 'xea990122', 'Rosario Villaseñor'],
  ])('%s', async (_, typed, name) => {
    expect(await found(typed)).toContain(name);
    expect((await found(typed))[0]).toBe(name);
  });

  test.each([
    '(619) 555-0177',
    '619.555.0177',
    '6195550177',
    '+1 619 555 0177',
    '1-619-555-0177',
    '555-0177',
    '619 555',
    '٦١٩ ٥٥٥ ٠١٧٧',
  ])('by its phone as %s', async (typed) => {
    expect(await found(typed)).toEqual(['Rosario Villaseñor']);
  });

  test('by the name of its plan, alone and beside the client’s', async () => {
    expect(await found('golden valley')).toEqual(['Rosario Villaseñor']);
    expect(await found('rosario golden')).toEqual(['Rosario Villaseñor']);
    expect(await found('hmo villa')).toEqual(['Rosario Villaseñor']);
    expect(await found('nunez golden')).toEqual([]);
  });

  test('that is closed, and says so', async () => {
    expect((await find('clarence')).cases).toMatchObject([
      { clientName: 'Clarence Closed', isClosed: true, next: null },
    ]);
  });
});

describe('finds a case in spite of a slip', () => {
  test.each([
    ['a letter missing', 'villasenr'],
    ['a letter too many', 'villasennor'],
    ['another letter', 'villazenor'],
    ['two letters changed places', 'villaesnor'],
    ['the first letter wrong', 'billasenor'],
    ['two slips in a long name', 'vilaseñorr'],
    ['a slip beside a word that is right', 'rosario vilasenor'],
    ['slips in both words', 'rosaroi vilasenor'],
  ])('%s', async (_, typed) => {
    expect(await found(typed)).toEqual(['Rosario Villaseñor']);
  });

  test('in a word of its notes', async () => {
    expect(await found('zelaxmab')).toEqual(['Amara Nwosu']);
  });

  test.each([
    ['two slips in a short name', 'nuzex'],
    ['a digit of a phone', '6195550178'],
    ['a digit of its number', '2026-000085'],
    ['a digit of a reference', 'gr-7720-119'],
  ])('but not %s', async (_, typed) => {
    expect(await found(typed)).toEqual([]);
  });

  test('and puts what is spelled as typed first', async () => {
    await open('Marta Solis');
    await open('Marta Soliz');
    expect(await found('soliz')).toEqual(['Marta Soliz', 'Marta Solis']);
    expect(await found('solis')).toEqual(['Marta Solis', 'Marta Soliz']);
  });
});

describe('notes', () => {
  test.each([
    ['farmacia rechazo', 'Amara Nwosu'],
    ['zelaximab', 'Amara Nwosu'],
    ['916-555-0123', 'Amara Nwosu'],
    ['amara farmacia', 'Amara Nwosu'],
    ['tamsin', 'José Núñez'],
    ['ref-88123', 'José Núñez'],
    ['药房', '王小明'],
  ])('are found by %s', async (typed, name) => {
    expect((await find(typed)).cases).toMatchObject([{ clientName: name, foundIn: 'note' }]);
  });

  test('come after clients of that name', async () => {
    await note('Amara Nwosu', 'Her sister is Rosario Lim.');
    expect((await find('rosario')).cases).toMatchObject([
      { clientName: 'Rosario Villaseñor', foundIn: 'case' },
      { clientName: 'Amara Nwosu', foundIn: 'note' },
    ]);
  });

  test('keep their words when the client is renamed, whose former name goes', async () => {
    await open('Formerly Quimby');
    await note('Formerly Quimby', 'Mentions a gazebo.');
    const caseId = ids['Formerly Quimby'] ?? '';
    const record = await office.read(caseId, ON);
    valueOf(
      await office.run(
        changeClient,
        clientInput,
        { caseId, version: String(record?.version), name: 'Lately Brandt', reason: 'Married.' },
        { on: ON },
      ),
    );
    expect(await found('gazebo')).toEqual(['Lately Brandt']);
    expect(await found('quimby')).toEqual([]);
    expect(await found('qiumby')).toEqual([]);
  });
});

const OTHERS = ['Abel', 'Bertram', 'Cyril', 'Dunstan', 'Ezra', 'Fabian', 'Godfrey', 'Hilary', 'Ignatius'];

describe('a search', () => {
  test.each(['', '   ', '—', '%', '_', '"\'\\', '\0', '\u{1F600}'])(
    'of no word, %j, finds nothing',
    async (typed) => {
      expect(await find(typed)).toEqual({ cases: [], isMore: false });
    },
  );

  test.each(['%', "o'; drop table cases", 'vil_asenor', '.*', '('])(
    'of %j is words and nothing else',
    async (typed) => {
      expect(await found(typed)).toEqual([]);
    },
  );

  test('shows no more than fit, each case once, and says that there are more', async () => {
    for (let nth = 0; nth <= MOST_FOUND; nth += 1) await open(`Quentin Manifold ${OTHERS[nth]}`);
    const { cases, isMore } = await find('manifold quentin');
    expect(new Set(cases.map(({ caseId }) => caseId)).size).toBe(MOST_FOUND);
    expect(isMore).toBe(true);
    expect((await find('manifold bertram')).isMore).toBe(false);
  });

  test('finds nothing of another office, by any way', async () => {
    for (const typed of ['elsewhere', 'elsewhree', 'rosario elsewhere'])
      expect(await found(typed)).toEqual([]);
    for (const typed of ['villasenor', 'vilasenor', 'zelaximab', '619 555'])
      expect(
        await inOffice(other.app.db, other.person('caseworker'), today, (tx) => findCases(tx, typed)),
      ).toEqual({ cases: [], isMore: false });
  });

  test('finds nothing for somebody who reads no names', async () => {
    expect(await find('villasenor', office.person('reviewer'))).toEqual({ cases: [], isMore: false });
  });

  test.each(['villa', 'vilasenor', 'farmacia', 'golden', 'rosario golden', '5', 'amara'])(
    'of %s finds the same in the list of cases',
    async (typed) => {
      const actor = office.person('caseworker');
      const listed = await Promise.all(
        [false, true].map((closed) =>
          inOffice(office.app.db, actor, today, (tx) => {
            const filter = parseListFilter({ who: 'everyone' }, 'mine', { query: typed, sealedQuery: '' });
            return listCases(tx, withFilter(filter, { closed }), actor.userId, today);
          }),
        ),
      );
      expect(listed.flatMap(({ rows }) => rows.map(({ clientName }) => clientName)).toSorted()).toEqual(
        (await found(typed)).toSorted(),
      );
    },
  );
});

test('says of a case what a box shows, in the reader’s language', async () => {
  const [hit] = (await find('villasenor')).cases;
  if (!hit) throw new Error('nothing found');
  expect(foundCase(hit, today, wordsIn('en'))).toEqual({
    href: `/cases/${ids['Rosario Villaseñor']}`,
    number: '2026-000001',
    clientName: 'Rosario Villaseñor',
    planName: 'Golden Valley Health Plan',
    ownerName: 'Test caseworker',
    dueText: 'Wed May 6, 35 days late, plan',
    isClosed: false,
    foundIn: 'case',
  });
  expect(foundCase(hit, today, wordsIn('es')).dueText).toBe('mié 6 may, 35 días de retraso, plan');
});
