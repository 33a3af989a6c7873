import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { readCasePage } from '../../../lib/cases/queries.ts';
import { auditEvents } from '../../../lib/db/schema.ts';
import { noteMentions, unreadMarks } from '../../../lib/db/schema-day.ts';
import { inLedger, inOffice } from '../../../lib/db/unit-of-work.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { listMentions } from '../../../lib/notes/queries.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { markSeen } from '../../../lib/timeline/ledger.ts';
import type { TimelineFilter } from '../../../lib/timeline/list-filter.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

const TODAY = localDate('2026-02-20');
let database: TestDatabase;
let office: TestOffice;
let owner: UserActor;
let tom: UserActor;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  owner = office.person('caseworker');
  tom = await addColleague(office, 'Tom Bradshaw', 'caseworker');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const newCase = () => aCase().denied('2026-01-20', 'medical-necessity').in(office);
const note = async (caseId: string, body: string, as: UserActor, at = '2026-02-20T18:00:00Z') =>
  valueOf(
    await office.run(
      addNote,
      noteInput,
      { caseId, kind: 'note', happenedOn: '2/20/26', body },
      { on: at, as },
    ),
  );
const page = async (caseId: string, as: UserActor, filter: Partial<TimelineFilter> = {}) => {
  const read = await inOffice(office.app.db, as, TODAY, (tx) =>
    readCasePage(tx, caseId, TODAY, { group: 'all', beforeId: null, ...filter }),
  );
  if (!read) throw new Error('the case was not found');
  return read;
};
const newOn = async (caseId: string, as: UserActor, filter: Partial<TimelineFilter> = {}) =>
  (await page(caseId, as, filter)).timeline.entries.filter(({ isNew }) => isNew).map((each) => each.sentence);
const look = async (caseId: string, as: UserActor, throughId: number) =>
  inLedger(office.app.db, as, TODAY, (tx) => markSeen(tx, caseId, throughId, morningOf(TODAY)));
const marksOf = (caseId: string, as: UserActor) =>
  inOffice(office.app.db, as, TODAY, (tx) =>
    tx.select().from(unreadMarks).where(eq(unreadMarks.caseId, caseId)),
  );

test('shows the owner what a colleague did, until they have looked', async () => {
  const caseId = await newCase();
  await note(caseId, 'The owner’s own.', owner);
  await note(caseId, 'The clinic called back.', tom);
  const { unseen } = await page(caseId, owner);
  expect(unseen).toMatchObject({ count: 1, isMarked: true });
  expect(await newOn(caseId, owner)).toEqual(['The clinic called back.']);
  await look(caseId, owner, unseen.throughId);
  expect((await page(caseId, owner)).unseen).toEqual({
    fromId: null,
    throughId: 0,
    count: 0,
    isMarked: false,
  });
  expect(await newOn(caseId, owner)).toEqual([]);
});

test('keeps what was new apart on the visit that cleared the mark', async () => {
  const caseId = await newCase();
  await note(caseId, 'The clinic called back.', tom);
  const { unseen } = await page(caseId, owner);
  await look(caseId, owner, unseen.throughId);
  await note(caseId, 'The owner’s own.', owner);
  const visit = { newFromId: unseen.fromId };
  expect(await newOn(caseId, owner, visit)).toEqual(['The clinic called back.']);
  const onlyNew = await page(caseId, owner, { ...visit, group: 'new' });
  expect(onlyNew.timeline.entries.map(({ sentence }) => sentence)).toEqual(['The clinic called back.']);
  expect(onlyNew.unseen).toMatchObject({ count: 1, isMarked: false });
});

test('keeps the mark where something came while the page was read', async () => {
  const caseId = await newCase();
  await note(caseId, 'First.', tom);
  const { unseen } = await page(caseId, owner);
  await note(caseId, 'Second.', tom);
  await look(caseId, owner, unseen.throughId);
  expect(await marksOf(caseId, owner)).toHaveLength(1);
  expect(await newOn(caseId, owner)).toEqual(['Second.', 'First.']);
});

test('shows what took long to be written though something quicker came before it', async () => {
  const caseId = await newCase();
  await note(caseId, 'Quick.', tom, '2026-02-20T18:00:01Z');
  await note(caseId, 'Slow.', tom, '2026-02-20T18:00:00Z');
  const { unseen } = await page(caseId, owner);
  expect(await newOn(caseId, owner)).toEqual(['Slow.', 'Quick.']);
  await look(caseId, owner, unseen.throughId);
  expect(await marksOf(caseId, owner)).toEqual([]);
});

