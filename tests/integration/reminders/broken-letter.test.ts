import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Letter } from '../../../lib/mail/letter.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { batchOutbox, ledgerOf, outbox, sweep } from '../../support/outbox.ts';

let isBroken = true;
vi.mock('../../../lib/mail/print-letter.ts', async (load) => {
  const { printLetter } = await load<typeof import('../../../lib/mail/print-letter.ts')>();
  return {
    printLetter: (letter: Letter) => {
      if (isBroken && letter.subject.startsWith('2026-000002')) throw new Error('a bug in this letter');
      return printLetter(letter);
    },
  };
});

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

test.each([
  ['one by one', outbox],
  ['in a batch', () => batchOutbox(10)],
])('a letter that cannot be written keeps no other, %s, and goes once it can be', async (_how, newBox) => {
  office = await openTestOffice(database);
  try {
    const caseIds: string[] = [];
    for (let index = 0; index < 3; index += 1)
      caseIds.push(await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office));
    isBroken = true;
    const box = newBox();
    expect(await sweep(office, '2026-02-04T17:00:00Z', box)).toMatchObject({ sent: 2, errors: 1 });
    const states = async () => (await ledgerOf(office, caseIds[1] ?? '')).map(({ state }) => state);
    expect(await states()).toEqual(['claimed']);
    isBroken = false;
    expect(await sweep(office, '2026-02-04T17:10:00Z', box)).toMatchObject({ sent: 1, errors: 0 });
    expect(box.sent).toHaveLength(3);
    expect(await states()).toEqual(['sent']);
  } finally {
    await office.close();
  }
});
