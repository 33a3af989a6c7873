import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { viewIdInput, viewInput } from '../../../lib/saved-views/input.ts';
import { listKeptViews } from '../../../lib/saved-views/queries.ts';
import { removeView } from '../../../lib/saved-views/remove-view.ts';
import { restoreView } from '../../../lib/saved-views/restore-view.ts';
import { MOST_VIEWS } from '../../../lib/saved-views/rules.ts';
import { saveView } from '../../../lib/saved-views/save-view.ts';
import { parseListFilter } from '../../../lib/worklist/list-filter.ts';
import { listCases } from '../../../lib/worklist/queries.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const ON = '2026-06-10';
let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
let worker: UserActor;
let supervisor: UserActor;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
  worker = office.person('caseworker');
  supervisor = office.person('supervisor');
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const save = (typed: Record<string, unknown>, as = worker) =>
  office.run(saveView, viewInput, typed, { on: ON, as });
const kept = (as: UserActor, of = office) =>
  inOffice(of.app.db, as, localDate(ON), async (tx) => (await listKeptViews(tx, as.userId, null)).views);
const named = async (as: UserActor, of = office) => (await kept(as, of)).map(({ name }) => name);

describe('a view', () => {
  test('keeps the list in one form only, without the search, the page and what makes no sense', async () => {
    const { params } = valueOf(
      await save({ name: 'Plans that owe', params: 'side=theirs&page=4&find=v1.sealed&stage=lost&who=mine' }),
    );
    expect(params).toBe('side=theirs');
    valueOf(await save({ name: 'Bare', params: '' }));
    expect((await kept(worker)).map((view) => [view.name, view.params])).toEqual([
      ['Bare', 'who=mine'],
      ['Plans that owe', 'side=theirs'],
    ]);
  });

  test('is replaced by one that its owner saves under the same name', async () => {
    const { viewId } = valueOf(await save({ name: 'Late', params: 'due=past' }));
    expect(valueOf(await save({ name: 'LATE', params: 'due=week' })).viewId).toBe(viewId);
    expect((await kept(worker)).filter(({ id }) => id === viewId)).toMatchObject([
      { name: 'LATE', params: 'due=week' },
    ]);
  });

  test('is its owner’s alone until a leader shares it', async () => {
    valueOf(await save({ name: 'Mine alone', params: 'urgent=1' }));
    expect(await named(supervisor)).not.toContain('Mine alone');
    expect(violationsOf(await save({ name: 'For all', params: '', isShared: 'on' }))).toMatchObject([
      { field: 'isShared' },
    ]);
    const { viewId } = valueOf(
      await save({ name: 'Packets', params: 'stage=imr-open', isShared: 'on' }, supervisor),
    );
    const [view] = (await kept(worker)).filter(({ id }) => id === viewId);
    expect(view).toMatchObject({ isShared: true, isOwn: false, ownerName: 'Test supervisor' });
    expect(await named(other.person('administrator'), other)).toEqual([]);
  });

  test('stands beside the list of whoever sees it', async () => {
    const { views } = await inOffice(office.app.db, worker, localDate(ON), (tx) =>
      listCases(tx, parseListFilter({}, 'mine'), worker.userId, localDate(ON)),
    );
    expect(views.map(({ name, isOwn }) => [name, isOwn])).toContainEqual(['Packets', false]);
  });

  test('is removed and brought back by its owner, and a shared one by any leader', async () => {
    const { viewId } = valueOf(await save({ name: 'Shared', params: '', isShared: 'on' }, supervisor));
    const typed = { viewId };
    expect(
      violationsOf(await office.run(removeView, viewIdInput, typed, { on: ON, as: worker })),
    ).toHaveLength(1);
    const administrator = office.person('administrator');
    valueOf(await office.run(removeView, viewIdInput, typed, { on: ON, as: administrator }));
    expect(await named(worker)).not.toContain('Shared');
    expect(await office.run(removeView, viewIdInput, typed, { on: ON, as: administrator })).toMatchObject({
      because: 'not-found',
    });
    expect(
      violationsOf(await office.run(restoreView, viewIdInput, typed, { on: ON, as: worker })),
    ).toHaveLength(1);
    valueOf(await office.run(restoreView, viewIdInput, typed, { on: ON, as: supervisor }));
    expect(await named(worker)).toContain('Shared');
  });

  test('does not come back over one that took its name', async () => {
    const { viewId } = valueOf(await save({ name: 'Twice', params: '' }));
    valueOf(await office.run(removeView, viewIdInput, { viewId }, { on: ON }));
    valueOf(await save({ name: 'twice', params: 'urgent=1' }));
    expect(violationsOf(await office.run(restoreView, viewIdInput, { viewId }, { on: ON }))).toHaveLength(1);
  });

  test('of somebody else, or of another office, is not there to be removed', async () => {
    const { viewId } = valueOf(await save({ name: 'Not yours', params: '' }));
    for (const [of, as] of [
      [office, supervisor],
      [other, other.person('administrator')],
    ] as const)
      expect(await of.run(removeView, viewIdInput, { viewId }, { on: ON, as })).toMatchObject({
        because: 'not-found',
      });
  });
});

test('nobody keeps more views than can be told apart', async () => {
  const colleague = await addColleague(office, 'Ada Lang', 'caseworker');
  for (let index = 0; index < MOST_VIEWS; index += 1)
    valueOf(await save({ name: `View ${index}`, params: '' }, colleague));
  expect(violationsOf(await save({ name: 'One more', params: '' }, colleague))).toHaveLength(1);
  valueOf(await save({ name: 'View 0', params: 'urgent=1' }, colleague));
});
