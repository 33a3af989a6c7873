import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { auditEvents, caseNotes, manualDeadlines } from '../../../lib/db/schema.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { linkInput, unlinkInput } from '../../../lib/families/input.ts';
import { linkCase } from '../../../lib/families/link-case.ts';
import { listFamily } from '../../../lib/families/queries.ts';
import { unlinkCase } from '../../../lib/families/unlink-case.ts';
import { addDeadline } from '../../../lib/manual-deadlines/add-deadline.ts';
import { manualDeadlineInput } from '../../../lib/manual-deadlines/input.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const ON = '2026-02-20';
let database: TestDatabase;
let office: TestOffice;
let mother: string;
let daughter: string;
let son: string;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
let familyCount = 0;
beforeEach(async () => {
  familyCount += 1;
  const open = (name: string) => office.openCase({ on: '2026-02-02', line: 'dmhc', name });
  mother = await open(`Marta Quiroga${familyCount}`);
  daughter = await open(`Dora Quiroga${familyCount}`);
  son = await open(`Saul Quiroga${familyCount}`);
});

const numberOf = async (caseId: string) => (await office.read(caseId, ON))?.number ?? '';
const link = (caseId: string, other: string, as?: UserActor) =>
  office.run(linkCase, linkInput, { caseId, other }, { on: ON, ...(as && { as }) });
const linked = async (caseId: string, ...others: string[]) => {
  for (const other of others) valueOf(await link(caseId, await numberOf(other)));
};
const familyOf = async (caseId: string, as = office.person('caseworker')) => {
  const family = await inOffice(office.app.db, as, localDate(ON), (tx) => listFamily(tx, caseId));
  return family.map((each) => each.caseId).toSorted();
};
const eventsOf = async (caseId: string) => {
  const rows = await inOffice(office.app.db, office.person('caseworker'), localDate(ON), (tx) =>
    tx
      .select({ event: auditEvents.event, changes: auditEvents.changes, version: auditEvents.caseVersion })
      .from(auditEvents)
      .where(eq(auditEvents.caseId, caseId))
      .orderBy(asc(auditEvents.id)),
  );
  return rows;
};
const restrict = (caseId: string) =>
  office.run(
    restrictCase,
    restrictionInput,
    { caseId, ground: 'other', reason: 'Few may know.', namedIds: [] },
    { on: ON, as: office.person('supervisor') },
  );

describe('linking', () => {
  test('shows each case on the other, and is on the record of both', async () => {
    await linked(mother, daughter);
    expect(await familyOf(mother)).toEqual([daughter]);
    expect(await familyOf(daughter)).toEqual([mother]);
    for (const [caseId, other] of [
      [mother, daughter],
      [daughter, mother],
    ] as const)
      expect((await eventsOf(caseId)).at(-1)).toMatchObject({
        event: 'case.linked',
        changes: [{ field: 'linkedCaseIds', to: [other] }],
      });
  });

  test('takes a third case into the family, from either side', async () => {
    await linked(mother, daughter);
    await linked(son, daughter);
    expect(await familyOf(son)).toEqual([mother, daughter].toSorted());
    expect(await familyOf(mother)).toEqual([daughter, son].toSorted());
  });

  test('finds the other by words only it is found under, and asks for its number where several are', async () => {
    valueOf(await link(mother, `Dora Quiroga${familyCount}`));
    expect(await familyOf(mother)).toEqual([daughter]);
    const [several] = violationsOf(await link(mother, `Quiroga${familyCount}`));
    expect(several?.message).toContain(await numberOf(daughter));
    expect(several?.message).toContain(await numberOf(son));
    expect(several?.message).not.toContain(await numberOf(mother));
  });

  test('takes no case that is only like what was typed, and says which is', async () => {
    const [violation] = violationsOf(await link(mother, `Dorra Quiroga${familyCount}`));
    expect(violation).toMatchObject({ field: 'other', message: expect.stringContaining('like it') });
    expect(violation?.message).toContain(await numberOf(daughter));
    expect(await familyOf(mother)).toEqual([]);
    valueOf(await link(mother, `quiroga${familyCount} dor`));
    expect(await familyOf(mother)).toEqual([daughter]);
  });

  test('is refused with itself, with what is not there, and twice', async () => {
    for (const other of [await numberOf(mother), 'Nobody Atall'])
      expect(violationsOf(await link(mother, other))[0]?.field).toBe('other');
    await linked(mother, daughter);
    expect(violationsOf(await link(daughter, await numberOf(mother)))[0]?.message).toContain('already');
  });

  test('pours no two families together', async () => {
    await linked(mother, daughter);
    const cousin = await office.openCase({ on: '2026-02-02', name: `Carla Prima${familyCount}` });
    await linked(son, cousin);
    expect(violationsOf(await link(mother, await numberOf(son)))[0]?.message).toContain('other cases');
    expect(await familyOf(mother)).toEqual([daughter]);
  });

  test('takes no case out of a family of which only hidden cases are left to see', async () => {
    const cousin = await office.openCase({ on: '2026-02-02', name: `Carla Prima${familyCount}` });
    await linked(mother, daughter);
    await linked(son, cousin);
    valueOf(await restrict(daughter));
    const outsider = office.person('administrator');
    for (const [one, other] of [
      [mother, son],
      [son, mother],
    ] as const) {
      const [violation] = violationsOf(await link(one, await numberOf(other), outsider));
      expect(violation?.message).toBe('These two cases cannot be linked.');
      expect(JSON.stringify(violation)).not.toMatch(/restricted|other cases/);
    }
    expect(await familyOf(mother, office.person('supervisor'))).toEqual([daughter]);
    expect(await familyOf(son)).toEqual([cousin]);
  });

  test('leaves a case in a family whose other cases are hidden when another joins it', async () => {
    await linked(mother, daughter);
    valueOf(await restrict(daughter));
    valueOf(await link(son, await numberOf(mother), office.person('administrator')));
    expect(await familyOf(mother, office.person('supervisor'))).toEqual([daughter, son].toSorted());
  });

  test('is refused where one is restricted', async () => {
    valueOf(await restrict(daughter));
    const [violation] = violationsOf(await link(mother, await numberOf(daughter)));
    expect(violation?.message).toContain('restricted');
    // To whoever may not know of it, there is no such case.
    await linked(mother, son);
  });
});

