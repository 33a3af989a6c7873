import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOfSession, signIn } from '../../../lib/access/sign-in.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { addPerson } from '../../../lib/people/add-person.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import { deactivationInput, personInput } from '../../../lib/people/input.ts';
import { listPeople, readPerson } from '../../../lib/people/queries.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const PASSWORD = 'correct horse battery';

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const add = (email: string, at = office) =>
  at.run(
    addPerson,
    personInput,
    { name: 'Nia Newcomer', email, role: 'caseworker', password: PASSWORD },
    { on: '2026-06-10', as: at.person('administrator') },
  );
const deactivate = (personId: string, as = office.person('administrator')) =>
  office.run(
    deactivatePerson,
    deactivationInput,
    { personId, reason: 'Moved away.' },
    { on: '2026-06-11', as },
  );

test('lets a newcomer sign in with the first password, whatever the case of the address', async () => {
  const { personId } = valueOf(await add('Nia@example.org'));
  const session = await signIn(office.app.db, 'nia@EXAMPLE.org', PASSWORD);
  expect(session?.userId).toBe(personId);
  expect(await actorOfSession(office.app.db, session?.sessionId ?? '')).toMatchObject({
    name: 'Nia Newcomer',
    role: 'caseworker',
    officeId: office.officeId,
  });
});

test('refuses an address that has an account in this office or another', async () => {
  valueOf(await add('taken@example.org'));
  expect(violationsOf(await add('TAKEN@example.org'))).toMatchObject([{ field: 'email' }]);
  expect(violationsOf(await add('taken@example.org', other))).toMatchObject([{ field: 'email' }]);
});

test('keeps no password in the record', async () => {
  const { rows } = await office.owner.pool.query<{ changes: string }>(
    'select changes::text as changes from audit_events',
  );
  expect(rows.map(({ changes }) => changes).join()).not.toContain(PASSWORD);
  expect(rows.map(({ changes }) => changes).join()).not.toContain('$argon2');
});

test('ends a person’s sessions at once when they are deactivated, and keeps their name', async () => {
  const { personId } = valueOf(await add('leaver@example.org'));
  const session = await signIn(office.app.db, 'leaver@example.org', PASSWORD);
  valueOf(await deactivate(personId));
  expect(await actorOfSession(office.app.db, session?.sessionId ?? '')).toBeNull();
  expect(await signIn(office.app.db, 'leaver@example.org', PASSWORD)).toBeNull();
  const listed = await inOffice(
    office.app.db,
    office.person('administrator'),
    localDate('2026-06-11'),
    (tx) => listPeople(tx),
  );
  expect(listed.at(-1)).toMatchObject({ id: personId, deactivatedAt: expect.any(Date) });
  expect(violationsOf(await deactivate(personId))).toHaveLength(1);
});

test('keeps the last administrator and oneself', async () => {
  const administrator = office.person('administrator');
  expect(violationsOf(await deactivate(administrator.userId))).toMatchObject([
    { message: 'Nobody deactivates their own account.' },
  ]);
  expect(violationsOf(await deactivate(administrator.userId, office.person('supervisor')))).toMatchObject([
    { message: 'This is the office’s last administrator.' },
  ]);
});

test('finds nobody of another office', async () => {
  const stranger = other.person('caseworker');
  expect(await deactivate(stranger.userId)).toMatchObject({ ok: false, because: 'not-found' });
  const read = await inOffice(office.app.db, office.person('administrator'), localDate('2026-06-11'), (tx) =>
    readPerson(tx, stranger.userId),
  );
  expect(read).toBeNull();
});
