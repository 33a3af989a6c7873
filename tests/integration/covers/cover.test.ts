import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { pacificToday } from '../../../lib/calendar/clock.ts';
import { type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { readCase } from '../../../lib/cases/load-case.ts';
import { arrangeCover } from '../../../lib/covers/arrange-cover.ts';
import { endCover } from '../../../lib/covers/end-cover.ts';
import { coverEndInput, coverInput } from '../../../lib/covers/input.ts';
import { previewCover } from '../../../lib/covers/preview-cover.ts';
import { listCovered, listCovers, readCoverForm } from '../../../lib/covers/queries.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { countGroups } from '../../../lib/worklist/agenda.ts';
import { readAgenda } from '../../../lib/worklist/queries.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let absent: UserActor;
let cover: UserActor;
let third: UserActor;
let supervisor: UserActor;
let administrator: UserActor;
const ON = '2026-11-20';
const DAYS = { fromOn: '11/23/26', untilOn: '11/27/26' };

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  absent = office.person('caseworker');
  supervisor = office.person('supervisor');
  administrator = office.person('administrator');
  cover = await addColleague(office, 'Tom Cover', 'caseworker');
  third = await addColleague(office, 'Priya Third', 'caseworker');
  return () => office.close();
});

const arrange = (more: Record<string, unknown> = {}, as = supervisor, on = ON) =>
  office.run(
    arrangeCover,
    coverInput,
    { absentId: absent.userId, coverId: cover.userId, ...DAYS, ...more },
    { on, as },
  );
const end = (arrangementId: string, on = ON, as = supervisor) =>
  office.run(endCover, coverEndInput, { arrangementId }, { on, as });
const reading = <T>(as: UserActor, today: LocalDate, read: Parameters<typeof inOffice<T>>[3]): Promise<T> =>
  inOffice(office.app.db, as, today, read);
const coveredOn = (day: LocalDate, by = cover) =>
  reading(by, day, async (tx) => (await listCovered(tx, by.userId, day)).map(({ name }) => name));
const sees = async (who: UserActor, caseId: string, day: string) =>
  (await reading(who, localDate(day), (tx) => readCase(tx, caseId))) !== null;
const restrictedCase = async () => {
  const caseId = await aCase('dmhc', '2026-11-02').withGrievance('2026-11-05').in(office);
  valueOf(
    await office.run(
      restrictCase,
      restrictionInput,
      { caseId, ground: 'other', reason: 'Only these.' },
      { on: '2026-11-05', as: supervisor },
    ),
  );
  return caseId;
};

describe('the days of a cover', () => {
  test('begin and end at midnight in California', async () => {
    valueOf(await arrange());
    const at = (instant: string) => coveredOn(pacificToday(new Date(instant)));
    expect(await at('2026-11-23T07:59:59Z')).toEqual([]);
    expect(await at('2026-11-23T08:00:00Z')).toEqual(['Test caseworker']);
    expect(await at('2026-11-28T07:59:59Z')).toEqual(['Test caseworker']);
    expect(await at('2026-11-28T08:00:00Z')).toEqual([]);
  });

  test('bring the absent person’s clocks to the colleague’s Today', async () => {
    const caseId = await aCase('dmhc', '2026-11-02').withGrievance('2026-11-02').in(office);
    valueOf(await arrange());
    const today = localDate('2026-11-24');
    const agendaOf = (owners: readonly string[]) =>
      reading(cover, today, (tx) => readAgenda(tx, owners, today));
    expect(countGroups((await agendaOf([cover.userId])).days, today)).toMatchObject({ month: 0 });
    const agenda = await agendaOf([cover.userId, absent.userId]);
    expect(agenda.groups.month.map((row) => [row.caseId, row.ownerId])).toContainEqual([
      caseId,
      absent.userId,
    ]);
  });

  test('bring the absent owner’s mails to the colleague, and not before or after', async () => {
    await aCase('dmhc', '2026-10-28').withGrievance('2026-10-28').in(office);
    valueOf(await arrange());
    const to = async (on: string) => {
      const box = outbox();
      expect(await sweep(office, on, box)).toMatchObject({ errors: 0 });
      return box.sent;
    };
    const isTo = (name: string) => (message: { to: string }) => message.to.startsWith(name);
    const before = await to('2026-11-20');
    expect(before.some(isTo('caseworker'))).toBe(true);
    expect(before.some(isTo('tom'))).toBe(false);
    const meanwhile = [...(await to('2026-11-24')), ...(await to('2026-11-26')), ...(await to('2026-11-27'))];
    expect(meanwhile.some(isTo('caseworker'))).toBe(false);
    expect(meanwhile.find(isTo('tom'))?.text.replaceAll(/\s+/g, ' ')).toContain(
      'you cover for Test caseworker through Friday, November 27, 2026',
    );
    // The cover ended on the Friday; what lapsed that day is told when the office opens again.
    const after = await to('2026-11-30');
    expect(after.some(isTo('caseworker'))).toBe(true);
    expect(after.some(isTo('tom'))).toBe(false);
  });
});