test('keeps a case that was restricted since from whoever may not know of it', async () => {
  await linked(mother, daughter, son);
  const leader = office.person('supervisor');
  valueOf(await restrict(daughter));
  const outsider = office.person('administrator');
  expect(await familyOf(mother, outsider)).toEqual([son]);
  expect(await familyOf(mother, leader)).toEqual([daughter, son].toSorted());
});

test('unlinking takes one case out, leaves the others linked, and can be undone by linking again', async () => {
  await linked(mother, daughter, son);
  const unlink = () => office.run(unlinkCase, unlinkInput, { caseId: mother, otherId: daughter }, { on: ON });
  valueOf(await unlink());
  expect(await familyOf(daughter)).toEqual([]);
  expect(await familyOf(mother)).toEqual([son]);
  expect((await eventsOf(daughter)).at(-1)?.event).toBe('case.unlinked');
  expect(violationsOf(await unlink())[0]?.message).toContain('not linked');
  await linked(mother, daughter);
  expect(await familyOf(son)).toEqual([mother, daughter].toSorted());
});

describe('one act for all', () => {
  const noteOnAll = (alsoOn: string[], more: Record<string, unknown> = {}) =>
    office.run(
      addNote,
      noteInput,
      { caseId: mother, alsoOn, kind: 'call', happenedOn: 'today', body: 'Spoke with the clinic.', ...more },
      { on: ON },
    );
  const notesOf = (caseId: string) =>
    inOffice(office.app.db, office.person('caseworker'), localDate(ON), (tx) =>
      tx.select({ body: caseNotes.body }).from(caseNotes).where(eq(caseNotes.caseId, caseId)),
    );

  test('records a call on every chosen case, each with its own entry and version', async () => {
    await linked(mother, daughter, son);
    valueOf(await noteOnAll([daughter]));
    for (const caseId of [mother, daughter]) {
      expect(await notesOf(caseId)).toEqual([{ body: 'Spoke with the clinic.' }]);
      const last = (await eventsOf(caseId)).at(-1);
      expect(last?.event).toBe('call.logged');
      expect((await office.read(caseId, ON))?.version).toBe(last?.version);
    }
    expect(await notesOf(son)).toEqual([]);
  });

  test('adds a task to every chosen case', async () => {
    await linked(mother, daughter);
    valueOf(
      await office.run(
        addDeadline,
        manualDeadlineInput,
        { caseId: mother, alsoOn: daughter, title: 'Call the clinic', owedBy: 'client', dueOn: '2/27/26' },
        { on: ON },
      ),
    );
    for (const caseId of [mother, daughter]) {
      const tasks = await inOffice(office.app.db, office.person('caseworker'), localDate(ON), (tx) =>
        tx.select().from(manualDeadlines).where(eq(manualDeadlines.caseId, caseId)),
      );
      expect(tasks).toMatchObject([{ title: 'Call the clinic', dueOn: '2026-02-27' }]);
      expect((await office.read(caseId, ON))?.nextDueOn).toBe('2026-02-27');
    }
  });

  test('is recorded on none where one is closed or not of the family', async () => {
    await linked(mother, daughter);
    expect(violationsOf(await noteOnAll([daughter, son]))[0]?.message).toContain('not linked');
    valueOf(
      await office.run(closeCase, closureInput, { caseId: daughter, outcome: 'client-withdrew' }, { on: ON }),
    );
    expect(violationsOf(await noteOnAll([daughter]))[0]?.message).toContain(await numberOf(daughter));
    expect(await notesOf(mother)).toEqual([]);
    expect(await notesOf(daughter)).toEqual([]);
  });

  test('is recorded on none where one is of another office', async () => {
    const other = await openTestOffice(database);
    try {
      const foreign = await other.openCase({ on: '2026-02-02', name: 'Ajena Persona' });
      expect(await noteOnAll([foreign])).toEqual({ ok: false, because: 'not-found' });
    } finally {
      await other.close();
    }
    expect(await notesOf(mother)).toEqual([]);
  });
});
