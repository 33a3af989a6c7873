import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn } from '../../../lib/access/sign-in.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import type { Role } from '../../../lib/db/vocabulary.ts';
import { accessStateOf } from '../../../lib/people/access-state.ts';
import { changeRole } from '../../../lib/people/change-role.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import { endSessions } from '../../../lib/people/end-sessions-of-person.ts';
import {
  deactivationInput,
  factorRemovalInput,
  personChoice,
  personInput,
  reactivationInput,
  roleInput,
} from '../../../lib/people/input.ts';
import { invitePerson } from '../../../lib/people/invite-person.ts';
import { listPeople, readPerson } from '../../../lib/people/queries.ts';
import { reactivatePerson } from '../../../lib/people/reactivate-person.ts';
import { removeSecondFactor } from '../../../lib/people/remove-second-factor.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { openColleague } from '../../support/account.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import {
  morningOf,
  openTestOffice,
  TEST_PASS_PHRASE,
  type TestOffice,
  valueOf,
  violationsOf,
} from '../../support/office.ts';
import { configure } from '../../support/second-factor.ts';

let database: TestDatabase;
let office: TestOffice;
let other: TestOffice;
const DAY = '2026-06-11';
const NOW = morningOf(localDate(DAY));
const CALLER = { address: '192.0.2.1', device: 'Firefox on Linux' };

beforeAll(async () => {
  database = await cloneDatabase();
  configure(database);
  office = await openTestOffice(database);
  other = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await other.close();
  await database.drop();
});

const administrator = () => office.person('administrator');
const colleague = (role: Role) => openColleague(office, role);
const deactivate = (personId: string, as = administrator()) =>
  office.run(deactivatePerson, deactivationInput, { personId, reason: 'Moved away.' }, { on: DAY, as });
const giveRole = (personId: string, role: Role, as = administrator()) =>
  office.run(changeRole, roleInput, { personId, role, reason: '' }, { on: DAY, as });
const signInAs = (email: string, password = TEST_PASS_PHRASE) =>
  signIn(office.app.db, { email, password }, CALLER, NOW);
const read = (personId: string) =>
  inOffice(office.app.db, administrator(), localDate(DAY), (tx) => readPerson(tx, personId));

const sessionsOf = async (personId: string) => {
  const { rows } = await office.owner.pool.query<{ because: string | null }>(
    'select ended_because as because from sessions where user_id = $1 order by created_at',
    [personId],
  );
  return rows.map(({ because }) => because);
};
const lastEvent = async (personId: string, event: string) => {
  const { rows } = await office.owner.pool.query<{ actor_id: string; changes: unknown; reason: string }>(
    'select actor_id, changes, reason from audit_events where subject_id = $1 and event = $2 order by id desc limit 1',
    [personId, event],
  );
  return rows[0];
};

test('refuses an address that has an account in this office or another', async () => {
  const invite = (email: string, at: TestOffice) =>
    at.run(
      invitePerson,
      personInput,
      { name: 'Nia', email, role: 'caseworker' },
      { on: DAY, as: at.person('administrator') },
    );
  valueOf(await invite('taken@example.org', office));
  expect(violationsOf(await invite('TAKEN@example.org', office))).toMatchObject([{ field: 'email' }]);
  expect(violationsOf(await invite('taken@example.org', other))).toMatchObject([{ field: 'email' }]);
});