test('keeps the mark where something is being written while the case is looked at', async () => {
  const caseId = await newCase();
  await note(caseId, 'First.', tom);
  const { unseen } = await page(caseId, owner);
  const gate = Promise.withResolvers<void>();
  const isWritten = Promise.withResolvers<void>();
  const writing = inLedger(office.app.db, tom, TODAY, async (tx) => {
    await tx.insert(auditEvents).values({
      officeId: office.officeId,
      at: morningOf(TODAY),
      actorId: tom.userId,
      event: 'case.assigned',
      caseId,
      caseVersion: 9,
    });
    isWritten.resolve();
    await gate.promise;
  });
  await isWritten.promise;
  const looking = look(caseId, owner, unseen.throughId);
  const waiting = async () => {
    const { rows } = await office.owner.pool.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.count;
  };
  try {
    await expect.poll(waiting, { timeout: 5_000 }).toBe(1);
  } finally {
    gate.resolve();
  }
  await Promise.all([writing, looking]);
  expect(await marksOf(caseId, owner)).toHaveLength(1);
});

test('is nothing to colleagues who neither own the case nor are mentioned', async () => {
  const caseId = await newCase();
  await note(caseId, 'The owner’s own.', owner);
  expect(await newOn(caseId, tom)).toEqual([]);
  expect((await page(caseId, tom)).unseen.isMarked).toBe(false);
});

test('shows whoever is mentioned the note, and counts the mention seen once they looked', async () => {
  const caseId = await newCase();
  await note(caseId, '@Tom, can you call the clinic?', owner);
  expect(await newOn(caseId, tom)).toEqual(['@Tom, can you call the clinic?']);
  const { unseen, names } = await page(caseId, tom);
  expect(names.get(tom.userId)).toBe('Tom Bradshaw');
  await look(caseId, tom, unseen.throughId);
  const [mention] = await inOffice(office.app.db, tom, TODAY, (tx) =>
    tx.select({ seenAt: noteMentions.seenAt }).from(noteMentions).where(eq(noteMentions.caseId, caseId)),
  );
  expect(mention?.seenAt).not.toBeNull();
  expect(await newOn(caseId, tom)).toEqual([]);
});

test('lists where somebody was mentioned, newest first, until they have looked', async () => {
  const rae = await addColleague(office, 'Rae Okafor', 'caseworker');
  const [first, second] = [await newCase(), await newCase()];
  await note(first, '@Rae, the clinic called.', owner, '2026-02-20T18:00:00Z');
  await note(second, '@Rae, and the plan.', tom, '2026-02-20T19:00:00Z');
  const mentionsOf = async (as: UserActor) => {
    const { mentions, count } = await inOffice(office.app.db, as, TODAY, (tx) => listMentions(tx, as.userId));
    return { count, said: mentions.map(({ caseId, by, excerpt }) => [caseId, by, excerpt]) };
  };
  expect(await mentionsOf(rae)).toEqual({
    count: 2,
    said: [
      [second, 'Tom Bradshaw', '@Rae, and the plan.'],
      [first, 'Test caseworker', '@Rae, the clinic called.'],
    ],
  });
  await look(second, rae, (await page(second, rae)).unseen.throughId);
  expect((await mentionsOf(rae)).said).toEqual([[first, 'Test caseworker', '@Rae, the clinic called.']]);
  valueOf(
    await office.run(
      restrictCase,
      restrictionInput,
      { caseId: first, ground: 'other', reason: 'Few may know.', namedIds: [] },
      { on: TODAY, as: office.person('supervisor') },
    ),
  );
  expect((await mentionsOf(rae)).count).toBe(0);
});

test('leaves a mention unseen that came while the page was read', async () => {
  const caseId = await newCase();
  await note(caseId, '@Tom, first.', owner);
  const { unseen } = await page(caseId, tom);
  await note(caseId, '@Tom, second.', owner);
  await look(caseId, tom, unseen.throughId);
  const mentions = await inOffice(office.app.db, tom, TODAY, (tx) =>
    tx.select({ seenAt: noteMentions.seenAt }).from(noteMentions).where(eq(noteMentions.caseId, caseId)),
  );
  expect(mentions.filter(({ seenAt }) => seenAt === null)).toHaveLength(1);
  expect(mentions).toHaveLength(2);
});

test('clears nobody else’s mark', async () => {
  const caseId = await newCase();
  await note(caseId, '@Tom, look.', office.person('supervisor'));
  await look(caseId, tom, (await page(caseId, tom)).unseen.throughId);
  expect(await marksOf(caseId, tom)).toEqual([]);
  expect(await marksOf(caseId, owner)).toHaveLength(1);
});
