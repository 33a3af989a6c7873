import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { auditEvents } from '../../../lib/db/schema.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { pinInput, pinnedFactInput } from '../../../lib/pinned-facts/input.ts';
import { pinAgain } from '../../../lib/pinned-facts/pin-again.ts';
import { pinFact } from '../../../lib/pinned-facts/pin-fact.ts';
import { listPinned, readPinnedForm } from '../../../lib/pinned-facts/queries.ts';
import { MOST_PINNED } from '../../../lib/pinned-facts/rules.ts';
import { unpinFact } from '../../../lib/pinned-facts/unpin-fact.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const TODAY = localDate('2026-02-20');
let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(async () => {
  caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
});

const pin = (body: string, on: string = TODAY) => office.run(pinFact, pinInput, { caseId, body }, { on });
const unpin = (factId: string, id = caseId) =>
  office.run(unpinFact, pinnedFactInput, { caseId: id, factId }, { on: TODAY });
const undo = (factId: string) => office.run(pinAgain, pinnedFactInput, { caseId, factId }, { on: TODAY });
const pinned = () =>
  inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) => listPinned(tx, caseId));
const bodies = async () => (await pinned()).map(({ body }) => body);
const events = () =>
  inOffice(office.app.db, office.person('caseworker'), TODAY, async (tx) => {
    const rows = await tx
      .select({ event: auditEvents.event })
      .from(auditEvents)
      .where(eq(auditEvents.caseId, caseId))
      .orderBy(asc(auditEvents.id));
    return rows.map(({ event }) => event);
  });

test('a fact is pinned, unpinned and, that undone, back where it was', async () => {
  valueOf(await pin('Dialysis Tue and Thu.', '2026-02-19'));
  valueOf(await pin('Speaks through her daughter.'));
  const [first] = await pinned();
  expect(first).toMatchObject({ body: 'Dialysis Tue and Thu.', who: 'Test caseworker' });
  const { factId } = valueOf(await unpin(first?.id ?? ''));
  expect(await bodies()).toEqual(['Speaks through her daughter.']);
  const form = await inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) =>
    readPinnedForm(tx, caseId, TODAY, factId),
  );
  expect(form?.values.unpinned?.body).toBe('Dialysis Tue and Thu.');
  valueOf(await undo(factId));
  expect(await bodies()).toEqual(['Dialysis Tue and Thu.', 'Speaks through her daughter.']);
  expect((await events()).slice(-4)).toEqual(['fact.pinned', 'fact.pinned', 'fact.unpinned', 'fact.pinned']);
});

test('a fact is unpinned once, pinned again once, and only on its own case', async () => {
  valueOf(await pin('Dialysis Tue and Thu.'));
  const factId = (await pinned())[0]?.id ?? '';
  const other = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
  violationsOf(await unpin(factId, other));
  violationsOf(await undo(factId));
  valueOf(await unpin(factId));
  violationsOf(await unpin(factId));
});

test('no more is pinned than is read first', async () => {
  for (let index = 1; index <= MOST_PINNED; index += 1) valueOf(await pin(`Fact ${index}.`));
  expect(violationsOf(await pin('One too many.'))[0]?.message).toContain(String(MOST_PINNED));
  const factId = (await pinned())[0]?.id ?? '';
  valueOf(await unpin(factId));
  valueOf(await pin('In its place.'));
  violationsOf(await undo(factId));
});

test('nothing, and what is no sentence any more, is not pinned', async () => {
  expect(pinInput().safeParse({ caseId, body: '  ' }).success).toBe(false);
  expect(pinInput().safeParse({ caseId, body: 'x'.repeat(201) }).success).toBe(false);
});
