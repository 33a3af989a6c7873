import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { assignmentInput } from '../../../lib/cases/input.ts';
import { readCase } from '../../../lib/cases/load-case.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { changeNamedPeople } from '../../../lib/restrictions/change-named-people.ts';
import { liftingInput, namedPeopleInput, restrictionInput } from '../../../lib/restrictions/input.ts';
import { liftRestriction } from '../../../lib/restrictions/lift-restriction.ts';
import { readRestriction } from '../../../lib/restrictions/queries.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let caseworker: UserActor;
let supervisor: UserActor;
let administrator: UserActor;
let colleague: UserActor;
let caseId: string;
const ON = '2026-06-10';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  caseworker = office.person('caseworker');
  supervisor = office.person('supervisor');
  administrator = office.person('administrator');
  colleague = await addColleague(office, 'Second Caseworker', 'caseworker');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(async () => {
  caseId = await aCase().denied('2026-05-01', 'medical-necessity').withGrievance('2026-06-01').in(office);
});

const restrict = (as: UserActor, more: Record<string, unknown> = {}) =>
  office.run(
    restrictCase,
    restrictionInput,
    { caseId, ground: 'domestic-violence', reason: 'The partner works next door.', ...more },
    { on: ON, as },
  );
const name = (as: UserActor, namedIds: readonly string[]) =>
  office.run(
    changeNamedPeople,
    namedPeopleInput,
    { caseId, namedIds: [...namedIds], reason: '' },
    { on: ON, as },
  );
const lift = (as: UserActor, reason = 'The partner has moved away.') =>
  office.run(liftRestriction, liftingInput, { caseId, reason }, { on: ON, as });
const assign = (as: UserActor, ownerId: string, more: Record<string, unknown> = {}) =>
  office.run(assignCases, assignmentInput, { caseIds: caseId, ownerId, ...more }, { on: ON, as });
const seenBy = async (actor: UserActor) =>
  (await inOffice(office.app.db, actor, localDate(ON), (tx) => readCase(tx, caseId))) !== null;
const namedOn = async (actor: UserActor) =>
  (await inOffice(office.app.db, actor, localDate(ON), (tx) => readRestriction(tx, caseId)))?.named.map(
    ({ id }) => id,
  );

describe('restricting a case', () => {
  test('names whoever restricts it, its owner and the colleagues chosen, and nobody else', async () => {
    expect(await restrict(supervisor)).toMatchObject({ ok: true });
    expect((await namedOn(supervisor))?.toSorted()).toEqual(
      [supervisor.userId, caseworker.userId].toSorted(),
    );
    expect(await seenBy(caseworker)).toBe(true);
    expect(await seenBy(administrator)).toBe(false);
    expect(await seenBy(colleague)).toBe(false);
  });

  test('keeps ground, reason and people in the case’s record, under its next version', async () => {
    const before = await office.read(caseId, ON);
    await restrict(supervisor, { namedIds: colleague.userId });
    const { rows } = await office.owner.pool.query(
      `select changes, reason, case_version from audit_events where event = 'case.restricted' and case_id = $1`,
      [caseId],
    );
    expect(rows).toEqual([
      {
        changes: [
          { field: 'ground', from: null, to: 'domestic-violence' },
          {
            field: 'namedIds',
            from: null,
            to: [supervisor.userId, caseworker.userId, colleague.userId],
          },
        ],
        reason: 'The partner works next door.',
        case_version: (before?.version ?? 0) + 1,
      },
    ]);
    expect(await office.read(caseId, ON)).toMatchObject({ version: (before?.version ?? 0) + 1 });
  });

  test('refuses an owner who would be its only supervisor, until another one is named', async () => {
    valueOf(await assign(supervisor, supervisor.userId));
    expect(violationsOf(await restrict(supervisor, { namedIds: colleague.userId }))[0]).toMatchObject({
      field: 'namedIds',
      message: 'Besides the case’s owner nobody named is a supervisor or administrator.',
    });
    expect(await restrict(supervisor, { namedIds: administrator.userId })).toMatchObject({ ok: true });
  });

  test('refuses reviewers, people of another office and people who are not there', async () => {
    const neighbor = await openTestOffice(database);
    for (const id of [office.person('reviewer').userId, neighbor.person('supervisor').userId, randomUUID()])
      expect(violationsOf(await restrict(supervisor, { namedIds: id }))[0]?.field).toBe('namedIds');
    await neighbor.close();
  });

  test('refuses a second restriction, a stale form and a reason left blank', async () => {
    const stale = (await office.read(caseId, ON))?.version;
    await restrict(supervisor);
    expect(violationsOf(await restrict(supervisor))[0]?.message).toBe('This case is restricted already.');
    expect(await restrict(supervisor, { version: String(stale) })).toMatchObject({ because: 'conflict' });
    expect(
      restrictionInput().safeParse({ caseId, ground: 'other', reason: ' ' }).error?.issues[0]?.message,
    ).toBe('Say why in a sentence.');
  });
});

