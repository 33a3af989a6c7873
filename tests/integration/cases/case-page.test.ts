import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { assignmentInput } from '../../../lib/cases/input.ts';
import { nextClockSentence, sentenceText } from '../../../lib/cases/next-clock-sentence.ts';
import { readCasePage, readProofPage } from '../../../lib/cases/queries.ts';
import { reminders } from '../../../lib/db/schema-reminders.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { logPlanDecision } from '../../../lib/plan-decisions/log-plan-decision.ts';
import { changesInWords } from '../../../lib/timeline/change-words.ts';
import type { TimelineFilter } from '../../../lib/timeline/list-filter.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

const NEWEST: TimelineFilter = { group: 'all', beforeId: null };
const TODAY = localDate('2026-11-21');

let database: TestDatabase;
let office: TestOffice;
let caseId: string;

const readPage = (id: string, filter = NEWEST, from = office) =>
  inOffice(from.app.db, from.person('caseworker'), TODAY, (tx) => readCasePage(tx, id, TODAY, filter));

const callOn = (on: string, body: string) =>
  office.run(
    addNote,
    noteInput,
    { caseId, kind: 'call', happenedOn: on, withWhom: 'plan', spokeWith: 'Marcus B.', body },
    { on },
  );

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  caseId = await office.openCase({
    on: '2026-10-14',
    line: 'dmhc',
    denialLetterOn: '4/14/26',
    denialBases: ['medical-necessity'],
    grievanceReceivedOn: '4/30/26',
    grievanceReceivedOnKnown: 'told-by-client',
  });
  const grievanceId = (await office.read(caseId, '2026-10-14'))?.grievances[0]?.id ?? '';
  valueOf(
    await office.run(
      correctGrievance,
      grievanceInput,
      { caseId, grievanceId, receivedOn: '5/1/26', reason: 'The plan’s letter says May 1.' },
      { on: '2026-10-15' },
    ),
  );
  valueOf(
    await office.run(
      logPlanDecision,
      planDecisionInput,
      { caseId, outcome: 'upheld', letterOn: '6/12/26', receivedOn: '6/17/26' },
      { on: '2026-10-16' },
    ),
  );
  for (let index = 1; index <= 25; index += 1) valueOf(await callOn('2026-11-12', `Call number ${index}.`));
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

test('reads the case with what the law makes of it today', async () => {
  const page = await readPage(caseId);
  expect(page && sentenceText(nextClockSentence(page.assessed))).toBe(
    'File the IMR by Mon Nov 30: 9 days, 4 of them working days. The plan answered 12 days late; two later dates may also hold, and we do not rely on them.',
  );
});

test('pages the timeline back to its first entry without losing or repeating one', async () => {
  const seen: number[] = [];
  let beforeId: number | null = null;
  for (let pages = 0; pages < 5; pages += 1) {
    const page = await readPage(caseId, { group: 'all', beforeId });
    if (!page) throw new Error('the case was not found');
    const { entries, earlierCount } = page.timeline;
    seen.push(...entries.map(({ id }) => id));
    expect(page.timelineCounts.all).toBe(28);
    if (earlierCount === 0) break;
    expect(seen.length + earlierCount).toBe(28);
    beforeId = entries.at(-1)?.id ?? null;
  }
  expect(seen).toHaveLength(28);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(new Set(seen).size).toBe(28);
});

test('filters the timeline by kind and counts every kind', async () => {
  const page = await readPage(caseId, { group: 'changes', beforeId: null });
  expect(page?.timelineCounts).toEqual({
    all: 28,
    letters: 1,
    documents: 0,
    calls: 25,
    messages: 0,
    reminders: 0,
    changes: 2,
  });
  expect(page?.timeline.entries.map(({ event }) => event)).toEqual(['grievance.corrected', 'case.opened']);
});

test('keeps the former value, how it was known and the reason of a correction', async () => {
  const page = await readPage(caseId, { group: 'changes', beforeId: null });
  const [corrected] = page?.timeline.entries ?? [];
  expect(corrected).toMatchObject({ who: 'Test caseworker', reason: 'The plan’s letter says May 1.' });
  expect(changesInWords(corrected?.changes ?? [], page?.names ?? new Map())).toEqual([
    { label: 'Received', from: 'Thu, Apr 30, 2026', to: 'Fri, May 1, 2026' },
    { label: 'Received, how known', from: 'Told by the client', to: 'On the letter or record' },
  ]);
});

