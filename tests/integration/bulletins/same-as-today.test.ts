import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { listCovered } from '../../../lib/covers/queries.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { countGroups } from '../../../lib/worklist/agenda.ts';
import { type Agenda, readAgenda } from '../../../lib/worklist/queries.ts';
import { CaseStory } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { bulletinsOf, outbox, sendDigests } from '../../support/outbox.ts';

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

const fri2026Nov20 = localDate('2026-11-20');
const HEADINGS = {
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  late: /Plans (?:and others )?that are late/.source,
} as const;

/** What the page Today has for this person, read as the app reads it, bound by the database's policies. */
const todayOf = (person: UserActor, on: LocalDate): Promise<Agenda> =>
  inOffice(office.app.db, person, on, async (tx) => {
    const covered = await listCovered(tx, person.userId, on);
    return readAgenda(tx, [person.userId, ...covered.map(({ id }) => id)], on);
  });

const casesIn = (text: string) => [...text.matchAll(/cases\/([0-9a-f-]{36})/g)].map(([, id]) => id);

/** A case in the week before or after its day on some clock, so that every group gets its share. */
const aSeededCase = fc.record({
  line: fc.constantFrom('dmhc', 'cdi', 'mediCal' as const),
  daysAgo: fc.integer({ min: 0, max: 45 }),
  isOld: fc.boolean(),
  whose: fc.integer({ min: 0, max: 2 }),
  isRestricted: fc.boolean(),
});

test('tells each person the clocks and the counts that their page Today shows', async () => {
  const people = [
    office.person('caseworker'),
    await addColleague(office, 'Tom Cover', 'caseworker'),
    office.person('supervisor'),
  ];
  const seeds = fc.sample(aSeededCase, { numRuns: 40, seed: 20_261_120 });
  for (const { line, daysAgo, isOld, whose, isRestricted } of seeds) {
    const owner = people[whose];
    const on = addDays(fri2026Nov20, -daysAgo);
    const story = new CaseStory({ on, line, ...(owner && { as: owner }) });
    const told = isOld ? story.denied(addDays(on, -150), 'medical-necessity') : story.withGrievance(on);
    const caseId = await told.in(office);
    if (isRestricted)
      for (const named of people.slice(1))
        await office.owner.pool.query(
          `with r as (insert into restrictions (office_id, case_id, ground, reason, restricted_by, restricted_at)
             values ($1, $2, 'other', 'Only these.', $3, now()) on conflict do nothing)
           insert into named_people (office_id, case_id, user_id, named_by, named_at, from_on)
             values ($1, $2, $4, $3, now(), '2026-01-01')`,
          [office.officeId, caseId, office.person('supervisor').userId, named.userId],
        );
  }
  for (const ahead of [0, 3, 11]) {
    const on = addDays(fri2026Nov20, ahead);
    const box = outbox();
    await sendDigests(office, on, box);
    const rows = (await bulletinsOf(office)).filter(
      ({ forOn, kind }) => forOn === on && kind === 'morning-digest',
    );
    for (const person of people) {
      const row = rows.find(({ recipientId }) => recipientId === person.userId);
      const text = box.sent.find(({ key }) => key === row?.id)?.text ?? '';
      const agenda = await todayOf(person, on);
      const counts = countGroups(agenda.days, on);
      for (const [key, heading] of Object.entries(HEADINGS) as [keyof typeof HEADINGS, string][])
        expect(Number(new RegExp(`^${heading} \\((\\d+)\\)$`, 'm').exec(text)?.[1] ?? 0), key).toBe(
          counts[key],
        );
      const shown = (['overdue', 'today', 'week', 'late'] as const).flatMap((key) =>
        agenda.groups[key].map(({ caseId }) => caseId),
      );
      expect(casesIn(text)).toEqual(shown);
      expect(shown.length, `${person.name} on ${on}`).toBeGreaterThan(0);
    }
  }
}, 120_000);