describe('restricted cases of the absent person', () => {
  test('open to the colleague only where they were ticked, and only for these days', async () => {
    const ticked = await restrictedCase();
    const unticked = await restrictedCase();
    valueOf(await arrange({ namedCaseIds: ticked }));
    expect(await sees(cover, ticked, '2026-11-22')).toBe(false);
    expect(await sees(cover, ticked, '2026-11-23')).toBe(true);
    expect(await sees(cover, ticked, '2026-11-27')).toBe(true);
    expect(await sees(cover, ticked, '2026-11-28')).toBe(false);
    expect(await sees(cover, unticked, '2026-11-25')).toBe(false);
    const { rows } = await office.owner.pool.query<{ event: string; case_id: string | null }>(
      `select event, case_id, changes from audit_events where office_id = $1 and event ~ 'cover|restriction-changed' order by id`,
      [office.officeId],
    );
    expect(rows.map(({ event, case_id }) => [event, case_id])).toEqual([
      ['cover.arranged', null],
      ['case.restriction-changed', ticked],
    ]);
    expect(JSON.stringify(rows[0])).not.toContain(ticked);
  });

  test('are offered to those who may decide about them, and refused to others', async () => {
    const caseId = await restrictedCase();
    const offered = async (as: UserActor) =>
      (
        await reading(as, localDate(ON), (tx) => readCoverForm(tx, absent.userId, as.userId, localDate(ON)))
      )?.restricted.map(({ id }) => id);
    expect(await offered(supervisor)).toEqual([caseId]);
    expect(await offered(administrator)).toEqual([]);
    expect(violationsOf(await arrange({ namedCaseIds: caseId }, administrator))[0]?.field).toBe(
      'namedCaseIds',
    );
  });

  test('send their mails to the owner while the cover does not know of them', async () => {
    await restrictedCase();
    valueOf(await arrange());
    const box = outbox();
    for (const on of ['2026-11-23', '2026-11-24', '2026-11-25']) await sweep(office, on, box);
    expect(box.sent.some(({ to }) => to.startsWith('tom'))).toBe(false);
  });

  test('close again when the cover is called off', async () => {
    const caseId = await restrictedCase();
    const { arrangementId } = valueOf(await arrange({ namedCaseIds: caseId }));
    expect(await sees(cover, caseId, '2026-11-24')).toBe(true);
    valueOf(await end(arrangementId, '2026-11-24'));
    expect(await sees(cover, caseId, '2026-11-24')).toBe(false);
    expect(await coveredOn(localDate('2026-11-24'))).toEqual([]);
  });

  test('close again when somebody who does not know of them calls the cover off', async () => {
    const caseId = await restrictedCase();
    const { arrangementId } = valueOf(await arrange({ namedCaseIds: caseId }));
    expect(await sees(cover, caseId, '2026-11-24')).toBe(true);
    valueOf(await end(arrangementId, '2026-11-24', administrator));
    expect(await sees(cover, caseId, '2026-11-24')).toBe(false);
  });

  test('stay closed under a later cover that does not name them, arranged by whoever called the first one off', async () => {
    const caseId = await restrictedCase();
    const { arrangementId } = valueOf(await arrange({ namedCaseIds: caseId, untilOn: '12/31/26' }));
    valueOf(await end(arrangementId, '2026-11-24', administrator));
    valueOf(await arrange({ fromOn: '12/1/26', untilOn: '12/5/26' }, administrator, '2026-11-25'));
    expect(await sees(cover, caseId, '2026-12-02')).toBe(false);
    const again = { fromOn: '12/10/26', untilOn: '12/11/26', namedCaseIds: caseId };
    valueOf(await arrange(again, supervisor, '2026-11-26'));
    expect(await sees(cover, caseId, '2026-12-10')).toBe(true);
  });

  test('send no mail to a supervisor whose cover of them was called off by somebody who does not know of them', async () => {
    const second = await addColleague(office, 'Second Supervisor', 'supervisor');
    const caseId = await restrictedCase();
    const covering = { coverId: second.userId, namedCaseIds: caseId };
    const { arrangementId } = valueOf(await arrange(covering));
    const mailedTo = async (...days: string[]) => {
      const box = outbox();
      for (const on of days) expect(await sweep(office, on, box)).toMatchObject({ errors: 0 });
      return box.sent.map(({ to }) => to.split('@')[0]?.replace(/-[0-9a-f-]{36}$/, ''));
    };
    valueOf(await end(arrangementId, '2026-11-23', administrator));
    const told = await mailedTo('2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27');
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain('second-supervisor');
    // A later cover of the same two people that does not name the case changes nothing.
    const later = { coverId: second.userId, fromOn: '12/1/26', untilOn: '12/31/26' };
    valueOf(await arrange(later, administrator, '2026-11-30'));
    expect(await mailedTo('2026-12-01', '2026-12-02', '2026-12-03')).not.toContain('second-supervisor');
  });

  test('stay with a colleague who is named on them for good', async () => {
    const caseId = await aCase('dmhc', '2026-11-02').in(office);
    valueOf(
      await office.run(
        restrictCase,
        restrictionInput,
        { caseId, ground: 'other', reason: 'Only these.', namedIds: cover.userId },
        { on: '2026-11-05', as: supervisor },
      ),
    );
    const { arrangementId } = valueOf(await arrange({ namedCaseIds: caseId }));
    valueOf(await end(arrangementId));
    expect(await sees(cover, caseId, '2026-12-24')).toBe(true);
  });
});

