import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { mayOn, RELATIONS, type Relation } from '../../../lib/access/policy.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { assignmentInput } from '../../../lib/cases/input.ts';
import { readCase } from '../../../lib/cases/load-case.ts';
import { arrangeCover } from '../../../lib/covers/arrange-cover.ts';
import { coverInput } from '../../../lib/covers/input.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { ROLES, type Role } from '../../../lib/db/vocabulary.ts';
import { addNote } from '../../../lib/notes/add-note.ts';
import { noteInput } from '../../../lib/notes/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';

/** The cells of the policy once more, decided by the database: it knows nothing of the table in lib/access/policy.ts. */

let database: TestDatabase;
let office: TestOffice;
let neighbor: TestOffice;
let absent: UserActor;
const ON = '2026-06-10';
const today = localDate(ON);

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  neighbor = await openTestOffice(database);
  absent = await addColleague(office, 'Somebody Away', 'caseworker');
});
afterAll(async () => {
  await office.close();
  await neighbor.close();
  await database.drop();
});

/** Somebody of the office who is neither the one asked about nor away, to own and restrict cases. */
const leaderBeside = (actor: UserActor) =>
  office.person(actor.role === 'supervisor' ? 'administrator' : 'supervisor');

async function restricted(actor: UserActor, namedIds: readonly string[]): Promise<string> {
  const leader = leaderBeside(actor);
  const caseId = await office.openCase({ on: ON, as: absent });
  const restriction = { caseId, ground: 'other', reason: 'x', namedIds: [...namedIds] };
  valueOf(await office.run(restrictCase, restrictionInput, restriction, { on: ON, as: leader }));
  return caseId;
}

/** A case to which a person stands like this, or null where their role cannot stand so. */
const CASES: Readonly<Record<Relation, (actor: UserActor) => Promise<string | null>>> = {
  async own(actor) {
    if (actor.role === 'reviewer') return null;
    const caseId = await office.openCase({ on: ON, as: absent });
    const handover = { caseIds: caseId, ownerId: actor.userId };
    valueOf(await office.run(assignCases, assignmentInput, handover, { on: ON, as: leaderBeside(actor) }));
    return caseId;
  },
  others: () => office.openCase({ on: ON, as: absent }),
  async covered(actor) {
    if (actor.role === 'reviewer') return null;
    const away = await addColleague(office, `Away for ${actor.role}`, 'caseworker');
    const days = { fromOn: '6/10/26', untilOn: '6/12/26' };
    const cover = { absentId: away.userId, coverId: actor.userId, ...days };
    valueOf(await office.run(arrangeCover, coverInput, cover, { on: ON, as: office.person('supervisor') }));
    return office.openCase({ on: ON, as: away });
  },
  'restricted-named': (actor) =>
    actor.role === 'reviewer' ? Promise.resolve(null) : restricted(actor, [actor.userId]),
  'restricted-unnamed': (actor) => restricted(actor, []),
  'other-office': () => neighbor.openCase({ on: ON }),
};

const cells = ROLES.flatMap((role) => RELATIONS.map((relation): [Role, Relation] => [role, relation]));

describe.each(cells)('%s, %s', (role, relation) => {
  test('reads and writes as the policy says', async () => {
    const actor = office.person(role);
    const caseId = await CASES[relation](actor);
    if (caseId === null) return;
    const found = await inOffice(office.app.db, actor, today, (tx) => readCase(tx, caseId));
    expect(found !== null).toBe(mayOn({ role }, 'case.read', relation));
    const note = { caseId, kind: 'note', happenedOn: '6/10/26', body: 'Looked into it.' };
    const written = await office.run(addNote, noteInput, note, { on: ON, as: actor });
    expect(written.ok).toBe(mayOn({ role }, 'note.add', relation));
    if (!written.ok) expect(written.because).toBe('not-found');
  });
});
