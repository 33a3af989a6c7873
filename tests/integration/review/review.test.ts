import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { EVERYTHING, type ReviewFilter } from '../../../lib/review/list-filter.ts';
import { listReview, readReview, readReviewedCase } from '../../../lib/review/queries.ts';
import { recordReading } from '../../../lib/review/record-reading.ts';
import { reviewLines } from '../../../lib/review/review-file.ts';
import { CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
let reviewer: UserActor;
let restrictedId: string;
const KEY = Buffer.alloc(32, 3);
const today = localDate('2026-07-20');

/** Everything about a person that the Safe Harbor rule has taken out, as this test seeds it. */
const IDENTIFIERS = [
  'Rosario',
  'Villaseñor',
  'Ana Villa',
  '619',
  'rosario@example.org',
  'Imperial Ave',
  'XEA-9901',
  'GR-7720',
  'C-5519037',
  'lumbar fusion',
  'Section 4.2',
  'Dr. Amrit Sethi',
  'bring the X-rays',
  'cried on the phone',
  'letter from the surgeon',
  '2026-000001',
  'Famous',
];
const STORY = {
  on: '2026-05-04',
  line: 'dmhc',
  name: 'Rosario Villaseñor',
  birthOn: '1980-03-02',
  phone: '(619) 555-0177',
  email: 'rosario@example.org',
  address: '1200 Imperial Ave, San Diego',
  memberNumber: 'XEA-9901',
  representativeName: 'Ana Villa',
  denialLetterOn: '2026-05-01',
  denialService: 'lumbar fusion',
  denialBases: ['medical-necessity'],
  denialContractProvision: 'Section 4.2',
} as const;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
  reviewer = office.person('reviewer');
  const caseId = await new CaseStory(STORY)
    .withGrievance('2026-05-11', { planReference: 'GR-7720', certifiedBy: 'Dr. Amrit Sethi' })
    .answered('2026-06-05')
    .filed('2026-06-15')
    .in(office);
  await office.run(
    addNote,
    noteInput,
    { caseId, kind: 'note', happenedOn: '2026-06-01', body: 'She cried on the phone.' },
    { on: '2026-06-01' },
  );
  valueOf(
    await office.run(
      addDeadline,
      manualDeadlineInput,
      {
        caseId,
        title: 'letter from the surgeon',
        owedBy: 'client',
        dueOn: '8/1/26',
        note: 'bring the X-rays',
      },
      { on: '2026-06-16' },
    ),
  );
  const closedId = await new CaseStory({ on: '2026-06-01', line: 'mediCal', name: 'Walter Closed' }).in(
    office,
  );
  valueOf(
    await office.run(
      closeCase,
      closureInput,
      { caseId: closedId, outcome: 'lost-contact' },
      { on: '2026-06-11' },
    ),
  );
  restrictedId = await office.openCase({ on: '2026-06-01', line: 'cdi', name: 'Famous Person' });
  valueOf(
    await office.run(
      restrictCase,
      restrictionInput,
      { caseId: restrictedId, ground: 'well-known-person', reason: 'Famous.' },
      { on: '2026-06-01', as: office.person('supervisor') },
    ),
  );
  await other.openCase({ on: '2026-06-01', line: 'dmhc', name: 'Elsewhere' });
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const review = (change: Partial<ReviewFilter> = {}, as: UserActor = reviewer) =>
  inOffice(office.app.db, as, today, (tx) =>
    readReview(tx, { id: office.officeId, key: KEY }, { ...EVERYTHING, ...change }),
  );
const one = (reference: string, as: UserActor = reviewer) =>
  inOffice(office.app.db, as, today, (tx) => readReviewedCase(tx, { id: as.officeId, key: KEY }, reference));
const file = async () =>
  [
    ...reviewLines(
      await inOffice(office.app.db, reviewer, today, (tx) =>
        listReview(tx, { id: office.officeId, key: KEY }, EVERYTHING),
      ),
    ),
  ].join('');

describe('what a reviewer reads', () => {
  test('has no name, contact, number, free text, date or id in it, on any page or in the file', async () => {
    const page = await review();
    const cases = await Promise.all(page.cases.map(({ reference }) => one(reference)));
    const text = JSON.stringify([page, cases]) + (await file());
    for (const identifier of IDENTIFIERS) expect(text).not.toContain(identifier);
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(text).not.toMatch(/\d{1,2}\/\d{1,2}\/\d{2,4}/);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(text).not.toContain('manual.');
  });

  test('is the case in days from its first event', async () => {
    const { cases } = await review({ program: 'commercial' });
    expect(cases).toHaveLength(1);
    const [found] = cases;
    expect(found).toMatchObject({
      yearOpened: 2026,
      program: 'commercial',
      regulator: 'DMHC',
      bases: ['medical-necessity'],
      outcome: null,
      closedOnDay: null,
      planAnswer: 'upheld',
      determination: null,
    });
    expect(found?.clocks.find(({ rule }) => rule === 'ca.grv.resolve')).toEqual({
      rule: 'ca.grv.resolve',
      owedBy: 'plan',
      startsOnDay: 10,
      dueOnDay: 40,
      metOnDay: 35,
      standing: 'met',
    });
    expect(found?.clocks.find(({ rule }) => rule === 'ca.grv.ack')).toMatchObject({ standing: 'ended' });
    expect(await one(found?.reference ?? '')).toEqual(found);
  });

  test('counts what the list holds, under every filter', async () => {
    const { totals, years, cases } = await review();
    expect(years).toEqual([2026]);
    expect(totals.caseCount).toBe(2);
    expect(cases).toHaveLength(2);
    expect(totals.outcomes).toEqual([
      { outcome: 'lost-contact', count: 1 },
      { outcome: 'open', count: 1 },
    ]);
    expect(totals.clocks.find(({ rule }) => rule === 'ca.grv.resolve')?.counts).toMatchObject({ met: 1 });
    expect((await review({ outcome: 'lost-contact' })).cases).toMatchObject([{ closedOnDay: 10 }]);
    expect((await review({ outcome: 'open', program: 'medi-cal' })).totals.caseCount).toBe(0);
    expect((await review({ year: 2025 })).totals.caseCount).toBe(0);
    expect((await review({ regulator: 'unknown' })).totals.caseCount).toBe(0);
  });

  test('is the same for a supervisor who is named on a restricted case: it is in no review', async () => {
    expect(await review({}, office.person('supervisor'))).toEqual(await review());
  });

  test('ends at the office: another office’s reference leads nowhere', async () => {
    const [reference] = (
      await inOffice(other.app.db, other.person('reviewer'), today, (tx) =>
        readReview(tx, { id: other.officeId, key: KEY }, EVERYTHING),
      )
    ).cases.map((each) => each.reference);
    expect(reference).toMatch(/^R-/);
    expect(await one(reference ?? '')).toBeNull();
    expect(await one(restrictedId)).toBeNull();
  });

  test('is put on the office’s record', async () => {
    valueOf(
      await inUnitOfWork(office.app.db, reviewer, morningOf(today), (unit) =>
        recordReading(unit, { what: 'file' }),
      ),
    );
    const { rows } = await office.owner.pool.query(
      `select actor_id, changes from audit_events where event = 'review.read' and office_id = $1`,
      [office.officeId],
    );
    expect(rows).toEqual([
      { actor_id: reviewer.userId, changes: [{ field: 'what', from: null, to: 'file' }] },
    ]);
  });
});

test('the file has a line for each clock, under plain words', async () => {
  const [head, ...lines] = (await file()).trimEnd().split('\r\n');
  expect(head).toContain('"reference","year_opened","program"');
  const page = await review();
  expect(lines).toHaveLength(page.cases.reduce((sum, { clocks }) => sum + Math.max(clocks.length, 1), 0));
  expect(lines.join()).toContain('"Not medically necessary"');
});

describe('what the database keeps from a reviewer, asked in SQL as the app’s role', () => {
  test.each([
    'clients',
    'case_search_terms',
    'case_notes',
    'case_closures',
    'manual_deadlines',
    'date_adjustments',
    'reminders',
    'audit_events',
    'restrictions',
    'named_people',
    'legal_holds',
    'erasure_proposals',
    'covers',
  ])('every row of %s', async (table) => {
    const count = (as: UserActor) =>
      inOffice(office.app.db, as, today, async (tx) => {
        const { rows } = await tx.execute<{ count: number }>(`select count(*)::int as count from ${table}`);
        return rows[0]?.count;
      });
    expect(await count(reviewer)).toBe(0);
    if (['clients', 'case_search_terms', 'case_notes', 'manual_deadlines', 'audit_events'].includes(table))
      expect(await count(office.person('supervisor'))).toBeGreaterThan(0);
  });
});