test('names the people a change speaks of', async () => {
  const other = await office.openCase({ on: '2026-11-10', line: 'dmhc' });
  const supervisor = office.person('supervisor');
  valueOf(
    await office.run(
      assignCases,
      assignmentInput,
      { caseIds: other, ownerId: supervisor.userId, reason: '' },
      { on: '2026-11-11', as: supervisor },
    ),
  );
  const page = await readPage(other);
  expect(page?.names.get(supervisor.userId)).toBe('Test supervisor');
  const [assigned] = page?.timeline.entries ?? [];
  expect(changesInWords(assigned?.changes ?? [], page?.names ?? new Map())).toEqual([
    { label: 'Owner', from: 'Test caseworker', to: 'Test supervisor' },
  ]);
});

const PLANNED_AT = new Date('2026-11-16T16:00:00Z');

test('reads what the reminder ledger holds about the case', async () => {
  const supervisor = office.person('supervisor');
  valueOf(
    await inUnitOfWork(office.app.db, supervisor, morningOf(TODAY), async (unit) => {
      const row = {
        officeId: supervisor.officeId,
        caseId,
        rule: 'ca.imr.deadline.silence',
        dueOn: localDate('2026-11-30'),
        recipientId: supervisor.userId,
        plannedAt: PLANNED_AT,
      };
      const toClient = { ...row, recipientKind: 'client', sentAt: PLANNED_AT } as const;
      await unit.tx.insert(reminders).values([
        { ...row, rung: 'T-14', recipientKind: 'owner', state: 'sent', sentAt: PLANNED_AT },
        { ...toClient, rung: 'T-30', state: 'sent' },
        { ...toClient, rung: 'T-7', state: 'sent', bouncedAt: PLANNED_AT },
        { ...toClient, rung: 'T-3', state: 'failed', sentAt: null },
        { ...toClient, rung: 'T-1', state: 'failed', sentAt: null, claimedAt: PLANNED_AT },
      ]);
      unit.record({ event: 'reminder.sent', caseId });
      return done(null);
    }),
  );
  const told = { rule: 'ca.imr.deadline.silence', dueOn: '2026-11-30' };
  const ledger = (await readPage(caseId))?.said.ledger ?? [];
  expect(ledger.toSorted((a, b) => Number(b.rung.slice(2)) - Number(a.rung.slice(2)))).toEqual([
    { ...told, rung: 'T-30', state: 'sent', toClient: { at: PLANNED_AT, isLost: false } },
    { ...told, rung: 'T-14', state: 'sent' },
    { ...told, rung: 'T-7', state: 'sent', toClient: { at: PLANNED_AT, isLost: true } },
    { ...told, rung: 'T-3', state: 'failed', toClient: { at: PLANNED_AT, isLost: true } },
    // It is tried again.
    { ...told, rung: 'T-1', state: 'failed' },
  ]);
});

test('proves a date of the case, and none that it does not have', async () => {
  const prove = (rule: string) =>
    inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) =>
      readProofPage(tx, caseId, rule, TODAY),
    );
  expect((await prove('ca.imr.deadline.silence'))?.proof).toMatchObject({
    deadline: { dueOn: '2026-11-30' },
    begunBy: { event: 'grievance.receivedOn', on: '2026-05-01' },
  });
  expect(await prove('mc.hearing.file')).toBeNull();
});

test('says of a proof where the day that began the count is recorded, and who wrote it down last', async () => {
  const sourceOf = async (id: string, rule: string) => {
    const page = await inOffice(office.app.db, office.person('caseworker'), TODAY, (tx) =>
      readProofPage(tx, id, rule, TODAY),
    );
    const { noun, written } = page?.source ?? {};
    return { noun, who: written?.who, on: written?.at.toISOString().slice(0, 10) };
  };
  const who = expect.stringMatching(/caseworker/i);
  expect(await sourceOf(caseId, 'ca.imr.deadline.silence')).toEqual({
    noun: 'grievance',
    who,
    on: '2026-10-15',
  });
  const opened = await office.openCase({
    on: '2026-10-14',
    line: 'dmhc',
    denialLetterOn: '4/14/26',
    denialBases: ['medical-necessity'],
    grievanceReceivedOn: '4/30/26',
    grievanceReceivedOnKnown: 'told-by-client',
  });
  const atIntake = { who, on: '2026-10-14' };
  expect(await sourceOf(opened, 'ca.grv.resolve')).toEqual({ noun: 'grievance', ...atIntake });
  expect(await sourceOf(opened, 'ca.grv.file')).toEqual({ noun: 'denial', ...atIntake });
});

test('finds nothing in another office, under another id, or under what is no id', async () => {
  const outsider = await openTestOffice(database);
  try {
    expect(await readPage(caseId, NEWEST, outsider)).toBeNull();
  } finally {
    await outsider.close();
  }
  expect(await readPage(randomUUID())).toBeNull();
  expect(await readPage('not-an-id')).toBeNull();
});
