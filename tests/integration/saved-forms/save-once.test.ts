import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { caseNotes } from '../../../lib/db/schema.ts';
import { inUnitOfWork, type UnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../../../lib/errors.ts';
import { createLogger } from '../../../lib/log.ts';
import { forgetSavedForms } from '../../../lib/saved-forms/forget-saved-forms.ts';
import { saveOnce } from '../../../lib/saved-forms/save-once.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  caseId = await aCase().in(office);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const NOW = new Date('2026-06-12T17:00:00Z');

/** Saves a form that adds one note and leads to a place named after it. */
function send(
  formId: string,
  options: { as?: UserActor; at?: Date; pause?: () => Promise<unknown>; refused?: boolean } = {},
): Promise<Outcome<string>> {
  const actor = options.as ?? office.person('caseworker');
  const add = async (unit: UnitOfWork<UserActor>): Promise<Outcome<string>> => {
    if (options.refused) return refuse();
    const id = randomUUID();
    await unit.tx.insert(caseNotes).values({
      id,
      officeId: actor.officeId,
      caseId,
      kind: 'note',
      happenedOn: unit.today,
      body: 'Called the plan',
      authorId: actor.userId,
    });
    unit.record({ event: 'note.added', caseId, subjectId: id });
    await options.pause?.();
    return done(`/cases/${caseId}?note=${id}`);
  };
  return inUnitOfWork(office.app.db, actor, options.at ?? NOW, (unit) =>
    saveOnce(unit, formId, () => add(unit)),
  );
}

async function written(): Promise<Record<string, number>> {
  const { rows } = await office.owner.pool.query<Record<string, number>>(
    `select (select count(*)::int from case_notes) as notes, (select count(*)::int from audit_events) as events,
      (select count(*)::int from saved_forms) as forms`,
  );
  return rows[0] ?? {};
}

test('a form sent again leads where it led before, and nothing is written', async () => {
  const formId = randomUUID();
  const first = await send(formId);
  const before = await written();
  expect(await send(formId)).toEqual(first);
  expect(await send(formId)).toEqual(first);
  expect(await written()).toEqual(before);
  expect(await send(randomUUID())).not.toEqual(first);
});

test('of twins one writes; the other waits and is led to the same place', async () => {
  const formId = randomUUID();
  const before = await written();
  const gate = Promise.withResolvers<void>();
  const twins = Array.from({ length: 3 }, () => send(formId, { pause: () => gate.promise }));
  await expect
    .poll(async () => {
      const { rows } = await office.owner.pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted`,
      );
      return rows[0]?.waiting;
    })
    .toBe(2);
  gate.resolve();
  const [first, ...others] = await Promise.all(twins);
  expect(first?.ok).toBe(true);
  for (const other of others) expect(other).toEqual(first);
  const after = await written();
  expect(after).toEqual({
    notes: Number(before['notes']) + 1,
    events: Number(before['events']) + 1,
    forms: Number(before['forms']) + 1,
  });
});

test('a refusal leaves the form free to be sent again, and so does a failure', async () => {
  const formId = randomUUID();
  expect((await send(formId, { refused: true })).ok).toBe(false);
  await expect(send(formId, { pause: () => Promise.reject(new Error('cut off')) })).rejects.toThrow(
    'cut off',
  );
  expect((await send(formId)).ok).toBe(true);
});

test('nobody is led by a form that somebody else saved', async () => {
  const formId = randomUUID();
  const first = await send(formId);
  const before = await written();
  await expect(send(formId, { as: office.person('supervisor') })).rejects.toThrow();
  expect(await written()).toEqual(before);
  expect(await send(formId)).toEqual(first);
});

test('numbers are forgotten once no form can carry them any more, by the worker’s role', async () => {
  const old = randomUUID();
  const first = await send(old);
  const context = { db: office.worker.db, log: createLogger('test', 'silent') };
  const daysLater = (days: number) => () => new Date(NOW.getTime() + days * 86_400_000);
  const forgetOn = (days: number) =>
    forgetSavedForms({ ...context, clock: daysLater(days) }, { officeId: office.officeId });
  expect(await forgetOn(7)).toEqual({ forgotten: 0 });
  expect(await send(old)).toEqual(first);
  expect((await forgetOn(9)).forgotten).toBeGreaterThan(0);
  expect(await forgetOn(9)).toEqual({ forgotten: 0 });
});
