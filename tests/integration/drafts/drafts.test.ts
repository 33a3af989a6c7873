import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import type { Role } from '../../../lib/db/vocabulary.ts';
import { readDraftPath } from '../../../lib/drafts/draft-place.ts';
import { expireDrafts } from '../../../lib/drafts/expire-drafts.ts';
import { keepDraft } from '../../../lib/drafts/keep-draft.ts';
import { listBegunForms, readKeptDraft } from '../../../lib/drafts/queries.ts';
import { dropDraft } from '../../../lib/drafts/repository.ts';
import { done } from '../../../lib/errors.ts';
import { createLogger } from '../../../lib/log.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { saveOnce } from '../../../lib/saved-forms/save-once.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

const NOW = new Date('2026-06-12T17:42:00Z');
const notePath = (caseId: string) => `/cases/${caseId}/note`;

type Typed = Record<string, string | string[]>;
const keep = (
  path: string,
  typed: Typed | null,
  { as = office.person('caseworker'), at = NOW, formId = null as string | null, draftId = '' } = {},
) => keepDraft({ db: office.app.db, actor: as, now: at, formId }, { path, draftId, typed });

const read = (path: string, options: { as?: UserActor; version?: number; at?: Date } = {}) => {
  const actor = options.as ?? office.person('caseworker');
  return inOffice(office.app.db, actor, localDate('2026-06-12'), (tx) =>
    readKeptDraft(tx, actor, path, options.at ?? NOW, options.version),
  );
};

async function draftCount(): Promise<number> {
  const { rows } = await office.owner.pool.query<{ count: number }>(
    'select count(*)::int as count from drafts where office_id = $1',
    [office.officeId],
  );
  return rows[0]?.count ?? 0;
}

test('a form opens with what was typed into it last, and says when', async () => {
  const path = notePath(await aCase().in(office));
  expect(await read(path)).toBeNull();
  await keep(path, { body: 'She called' });
  await keep(path, { body: 'She called back', bases: ['a', 'b'] });
  expect(await read(path)).toEqual({
    id: expect.any(String),
    values: { body: 'She called back', bases: ['a', 'b'] },
    keptAt: '10:42 am',
    changes: null,
  });
  expect((await read(path, { at: new Date('2026-06-14T17:00:00Z') }))?.keptAt).toBe('Jun 12, 2026, 10:42 am');
  await keep(path, null, { draftId: (await read(path))?.id ?? '' });
  expect(await read(path)).toBeNull();
});

test('a form discards and saves away what was typed into it or what it opened with, and nothing typed elsewhere since', async () => {
  const path = notePath(await aCase().in(office));
  const [one, other] = [randomUUID(), randomUUID()];
  await keep(path, { body: 'One' }, { formId: one });
  await keep(path, { body: 'Other' }, { formId: other });
  await keep(path, null, { formId: one });
  expect((await read(path))?.values).toEqual({ body: 'Other' });
  const openedWith = (await read(path))?.id ?? '';
  await keep(path, { body: 'Other, more' }, { formId: other });
  await keep(path, null, { formId: randomUUID(), draftId: openedWith });
  expect((await read(path))?.values).toEqual({ body: 'Other, more' });
  await keep(path, null, { formId: other });
  expect(await read(path)).toBeNull();
});

test('a keeping says under which id the form finds its draft again', async () => {
  const path = notePath(await aCase().in(office));
  const kept = await keep(path, { body: 'Half' }, { formId: randomUUID() });
  expect(kept).toEqual({ draftId: (await read(path))?.id });
  expect(await keep(path, null, { draftId: (await read(path))?.id ?? '' })).toEqual({ draftId: null });
  expect(await read(path)).toBeNull();
});

test('intake keeps one draft a person, though it belongs to no case', async () => {
  await keep('/cases/new', { name: 'Ana' });
  const before = await draftCount();
  await keep('/cases/new', { name: 'Ana Prueba' });
  expect(await draftCount()).toBe(before);
  expect((await read('/cases/new'))?.values).toEqual({ name: 'Ana Prueba' });
  expect(await read('/cases/new', { as: office.person('supervisor') })).toBeNull();
});

test('nobody else sees a draft, neither a colleague nor a leader, whatever they ask the database', async () => {
  const path = notePath(await aCase().in(office));
  await keep(path, { body: 'Half a thought' });
  for (const role of ['supervisor', 'administrator', 'reviewer'] as const) {
    const actor = office.person(role);
    expect(await read(path, { as: actor })).toBeNull();
    const rows = await inOffice(office.app.db, actor, localDate('2026-06-12'), (tx) =>
      tx.execute(`select 1 from drafts`),
    );
    expect(rows.rows).toEqual([]);
    const stolen = inUnitOfWork(office.app.db, actor, NOW, async (unit) => {
      const { rowCount } = await unit.tx.execute(`update drafts set user_id = '${actor.userId}'`);
      expect(rowCount).toBe(0);
      return { ok: false, because: 'not-found' } as const;
    });
    expect((await stolen).ok).toBe(false);
  }
});