describe('a role', () => {
  test('changes at once: the sessions opened under the former one end, and the record keeps both', async () => {
    const { id, email } = await colleague('caseworker');
    await signInAs(email);
    valueOf(await giveRole(id, 'supervisor'));
    expect(await read(id)).toMatchObject({ role: 'supervisor' });
    expect(await sessionsOf(id)).toEqual(['role-changed']);
    expect(await lastEvent(id, 'person.role-changed')).toMatchObject({
      actor_id: administrator().userId,
      changes: [{ field: 'role', from: 'caseworker', to: 'supervisor' }],
    });
  });

  test('is not one’s own to change, nor taken from the last administrator, nor given twice', async () => {
    const { userId } = administrator();
    expect(violationsOf(await giveRole(userId, 'caseworker'))).toMatchObject([
      { message: 'Nobody changes their own role.' },
    ]);
    expect(violationsOf(await giveRole(userId, 'caseworker', office.person('supervisor')))).toMatchObject([
      { message: 'This is the office’s last administrator.' },
    ]);
    const { id } = await colleague('caseworker');
    expect(violationsOf(await giveRole(id, 'caseworker'))).toMatchObject([{ field: 'role' }]);
  });

  test('of a reviewer is not given to whoever still owns open cases', async () => {
    const { id, actor } = await colleague('caseworker');
    await office.openCase({ on: '2026-06-01', as: actor, ownerId: id });
    expect(violationsOf(await giveRole(id, 'reviewer'))).toMatchObject([
      { message: 'They still own open cases.' },
    ]);
  });

  test('of two administrators, taken from each other at once, is kept by one', async () => {
    const [first, second] = [await colleague('administrator'), await colleague('administrator')];
    const outcomes = await Promise.all([
      giveRole(administrator().userId, 'caseworker', first.actor),
      giveRole(first.id, 'caseworker', second.actor),
      giveRole(second.id, 'caseworker', administrator()),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    await office.owner.pool.query(`update users set role = 'administrator' where id = $1`, [
      administrator().userId,
    ]);
    await office.owner.pool.query(`update users set role = 'caseworker' where id = any($1)`, [
      [first.id, second.id],
    ]);
  });
});

describe('an account', () => {
  test('is ended at once with its sessions and links, and keeps its name', async () => {
    const { id, email } = await colleague('caseworker');
    await signInAs(email);
    valueOf(await deactivate(id));
    expect(await sessionsOf(id)).toEqual(['deactivated']);
    expect(await signInAs(email)).toMatchObject({ ok: false });
    const listed = await inOffice(office.app.db, administrator(), localDate(DAY), listPeople);
    expect(listed.at(-1)).toMatchObject({ deactivatedAt: expect.any(Date) });
    expect(violationsOf(await deactivate(id))).toHaveLength(1);
  });

  test('is given back as it was, and says so in the record', async () => {
    const { id, email } = await colleague('supervisor');
    const reactivate = () =>
      office.run(
        reactivatePerson,
        reactivationInput,
        { personId: id, reason: 'Back again.' },
        { on: DAY, as: administrator() },
      );
    expect(violationsOf(await reactivate())).toHaveLength(1);
    valueOf(await deactivate(id));
    valueOf(await reactivate());
    expect(await signInAs(email)).toMatchObject({ ok: true });
    expect(await lastEvent(id, 'person.reactivated')).toMatchObject({ reason: 'Back again.' });
  });

  test('is not ended by its own person, nor where it is the last administrator’s', async () => {
    const { userId } = administrator();
    expect(violationsOf(await deactivate(userId))).toMatchObject([
      { message: 'Nobody deactivates their own account.' },
    ]);
    expect(violationsOf(await deactivate(userId, office.person('supervisor')))).toMatchObject([
      { message: 'This is the office’s last administrator.' },
    ]);
  });

  test('stays while a restricted case relies on its person alone, whoever asks', async () => {
    const lead = await colleague('supervisor');
    const worker = office.person('caseworker');
    const caseId = await office.openCase({ on: '2026-06-01', ownerId: worker.userId });
    const restrict = { caseId, ground: 'staff-conflict', reason: 'A colleague’s family.', namedIds: '' };
    valueOf(await office.run(restrictCase, restrictionInput, restrict, { on: '2026-06-02', as: lead.actor }));
    expect(violationsOf(await deactivate(lead.id))).toMatchObject([
      { message: 'A restricted case relies on this person alone.' },
    ]);
    expect(violationsOf(await giveRole(lead.id, 'caseworker'))).toMatchObject([
      { message: 'A restricted case relies on this person alone.' },
    ]);
    valueOf(await giveRole(lead.id, 'administrator'));
  });
});

test('signs somebody out everywhere for an administrator, once', async () => {
  const { id, email } = await colleague('caseworker');
  const end = () => office.run(endSessions, personChoice, { personId: id }, { on: DAY, as: administrator() });
  await signInAs(email);
  await signInAs(email);
  valueOf(await end());
  expect(await sessionsOf(id)).toEqual(['revoked', 'revoked']);
  expect(violationsOf(await end())).toMatchObject([{ message: 'They are signed in nowhere.' }]);
});

describe('a lost second factor', () => {
  const remove = (personId: string) =>
    office.run(
      removeSecondFactor,
      factorRemovalInput,
      { personId, reason: 'Lost phone; spoke with them.' },
      { on: DAY, as: administrator() },
    );

  test('is removed with its recovery codes and sessions, and the record says why', async () => {
    const { id, email } = await colleague('caseworker');
    await signInAs(email);
    await office.owner.pool.query(
      `with f as (insert into second_factors (user_id, office_id, sealed_secret, confirmed_at) values ($1, $2, 'sealed', now()))
       insert into recovery_codes (office_id, user_id, code_hash) values ($2, $1, 'hash')`,
      [id, office.officeId],
    );
    expect(await read(id)).toMatchObject({ hasSecondFactor: true });
    expect(valueOf(await remove(id))).toMatchObject({ person: { id, email } });
    expect(await read(id)).toMatchObject({ hasSecondFactor: false });
    expect(await sessionsOf(id)).toEqual(['factor-changed']);
    const { rows } = await office.owner.pool.query(
      'select replaced_at is not null as replaced from recovery_codes where user_id = $1',
      [id],
    );
    expect(rows).toEqual([{ replaced: true }]);
    expect(await lastEvent(id, 'second-factor.removed')).toMatchObject({
      reason: 'Lost phone; spoke with them.',
    });
  });

  test('is not removed where there is none, nor one’s own', async () => {
    const { id } = await colleague('caseworker');
    expect(violationsOf(await remove(id))).toMatchObject([{ message: 'They have no second factor.' }]);
    expect(violationsOf(await remove(administrator().userId))).toHaveLength(1);
  });
});

test('finds nobody of another office, whatever is asked', async () => {
  const stranger = other.person('caseworker').userId;
  expect(await deactivate(stranger)).toMatchObject({ ok: false, because: 'not-found' });
  expect(await giveRole(stranger, 'supervisor')).toMatchObject({ ok: false, because: 'not-found' });
  expect(await read(stranger)).toBeNull();
});

describe('how a person comes in', () => {
  const invitation = {
    sentAt: new Date('2026-06-10T16:00:00Z'),
    expiresAt: new Date('2026-06-13T16:00:00Z'),
    usedAt: null,
    withdrawnAt: null,
  };
  const nobody = { deactivatedAt: null, hasPassword: false, hasIdentity: false, invitation: null };
  test.each([
    ['not-invited', nobody],
    ['invited', { ...nobody, invitation }],
    ['expired', { ...nobody, invitation: { ...invitation, expiresAt: NOW } }],
    ['withdrawn', { ...nobody, invitation: { ...invitation, withdrawnAt: NOW } }],
    ['single-sign-on', { ...nobody, hasIdentity: true, invitation }],
    ['password', { ...nobody, hasPassword: true, hasIdentity: true }],
    ['deactivated', { ...nobody, hasPassword: true, deactivatedAt: NOW }],
  ])('%s follows from what is recorded', (kind, person) => {
    expect(accessStateOf(person, NOW).kind).toBe(kind);
  });
});