test('the preview counts what comes with the cover, writes nothing and passes refusals on', async () => {
  await aCase('dmhc', '2026-11-02').withGrievance('2026-11-02').in(office);
  const restricted = await restrictedCase();
  const preview = (more: Record<string, unknown> = {}) => {
    const now = morningOf(localDate(ON));
    const typed = { absentId: absent.userId, coverId: cover.userId, ...DAYS, ...more };
    const input = coverInput(localDate(ON)).parse(typed);
    return inUnitOfWork(
      office.app.db,
      supervisor,
      now,
      (unit) => previewCover(unit, input, () => arrangeCover(unit, input)),
      { dryRun: true },
    );
  };
  expect(valueOf(await preview())).toMatchObject({ coverName: 'Tom Cover', caseCount: 1, warnings: [] });
  expect(valueOf(await preview({ namedCaseIds: restricted }))).toMatchObject({ caseCount: 2 });
  expect(violationsOf(await preview({ untilOn: '11/22/26' }))[0]?.field).toBe('untilOn');
  expect(await reading(supervisor, localDate(ON), (tx) => listCovers(tx, localDate(ON)))).toEqual([]);
});

describe('arranging', () => {
  test.each([
    ['oneself', () => ({ coverId: absent.userId }), 'coverId', 'Nobody covers for themselves.'],
    ['a reviewer', () => ({ coverId: office.person('reviewer').userId }), 'coverId', /cannot cover/],
    ['days in the wrong order', () => ({ untilOn: '11/22/26' }), 'untilOn', /before the first/],
    ['days that are over', () => ({ fromOn: '11/2/26', untilOn: '11/19/26' }), 'untilOn', /over already/],
    ['more than a year', () => ({ untilOn: '11/24/27' }), 'untilOn', /a year at most/],
  ])('refuses %s', async (_, more, field, message) => {
    const [violation] = violationsOf(await arrange(more()));
    expect(violation?.field).toBe(field);
    expect(violation?.message).toMatch(message);
  });

  test('refuses somebody who can no longer sign in, on either side', async () => {
    const deactivate = async (person: UserActor) => {
      await office.owner.pool.query('update users set deactivated_at = now() where id = $1', [person.userId]);
    };
    await deactivate(cover);
    expect(violationsOf(await arrange())[0]?.message).toBe(
      'Tom Cover can no longer sign in and cannot cover.',
    );
    await deactivate(absent);
    expect(violationsOf(await arrange({ coverId: third.userId }))[0]?.message).toBe(
      'Test caseworker can no longer sign in.',
    );
  });

  test('refuses a second cover on the same days, by whoever it is', async () => {
    valueOf(await arrange());
    const [violation] = violationsOf(
      await arrange({ coverId: third.userId, fromOn: '11/27/26', untilOn: '12/1/26' }),
    );
    expect(violation?.message).toBe(
      'Tom Cover covers for Test caseworker already, Mon, Nov 23, 2026 through Fri, Nov 27, 2026.',
    );
    expect(await arrange({ coverId: third.userId, fromOn: '11/28/26', untilOn: '12/1/26' })).toMatchObject({
      ok: true,
    });
  });

  test('is not handed on: a chain is arranged and its gap is said', async () => {
    valueOf(await arrange());
    valueOf(await arrange({ absentId: cover.userId, coverId: third.userId }));
    const today = localDate('2026-11-24');
    expect(await coveredOn(today, third)).toEqual(['Tom Cover']);
    const covers = await reading(supervisor, today, (tx) => listCovers(tx, today));
    expect(covers.flatMap(({ warnings }) => warnings).toSorted()).toEqual([
      'Tom Cover covers for Test caseworker, Mon, Nov 23, 2026 through Fri, Nov 27, 2026. That is not handed on: Test caseworker needs another cover.',
      'Tom Cover is away too, Mon, Nov 23, 2026 through Fri, Nov 27, 2026. Priya Third covers Tom Cover’s own cases then, and nobody covers Test caseworker’s.',
    ]);
  });

  test('finds nobody of another office', async () => {
    const neighbor = await openTestOffice(database);
    const foreign = neighbor.person('caseworker').userId;
    expect(await arrange({ coverId: foreign })).toEqual({ ok: false, because: 'not-found' });
    expect(await arrange({ absentId: foreign })).toEqual({ ok: false, because: 'not-found' });
    const { arrangementId } = valueOf(await arrange());
    expect(
      await neighbor.run(
        endCover,
        coverEndInput,
        { arrangementId },
        { on: ON, as: neighbor.person('supervisor') },
      ),
    ).toEqual({ ok: false, because: 'not-found' });
    await neighbor.close();
  });

  test('is called off once', async () => {
    const { arrangementId } = valueOf(await arrange());
    valueOf(await end(arrangementId));
    expect(violationsOf(await end(arrangementId))[0]?.message).toBe('This cover is over already.');
  });
});
