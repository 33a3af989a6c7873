import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput, reopeningInput } from '../../../lib/cases/input.ts';
import { reopenCase } from '../../../lib/cases/reopen-case.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { changeRole } from '../../../lib/people/change-role.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import { deactivationInput, roleInput } from '../../../lib/people/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { openColleague } from '../../support/account.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let leaver: { id: string; actor: UserActor };
const DAY = '2026-06-11';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
beforeEach(async () => {
  leaver = await openColleague(office, 'caseworker');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const administrator = () => office.person('administrator');
const caseworker = () => office.person('caseworker');
const supervisor = () => office.person('supervisor');
const theirCase = () => office.openCase({ on: '2026-06-01', as: leaver.actor, ownerId: leaver.id });
const deactivate = (placements: readonly string[] = []) =>
  office.run(
    deactivatePerson,
    deactivationInput,
    { personId: leaver.id, reason: 'Moved away.', placements: [...placements] },
    { on: DAY, as: administrator() },
  );
const assign = (caseId: string, ownerId = leaver.id) =>
  office.run(assignCases, assignmentInput, { caseIds: caseId, ownerId }, { on: DAY, as: supervisor() });
const beReviewer = () =>
  office.run(
    changeRole,
    roleInput,
    { personId: leaver.id, role: 'reviewer', reason: '' },
    { on: DAY, as: administrator() },
  );
const reopen = (caseId: string, as: UserActor) =>
  office.run(reopenCase, reopeningInput, { caseId, reason: 'She came back.' }, { on: DAY, as });

const rowsOf = async <T extends Record<string, unknown>>(query: string, ...values: unknown[]) =>
  (await office.owner.pool.query<T>(query, values)).rows;
const ownerOf = async (caseId: string) =>
  (await rowsOf<{ owner_id: string }>('select owner_id from cases where id = $1', caseId))[0]?.owner_id;
const isGone = async () =>
  (
    await rowsOf<{ gone: boolean }>(
      'select deactivated_at is not null as gone from users where id = $1',
      leaver.id,
    )
  )[0]?.gone;
/** Open cases of people who cannot work them: there are none, whatever was tried. */
const strandedCount = async () =>
  (
    await rowsOf<{ count: number }>(
      `select count(*)::int as count from cases c join users u on u.id = c.owner_id
       where c.closed_at is null and (u.deactivated_at is not null or u.role = 'reviewer')`,
    )
  )[0]?.count;

describe('deactivating somebody', () => {
  test('hands each open case and its clocks to whom it was placed with, and ends the account, in one act', async () => {
    const [first, second] = [await theirCase(), await theirCase()];
    valueOf(await deactivate([`${first}:${caseworker().userId}`, `${second}:${supervisor().userId}`]));
    expect([await ownerOf(first), await ownerOf(second)]).toEqual([caseworker().userId, supervisor().userId]);
    expect(
      await rowsOf('select distinct owner_id from deadlines where case_id = any($1)', [first, second]),
    ).not.toContainEqual({ owner_id: leaver.id });
    expect(await isGone()).toBe(true);
    expect(
      await rowsOf(
        `select reason, changes from audit_events where case_id = $1 and event = 'case.assigned'`,
        first,
      ),
    ).toEqual([
      { reason: 'Moved away.', changes: [{ field: 'ownerId', from: leaver.id, to: caseworker().userId }] },
    ]);
  });

  test('is refused, and moves nothing, while one case is placed with nobody', async () => {
    const [first] = [await theirCase(), await theirCase()];
    expect(violationsOf(await deactivate([`${first}:${caseworker().userId}`]))).toMatchObject([
      { message: 'They still own open cases.' },
    ]);
    expect([await ownerOf(first), await isGone()]).toEqual([leaver.id, false]);
  });

  test('leaves a case where it is that somebody else took or closed meanwhile', async () => {
    const [taken, closed] = [await theirCase(), await theirCase()];
    valueOf(await assign(taken, supervisor().userId));
    const closing = { caseId: closed, outcome: 'client-withdrew', note: '' };
    valueOf(await office.run(closeCase, closureInput, closing, { on: DAY, as: leaver.actor }));
    const placed = [taken, closed].map((caseId) => `${caseId}:${caseworker().userId}`);
    expect(valueOf(await deactivate(placed)).movedIds).toEqual([]);
    expect([await ownerOf(taken), await isGone()]).toEqual([supervisor().userId, true]);
  });

  test('says no more than that of a restricted case which the administrator may not know of', async () => {
    const caseId = await theirCase();
    const restrict = { caseId, ground: 'staff-conflict', reason: 'A colleague’s family.', namedIds: '' };
    valueOf(await office.run(restrictCase, restrictionInput, restrict, { on: DAY, as: supervisor() }));
    expect(violationsOf(await deactivate())).toMatchObject([
      { message: 'A restricted case is still theirs.' },
    ]);
    expect(violationsOf(await beReviewer())).toMatchObject([{ message: 'They still own open cases.' }]);
    expect(await isGone()).toBe(false);
  });

  test('places no case with somebody who has left or only reads', async () => {
    const caseId = await theirCase();
    expect(violationsOf(await deactivate([`${caseId}:${office.person('reviewer').userId}`]))).toMatchObject([
      { field: 'ownerId' },
    ]);
    expect(violationsOf(await deactivate([`${caseId}:${leaver.id}`]))).toMatchObject([
      { message: 'They still own open cases.' },
    ]);
  });
});

describe('at the same moment', () => {
  test('a case is handed to somebody, or their account is ended, and never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      leaver = await openColleague(office, 'caseworker');
      const caseId = await office.openCase({ on: '2026-06-01' });
      const outcomes = await Promise.all([assign(caseId), deactivate()]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await strandedCount()).toBe(0);
    }
  });

  test('a case is handed to somebody, or they become a reviewer, and never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      leaver = await openColleague(office, 'caseworker');
      const caseId = await office.openCase({ on: '2026-06-01' });
      const outcomes = await Promise.all([beReviewer(), assign(caseId)]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await strandedCount()).toBe(0);
    }
  });

  test('somebody leaves while colleagues save on their cases, and nothing of it is lost', async () => {
    for (let round = 0; round < 6; round += 1) {
      leaver = await openColleague(office, 'caseworker');
      const theirs = await Promise.all([theirCase(), theirCase(), theirCase(), theirCase()]);
      const last = theirs.toSorted().at(-1) ?? '';
      const entry = { caseId: last, kind: 'note', happenedOn: '6/11/2026', body: 'She called.' };
      const note = () => office.run(addNote, noteInput, entry, { on: DAY, as: caseworker() });
      const placements = theirs.map((caseId) => `${caseId}:${caseworker().userId}`);
      const [left, noted] = await Promise.all([deactivate(placements), note()]);
      expect([left.ok, noted.ok]).toEqual([true, true]);
    }
  });

  test('their closed case is reopened, and belongs to somebody who is still there', async () => {
    for (let round = 0; round < 6; round += 1) {
      leaver = await openColleague(office, 'caseworker');
      const caseId = await theirCase();
      const closing = { caseId, outcome: 'client-withdrew', note: '' };
      valueOf(await office.run(closeCase, closureInput, closing, { on: DAY, as: leaver.actor }));
      const [reopened] = await Promise.all([reopen(caseId, supervisor()), deactivate()]);
      expect(reopened).toMatchObject({ ok: true });
      expect(await strandedCount()).toBe(0);
    }
  });
});

