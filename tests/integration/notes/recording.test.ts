import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { auditEvents, caseNotes } from '../../../lib/db/schema.ts';
import { noteMentions, unreadMarks } from '../../../lib/db/schema-day.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let tom: UserActor;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  tom = await addColleague(office, 'Tom Bradshaw', 'caseworker');
  await addColleague(office, 'Rae Reviewer', 'reviewer');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const ON = '2026-02-20';
const add = (typed: Record<string, unknown>, as?: UserActor) =>
  office.run(
    addNote,
    noteInput,
    { caseId, kind: 'note', happenedOn: 'today', body: 'Left word.', ...typed },
    { on: ON, ...(as && { as }) },
  );
const asSeenBy = <T>(actor: UserActor, read: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(office.app.db, actor, localDate(ON), read);
const newCase = () => aCase().denied('2026-01-20', 'medical-necessity').in(office);
const notesOf = () =>
  asSeenBy(office.person('caseworker'), (tx) =>
    tx.select().from(caseNotes).where(eq(caseNotes.caseId, caseId)),
  );
const mentionsOf = (actor: UserActor) =>
  asSeenBy(actor, (tx) =>
    tx
      .select({ userId: noteMentions.userId, seenAt: noteMentions.seenAt })
      .from(noteMentions)
      .where(eq(noteMentions.caseId, caseId)),
  );
const marksOf = (actor: UserActor) =>
  asSeenBy(actor, (tx) => tx.select().from(unreadMarks).where(eq(unreadMarks.caseId, caseId)));

describe('a call', () => {
  test('is kept with who called, how it went, the name and the reference number', async () => {
    caseId = await newCase();
    valueOf(
      await add({
        kind: 'call',
        withWhom: 'plan',
        spokeWith: 'Marcus B.',
        referenceNumber: 'C-5519037',
        callDirection: 'outgoing',
        callResult: 'spoke',
      }),
    );
    expect(await notesOf()).toMatchObject([
      {
        kind: 'call',
        withWhom: 'plan',
        spokeWith: 'Marcus B.',
        referenceNumber: 'C-5519037',
        callDirection: 'outgoing',
        callResult: 'spoke',
      },
    ]);
  });

  test('that nobody took, or that ended in a message left, is no contact with the client', async () => {
    caseId = await newCase();
    const call = { kind: 'call', withWhom: 'client', callDirection: 'outgoing' };
    valueOf(await add({ ...call, callResult: 'no-answer' }));
    valueOf(await add({ ...call, callResult: 'voicemail' }));
    expect((await office.read(caseId, ON))?.lastContactOn).toBeNull();
    valueOf(await add({ ...call, callResult: 'spoke' }));
    expect((await office.read(caseId, ON))?.lastContactOn).toBe(ON);
  });

  test('turned into a note keeps neither direction nor result', async () => {
    caseId = await newCase();
    valueOf(await add({ kind: 'note', callDirection: 'incoming', callResult: 'spoke' }));
    expect(await notesOf()).toMatchObject([{ kind: 'note', callDirection: null, callResult: null }]);
  });

  test('that lies ahead is refused', async () => {
    caseId = await newCase();
    expect(violationsOf(await add({ kind: 'call', happenedOn: '2/21/26' }))[0]?.field).toBe('happenedOn');
    expect(await notesOf()).toEqual([]);
  });
});

describe('a mention', () => {
  test('reaches whoever is named, marks the case unread for them and is on the record', async () => {
    caseId = await newCase();
    valueOf(await add({ body: '@Tom Bradshaw, can you call the clinic?' }));
    expect(await mentionsOf(tom)).toEqual([{ userId: tom.userId, seenAt: null }]);
    expect(await marksOf(tom)).toHaveLength(1);
    const [event] = await asSeenBy(tom, (tx) =>
      tx
        .select({ changes: auditEvents.changes })
        .from(auditEvents)
        .where(and(eq(auditEvents.caseId, caseId), eq(auditEvents.event, 'note.added'))),
    );
    expect(event?.changes).toContainEqual({ field: 'mentionedIds', from: null, to: [tom.userId] });
  });

  test('of oneself tells nobody', async () => {
    caseId = await newCase();
    valueOf(await add({ body: '@Tom Bradshaw will do it.' }, tom));
    expect(await mentionsOf(tom)).toEqual([]);
  });

  test.each([
    ['nobody', '@Tommy should know.'],
    ['a reviewer, who reads no notes', '@Rae should know.'],
    ['more than one', '@Test should know.'],
  ])('of %s is refused, and nothing is kept', async (_whom, body) => {
    caseId = await newCase();
    expect(violationsOf(await add({ body }))[0]).toMatchObject({ field: 'body' });
    expect(await notesOf()).toEqual([]);
  });

  test('on a restricted case is refused where the colleague may not know of it', async () => {
    caseId = await newCase();
    const leader = office.person('supervisor');
    valueOf(
      await office.run(
        restrictCase,
        restrictionInput,
        { caseId, ground: 'staff-conflict', reason: 'A colleague’s own case.', namedIds: [] },
        { on: ON, as: leader },
      ),
    );
    const [violation] = violationsOf(await add({ body: '@Tom should know.' }, leader));
    expect(violation?.message).toContain('Tom Bradshaw');
    valueOf(await add({ body: '@Test caseworker, please read.' }, leader));
    expect(await mentionsOf(leader)).toEqual([{ userId: office.person('caseworker').userId, seenAt: null }]);
  });
});
