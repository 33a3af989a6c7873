import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput, placementInput, undoMoveInput } from '../../../lib/cases/input.ts';
import { placeCases } from '../../../lib/cases/place-cases.ts';
import { undoMove } from '../../../lib/cases/undo-move.ts';
import { inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { previewMove } from '../../../lib/workload/preview-move.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let priya: UserActor;
const DAY = '2026-06-11';
let caseIds: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  priya = await addColleague(office, 'Priya Raman', 'caseworker');
});
beforeEach(async () => {
  caseIds = [await open(), await open(), await open()];
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const open = () => office.openCase({ on: '2026-06-01' });
const supervisor = () => office.person('supervisor');
const worker = () => office.person('caseworker');
const assign = (ids: readonly string[], ownerId = priya.userId, more: Record<string, unknown> = {}) =>
  office.run(
    assignCases,
    assignmentInput,
    { caseIds: [...ids], ownerId, ...more },
    { on: DAY, as: supervisor() },
  );
const undo = (moveId: string, { on = DAY, as = supervisor() }: { on?: string; as?: UserActor } = {}) =>
  office.run(undoMove, undoMoveInput, { moveId }, { on, as });
const close = (caseId: string) =>
  office.run(
    closeCase,
    closureInput,
    { caseId, outcome: 'client-withdrew', note: '' },
    { on: DAY, as: supervisor() },
  );
const restrict = (caseId: string) =>
  office.run(
    restrictCase,
    restrictionInput,
    { caseId, ground: 'staff-conflict', reason: 'A colleague’s family.', namedIds: '' },
    { on: DAY, as: supervisor() },
  );
const ownersOf = async (ids: readonly string[]) => {
  const { rows } = await office.owner.pool.query<{ id: string; owner_id: string }>(
    'select id, owner_id from cases where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.owner_id);
};

test('moves what can go and says of the rest why it stays', async () => {
  const [closed = '', restricted = '', plain = ''] = caseIds;
  valueOf(await close(closed));
  valueOf(await restrict(restricted));
  const theirs = await open();
  valueOf(await assign([theirs]));
  const typed = { caseIds: [...caseIds, theirs], ownerId: priya.userId };
  const tried = await inUnitOfWork(
    office.app.db,
    supervisor(),
    momentOf(DAY),
    (unit) => previewMove(unit, typed, () => assignCases(unit, assignmentInput().parse(typed))),
    { dryRun: true },
  );
  expect(valueOf(tried)).toMatchObject({ movedCount: 1 });
  expect(
    valueOf(tried)
      .stays.map(({ because }) => because)
      .toSorted(),
  ).toEqual(['already theirs', 'closed', 'restricted, and the colleague is not named on it']);

  const moved = valueOf(await assign([...caseIds, theirs]));
  expect(moved.movedIds).toEqual([plain]);
  expect(await ownersOf([restricted, plain])).toEqual([worker().userId, priya.userId]);
});

test('hands cases to several colleagues in one act, and only those that were chosen', async () => {
  const [first = '', second = '', third = ''] = caseIds;
  const placements = [
    `${first}:${priya.userId}`,
    `${second}:${supervisor().userId}`,
    `${third}:${priya.userId}`,
  ];
  const moved = valueOf(
    await office.run(
      placeCases,
      placementInput,
      { caseIds: [first, second], placements, fromId: worker().userId, reason: 'Leave.' },
      { on: DAY, as: supervisor() },
    ),
  );
  expect(moved.movedCount).toBe(2);
  expect(await ownersOf(caseIds)).toEqual([priya.userId, supervisor().userId, worker().userId]);
});

test('moves no case that belongs to somebody else than the page showed', async () => {
  const [first = '', second = ''] = caseIds;
  valueOf(await assign([first], supervisor().userId));
  const placements = [first, second].map((id) => `${id}:${priya.userId}`);
  const moved = valueOf(
    await office.run(
      placeCases,
      placementInput,
      { caseIds: [first, second], placements, fromId: worker().userId },
      { on: DAY, as: supervisor() },
    ),
  );
  expect(moved.stays).toMatchObject([{ caseId: first, because: 'moved-since' }]);
});

test('reads a placement only whole, and each case once', () => {
  const parse = (placements: string[]) =>
    placementInput().safeParse({ caseIds, placements, fromId: priya.userId }).success;
  const [first] = caseIds;
  expect(parse([`${first}:${priya.userId}`])).toBe(true);
  expect(parse([`${first}:`])).toBe(false);
  expect(parse([`${first}:${priya.userId}`, `${first}:${randomUUID()}`])).toBe(false);
});

describe('undoing a move', () => {
  test('puts the cases and their clocks back where they were, once, and the record keeps both', async () => {
    const { moveId } = valueOf(await assign(caseIds));
    expect(valueOf(await undo(moveId))).toEqual({ movedCount: 3, keptCount: 0 });
    expect(new Set(await ownersOf(caseIds))).toEqual(new Set([worker().userId]));
    expect(violationsOf(await undo(moveId))).toHaveLength(1);
    const { rows } = await office.owner.pool.query(
      `select changes from audit_events where case_id = $1 and event = 'case.assigned' order by id`,
      [caseIds[0]],
    );
    expect(rows).toEqual([
      { changes: [{ field: 'ownerId', from: worker().userId, to: priya.userId }] },
      { changes: [{ field: 'ownerId', from: priya.userId, to: worker().userId }] },
    ]);
  });

  test('leaves alone what somebody moved or closed since, even where it came back to the same hands', async () => {
    const [again = '', closed = '', plain = ''] = caseIds;
    const { moveId } = valueOf(await assign(caseIds));
    valueOf(await assign([again], supervisor().userId));
    valueOf(await assign([again]));
    valueOf(await close(closed));
    expect(valueOf(await undo(moveId))).toEqual({ movedCount: 1, keptCount: 2 });
    expect(await ownersOf([again, closed, plain])).toEqual([priya.userId, priya.userId, worker().userId]);
  });

  test('is for whoever moved them, on the same day', async () => {
    const { moveId } = valueOf(await assign(caseIds));
    expect(violationsOf(await undo(moveId, { as: office.person('administrator') }))).toHaveLength(1);
    expect(violationsOf(await undo(moveId, { on: '2026-06-12' }))).toMatchObject([
      { message: 'A move can be undone on the day it was made.' },
    ]);
    expect(violationsOf(await undo(randomUUID()))).toHaveLength(1);
    expect(valueOf(await undo(moveId)).movedCount).toBe(3);
  });

  test('gives no case back to somebody who has left', async () => {
    const gone = await addColleague(office, `Tom ${randomUUID().slice(0, 8)}`, 'caseworker');
    const caseId = await office.openCase({ on: '2026-06-01', as: gone, ownerId: gone.userId });
    const { moveId } = valueOf(await assign([caseId]));
    await office.owner.pool.query('update users set deactivated_at = now() where id = $1', [gone.userId]);
    expect(violationsOf(await undo(moveId))).toMatchObject([{ message: /Nothing was put back/ }]);
  });

  test('takes nobody off a restricted case that the move opened to them', async () => {
    const [caseId = ''] = caseIds;
    valueOf(await restrict(caseId));
    const { moveId } = valueOf(await assign([caseId], priya.userId, { nameOwner: 'on' }));
    expect(violationsOf(await undo(moveId))).toHaveLength(1);
    expect(await ownersOf([caseId])).toEqual([priya.userId]);
  });

  test('gives no case to a former owner who may not know of it any more', async () => {
    const [caseId = '', other = ''] = caseIds;
    const { moveId } = valueOf(await assign([caseId, other]));
    valueOf(await restrict(caseId));
    expect(valueOf(await undo(moveId))).toEqual({ movedCount: 1, keptCount: 1 });
    expect(await ownersOf([caseId, other])).toEqual([priya.userId, worker().userId]);
  });
});