test('a case whose owner left comes to whoever reopens it, with its clocks, and the record says so', async () => {
  const caseId = await office.openCase({
    on: '2026-06-01',
    line: 'dmhc',
    as: leaver.actor,
    ownerId: leaver.id,
    denialReceivedOn: '6/1/26',
    grievanceReceivedOn: '6/1/26',
  });
  const closing = { caseId, outcome: 'client-withdrew', note: '' };
  valueOf(await office.run(closeCase, closureInput, closing, { on: DAY, as: leaver.actor }));
  valueOf(await deactivate());
  valueOf(await reopen(caseId, supervisor()));
  expect(await ownerOf(caseId)).toBe(supervisor().userId);
  const clocks = await rowsOf('select distinct owner_id from deadlines where case_id = $1', caseId);
  expect(clocks).toEqual([{ owner_id: supervisor().userId }]);
  const events = await rowsOf<{ changes: unknown[] }>(
    `select changes from audit_events where case_id = $1 and event = 'case.reopened'`,
    caseId,
  );
  expect(events[0]?.changes).toContainEqual({
    field: 'ownerId',
    from: leaver.id,
    to: supervisor().userId,
  });
});

test('hands on to colleagues before it makes somebody a reviewer', async () => {
  const caseId = await theirCase();
  expect(violationsOf(await beReviewer())).toMatchObject([{ field: 'role' }]);
  valueOf(await assign(caseId, supervisor().userId));
  valueOf(await beReviewer());
});

describe('the database, whatever program writes to it,', () => {
  const refusal = (constraint: string): unknown => expect.objectContaining({ constraint });

  test('ends no account and makes nobody a reviewer who owns an open case, one that few may see included', async () => {
    await theirCase();
    for (const change of [`deactivated_at = now()`, `role = 'reviewer'`])
      await expect(rowsOf(`update users set ${change} where id = $1`, leaver.id)).rejects.toEqual(
        refusal('users_leave_no_case'),
      );
    const caseId = await theirCase();
    const restrict = { caseId, ground: 'staff-conflict', reason: 'A colleague’s family.', namedIds: '' };
    valueOf(await office.run(restrictCase, restrictionInput, restrict, { on: DAY, as: supervisor() }));
    await expect(rowsOf('update users set deactivated_at = now() where id = $1', leaver.id)).rejects.toEqual(
      refusal('users_leave_no_case'),
    );
  });

  test('gives no open case to whoever left or only reads, and takes the owner from none', async () => {
    const caseId = await office.openCase({ on: '2026-06-01' });
    valueOf(await deactivate());
    const give = (ownerId: string | null) =>
      rowsOf('update cases set owner_id = $2 where id = $1', caseId, ownerId);
    await expect(give(leaver.id)).rejects.toEqual(refusal('cases_owner_works'));
    await expect(give(office.person('reviewer').userId)).rejects.toEqual(refusal('cases_owner_works'));
    await expect(give(null)).rejects.toEqual(refusal('cases_keep_owner'));
  });

  test('reopens no case of somebody who left', async () => {
    const caseId = await theirCase();
    const closing = { caseId, outcome: 'client-withdrew', note: '' };
    valueOf(await office.run(closeCase, closureInput, closing, { on: DAY, as: leaver.actor }));
    valueOf(await deactivate());
    await expect(
      rowsOf(
        'update cases set closed_at = null, outcome = null, retain_until_on = null where id = $1',
        caseId,
      ),
    ).rejects.toEqual(refusal('cases_owner_works'));
  });
});