describe('changing who is named', () => {
  test('opens the case to those added and closes it to those taken off', async () => {
    await restrict(supervisor, { namedIds: colleague.userId });
    valueOf(await name(supervisor, [administrator.userId]));
    expect(await seenBy(administrator)).toBe(true);
    expect(await seenBy(colleague)).toBe(false);
  });

  test('keeps whoever decides and the owner, whatever is sent', async () => {
    await restrict(supervisor, { namedIds: administrator.userId });
    valueOf(await name(supervisor, []));
    expect((await namedOn(supervisor))?.toSorted()).toEqual(
      [supervisor.userId, caseworker.userId].toSorted(),
    );
  });

  test('lets another named person take a supervisor off', async () => {
    await restrict(supervisor, { namedIds: administrator.userId });
    valueOf(await name(administrator, []));
    expect(await seenBy(supervisor)).toBe(false);
    expect(await seenBy(administrator)).toBe(true);
  });

  test('is not found for a supervisor or administrator who is not named', async () => {
    await restrict(supervisor);
    expect(await name(administrator, [administrator.userId])).toEqual({ ok: false, because: 'not-found' });
    expect(await lift(administrator)).toEqual({ ok: false, because: 'not-found' });
    expect(await restrict(administrator)).toEqual({ ok: false, because: 'not-found' });
  });

  test('refuses a list that changes nothing, and a case that is not restricted', async () => {
    expect(violationsOf(await name(supervisor, []))[0]?.message).toBe('This case is not restricted.');
    await restrict(supervisor);
    expect(violationsOf(await name(supervisor, []))[0]?.message).toMatch('Nothing was changed');
  });
});

describe('lifting the restriction', () => {
  test('gives the case back to the office, with the whole record', async () => {
    await restrict(supervisor);
    valueOf(await lift(supervisor));
    expect(await seenBy(administrator)).toBe(true);
    expect(await namedOn(administrator)).toBeUndefined();
    const { rows } = await office.owner.pool.query(
      `select reason from audit_events where event = 'case.restriction-lifted' and case_id = $1`,
      [caseId],
    );
    expect(rows).toEqual([{ reason: 'The partner has moved away.' }]);
    expect(violationsOf(await lift(supervisor))[0]?.message).toBe('This case is not restricted.');
  });
});

describe('handing a restricted case over', () => {
  test('goes to somebody named', async () => {
    await restrict(supervisor, { namedIds: colleague.userId });
    expect(await assign(supervisor, colleague.userId)).toMatchObject({ ok: true });
  });

  test('refuses somebody who is not named, unless they are named in the same act', async () => {
    await restrict(supervisor);
    expect(violationsOf(await assign(supervisor, colleague.userId))[0]).toMatchObject({
      field: 'ownerId',
      message: 'This case is restricted, and the colleague is not named on it.',
    });
    expect(await seenBy(colleague)).toBe(false);
    expect(await assign(supervisor, colleague.userId, { nameOwner: 'on' })).toMatchObject({ ok: true });
    expect(await seenBy(colleague)).toBe(true);
  });

  test('refuses the only supervisor named', async () => {
    await restrict(supervisor);
    expect(violationsOf(await assign(supervisor, supervisor.userId))[0]?.message).toMatch(
      'only supervisor or administrator named',
    );
  });

  test('does not find it for somebody who is not named, in a bulk move neither', async () => {
    await restrict(supervisor);
    const open = await aCase().in(office);
    const moved = await office.run(
      assignCases,
      assignmentInput,
      { caseIds: [open, caseId], ownerId: colleague.userId },
      { on: ON, as: administrator },
    );
    expect(moved).toEqual({ ok: false, because: 'not-found' });
    expect(await office.read(open, ON)).toMatchObject({ ownerId: caseworker.userId });
  });
});