test('nothing is kept for another office’s case, or for what is no form', async () => {
  const foreign = await aCase().in(neighbor);
  const before = await draftCount();
  expect(await keep(notePath(foreign), { body: 'x' })).toBe('nowhere');
  expect(await keep(notePath(randomUUID()), { body: 'x' })).toBe('nowhere');
  expect(await keep('/settings', { body: 'x' })).toBe('nowhere');
  expect(await draftCount()).toBe(before);
});

test('a draft typed before others changed the case says who changed what', async () => {
  const caseId = await aCase().in(office);
  const opened = (await office.read(caseId, '2026-06-12'))?.version ?? 0;
  await keep(notePath(caseId), { body: 'Half', version: String(opened) });
  expect((await read(notePath(caseId), { version: opened }))?.changes).toBeNull();
  valueOf(
    await office.run(
      addNote,
      noteInput,
      { caseId, kind: 'call', happenedOn: '6/12/2026', body: 'Called the plan.' },
      { on: '2026-06-12', as: office.person('supervisor') },
    ),
  );
  const now = (await office.read(caseId, '2026-06-12'))?.version ?? 0;
  const draft = await read(notePath(caseId), { version: now });
  expect(draft?.changes).toEqual([expect.objectContaining({ who: 'Test supervisor' })]);
  // A letter counts its own changes, and asks for none of the case's.
  expect((await read(notePath(caseId)))?.changes).toBeNull();
});

test('what arrives after its form was saved brings no draft back, and waits for a save under way', async () => {
  const caseId = await aCase().in(office);
  const path = notePath(caseId);
  const actor = office.person('caseworker');
  const formId = randomUUID();
  await keep(path, { body: 'Half' }, { formId });
  const gate = Promise.withResolvers<void>();
  const saving = inUnitOfWork(office.app.db, actor, NOW, (unit) =>
    saveOnce(unit, formId, async () => {
      const place = readDraftPath(path);
      if (place) await dropDraft(unit.tx, actor, place, { formId, draftId: null });
      unit.record({ event: 'note.added', caseId, subjectId: randomUUID() });
      await gate.promise;
      return done(`/cases/${caseId}`);
    }),
  );
  await expect
    .poll(async () => {
      const { rows } = await office.owner.pool.query<{ held: number }>(
        `select count(*)::int as held from pg_locks where locktype = 'advisory' and granted`,
      );
      return rows[0]?.held;
    })
    .toBeGreaterThan(0);
  const late = keep(path, { body: 'Half of it' }, { formId });
  gate.resolve();
  expect((await saving).ok).toBe(true);
  expect(await late).toBe('saved');
  expect(await read(path)).toBeNull();
});

test('a case tells its reader what they began on it, and nobody else', async () => {
  const caseId = await aCase().in(office);
  await keep(notePath(caseId), { body: 'Half' }, { at: new Date('2026-06-11T17:42:00Z') });
  await keep(`/cases/${caseId}/take-action`, { body: 'Half' });
  const begunBy = (role: Role) =>
    inOffice(office.app.db, office.person(role), localDate('2026-06-12'), (tx) =>
      listBegunForms(tx, caseId, localDate('2026-06-12')),
    );
  expect(await begunBy('caseworker')).toEqual([
    { path: `/cases/${caseId}/take-action`, keptAt: '10:42 am' },
    { path: notePath(caseId), keptAt: 'Jun 11, 2026, 10:42 am' },
  ]);
  expect(await begunBy('supervisor')).toEqual([]);
});

test('a draft that nobody went on with for 30 days is forgotten by the worker’s role', async () => {
  const [old, newer] = [notePath(await aCase().in(office)), notePath(await aCase().in(office))];
  await keep(old, { body: 'Old' }, { at: new Date('2026-05-13T17:00:00Z') });
  await keep(newer, { body: 'Newer' }, { at: new Date('2026-05-13T18:00:00Z') });
  const context = {
    db: office.worker.db,
    log: createLogger('test', 'silent'),
    clock: () => new Date('2026-06-12T17:30:00Z'),
  };
  expect(await expireDrafts(context, { officeId: office.officeId })).toMatchObject({ expiredDrafts: 1 });
  expect(await read(old)).toBeNull();
  expect((await read(newer))?.values).toEqual({ body: 'Newer' });
});
