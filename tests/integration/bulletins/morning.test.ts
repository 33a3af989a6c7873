import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAllowance } from '../../../lib/assess-api/request-allowance.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { assignmentInput } from '../../../lib/cases/input.ts';
import { inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { answerStop } from '../../../lib/mail-events/answer-stop.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import { deactivationInput } from '../../../lib/people/input.ts';
import { answerReminder } from '../../../lib/reminder-answers/answer-reminder.ts';
import { reminderAnswerInput } from '../../../lib/reminder-answers/input.ts';
import { aCase } from '../../support/a-case.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import {
  bulletinsOf,
  clockOfCase,
  eventsOf,
  ledgerOf,
  outbox,
  sendDigests,
  sweep,
} from '../../support/outbox.ts';
import { applyOn } from '../../support/told-mail.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  return () => office.close();
});

const at = (text: string) => pacific(text).toISOString();
/** Received on a Wednesday: the plan's letter is due on Mon Nov 23, its answer on Fri Dec 18. */
const answerDueDec18 = () => aCase('dmhc', '2026-11-18').withGrievance('2026-11-18').in(office);
const toCaseworker = (box: ReturnType<typeof outbox>) =>
  box.sent.filter(({ to, unsubscribeAt }) => to === office.emailOf('caseworker') && unsubscribeAt);
const digestOf = async (day: string, recipientId = office.person('caseworker').userId) =>
  (await bulletinsOf(office)).find(
    (row) => row.kind === 'morning-digest' && row.forOn === day && row.recipientId === recipientId,
  );
const rungOf = async (caseId: string, rung: string) =>
  (await ledgerOf(office, caseId)).filter((row) => row.rung === rung && row.rule === 'ca.grv.resolve');

/** A night and a morning: what is gathered at midnight, then the digest. */
async function night(day: string, box = outbox()) {
  await sweep(office, at(`${day}T00:05`), box);
  await sendDigests(office, at(`${day}T06:00`), box);
  return box;
}

describe('the morning digest', () => {
  test('comes at six, once, and whoever has nothing due is on the books as looked at', async () => {
    await answerDueDec18();
    const box = outbox();
    await sendDigests(office, at('2026-11-20T05:59'), box);
    expect(box.sent).toEqual([]);
    await sendDigests(office, at('2026-11-20T06:00'), box);
    await sendDigests(office, at('2026-11-20T06:05'), box);
    expect(box.sent.map(({ to, subject }) => [to, subject])).toEqual([
      [office.emailOf('caseworker'), '1 this week'],
    ]);
    expect((await bulletinsOf(office)).map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
      'sent ',
      'skipped Nothing to tell.',
      'skipped Nothing to tell.',
    ]);
  });

  test('goes under its ledger id and carries the button that stops it', async () => {
    await answerDueDec18();
    const [digest] = (await night('2026-11-19')).sent;
    const row = await digestOf('2026-11-19');
    expect(digest?.key).toBe(row?.id);
    const stop = `https://recourse.example.org/api/mail/stop/${office.officeId}/${row?.stopToken}`;
    expect(digest?.unsubscribeAt).toBe(stop);
  });

  test('takes along the reminders that are far ahead and settles them with itself', async () => {
    const caseId = await answerDueDec18();
    const box = await night('2026-12-04');
    expect(toCaseworker(box).at(-1)?.text).toContain('A reminder today (1)\n\nFri Dec 18 (14 days, plan)');
    const bulletin = await digestOf('2026-12-04');
    expect(await rungOf(caseId, 'T-14')).toMatchObject([
      { state: 'sent', bulletinId: bulletin?.id, sentAt: bulletin?.sentAt },
    ]);
    const events = await eventsOf(office, caseId);
    expect(events.find(({ subjectId }) => subjectId !== caseId && subjectId)).toBeDefined();
    expect(events.filter(({ event }) => event === 'reminder.sent').at(-1)?.changes).toContainEqual({
      field: 'in',
      from: null,
      to: 'morning digest',
    });
    const { rows } = await office.owner.pool.query(
      `select event, case_id from audit_events where office_id = $1 and subject_id = $2`,
      [office.officeId, bulletin?.id],
    );
    expect(rows).toEqual([{ event: 'bulletin.sent', case_id: null }]);
  });

  test('says nothing of a client but the first name and an initial, and nothing at all in its subject', async () => {
    await answerDueDec18();
    const [digest] = (await night('2026-11-19')).sent;
    expect(digest?.text).toMatch(/Ana\sP\./);
    expect(`${digest?.text}${digest?.html}`).not.toContain('Prueba');
    expect(digest?.subject).not.toContain('Ana');
  });

  test('leaves a person alone on a day the office is closed, unless something ends that day', async () => {
    await aCase('dmhc', '2026-11-09').withGrievance('2026-11-09').in(office);
    const sat2026Nov14 = await night('2026-11-14');
    expect(toCaseworker(sat2026Nov14).at(-1)?.subject).toBe('2026-000001 today');
    const sun2026Nov15 = await night('2026-11-15');
    expect(sun2026Nov15.sent.map(({ subject }) => subject)).not.toContain('1 late elsewhere');
    expect(await digestOf('2026-11-15')).toMatchObject({
      state: 'skipped',
      reason: 'The office is closed, and nothing of theirs is due that day.',
    });
  });

  test('comes on a Sunday where a limit of the client ran out on Saturday', async () => {
    await aCase('dmhc', '2026-05-18').denied('2026-05-18', 'medical-necessity').in(office);
    const box = outbox();
    // 180 days from the letter: Saturday, November 14.
    await sendDigests(office, at('2026-11-15T06:00'), box);
    expect(toCaseworker(box)).toMatchObject([{ subject: '2026-000001 file late' }]);
    const next = outbox();
    await sendDigests(office, at('2026-11-22T06:00'), next);
    expect(toCaseworker(next)).toEqual([]);
  });
});

describe('their own wishes', () => {
  const prefer = (values: { digestAt?: string; stoppedAt?: Date }) =>
    office.owner.pool.query(
      `insert into digest_preferences (user_id, office_id, digest_at, stopped_at) values ($1, $2, $3, $4)
       on conflict (user_id) do update set digest_at = excluded.digest_at, stopped_at = excluded.stopped_at`,
      [
        office.person('caseworker').userId,
        office.officeId,
        values.digestAt ?? null,
        values.stoppedAt ?? null,
      ],
    );

  test('their own hour holds, and changing it after the digest came brings no second one', async () => {
    await answerDueDec18();
    await prefer({ digestAt: '07:30' });
    const box = outbox();
    await sendDigests(office, at('2026-11-20T07:29'), box);
    expect(toCaseworker(box)).toHaveLength(0);
    await sendDigests(office, at('2026-11-20T07:30'), box);
    await prefer({ digestAt: '16:00' });
    await sendDigests(office, at('2026-11-20T16:00'), box);
    expect(toCaseworker(box)).toHaveLength(1);
  });

  test('who has stopped it gets none, and what was gathered for them says so', async () => {
    const caseId = await answerDueDec18();
    await prefer({ stoppedAt: pacific('2026-12-03T12:00') });
    const box = await night('2026-12-04');
    expect(toCaseworker(box)).toEqual([]);
    const because = { state: 'skipped', reason: 'They have stopped the digest.' };
    expect(await digestOf('2026-12-04')).toMatchObject(because);
    expect(await rungOf(caseId, 'T-14')).toMatchObject([because]);
  });

  test('who presses the button that a mail program shows gets none the next day', async () => {
    await answerDueDec18();
    const [digest] = toCaseworker(await night('2026-11-19'));
    const [, officeId = '', token = ''] = /stop\/([^/]+)\/([^/]+)$/.exec(digest?.unsubscribeAt ?? '') ?? [];
    const answer = await answerStop(
      new Request(digest?.unsubscribeAt ?? '', { method: 'POST' }),
      { officeId, token },
      {
        db: office.app.db,
        now: pacific('2026-11-19T06:30'),
        allowance: createAllowance({ perAddress: 10, together: 10 }),
        address: '192.0.2.1',
      },
    );
    expect(answer.status).toBe(200);
    await applyOn(office, '2026-11-19');
    expect(toCaseworker(await night('2026-11-20'))).toEqual([]);
    expect(await digestOf('2026-11-20')).toMatchObject({ reason: 'They have stopped the digest.' });
  });

  test('an address that mail does not reach gets none, and somebody else hears', async () => {
    const caseId = await answerDueDec18();
    await sweep(office, at('2026-12-04T00:05'), outbox());
    await office.owner.pool.query(
      `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'bounced', 'all', now())`,
      [office.officeId, office.emailOf('caseworker')],
    );
    const box = outbox();
    await sendDigests(office, at('2026-12-04T06:00'), box);
    expect(box.sent).toEqual([]);
    await sweep(office, at('2026-12-04T06:05'), box);
    expect((await rungOf(caseId, 'T-14')).map(({ state, recipientKind }) => [recipientKind, state])).toEqual(
      expect.arrayContaining([
        ['owner', 'canceled'],
        ['supervisor', 'gathered'],
      ]),
    );
  });
});

describe('what was gathered is judged again', () => {
  test('a case that has changed hands is told to its new owner instead', async () => {
    const caseId = await answerDueDec18();
    const priya = await addColleague(office, 'Priya Third', 'caseworker');
    await sweep(office, at('2026-12-04T00:05'), outbox());
    const input = assignmentInput().parse({ caseIds: [caseId], ownerId: priya.userId });
    valueOf(
      await inUnitOfWork(office.app.db, office.person('supervisor'), pacific('2026-12-04T05:00'), (unit) =>
        assignCases(unit, input),
      ),
    );
    const box = outbox();
    await sendDigests(office, at('2026-12-04T06:00'), box);
    expect(await rungOf(caseId, 'T-14')).toMatchObject([
      { state: 'canceled', reason: 'This reminder is no longer theirs.' },
    ]);
    await sweep(office, at('2026-12-04T06:05'), box);
    expect((await rungOf(caseId, 'T-14')).find(({ state }) => state === 'gathered')?.recipientId).toBe(
      priya.userId,
    );
  });

  test('one that somebody has answered meanwhile stays away', async () => {
    const caseId = await answerDueDec18();
    await sweep(office, at('2026-12-04T00:05'), outbox());
    const clock = await clockOfCase(office, caseId, 'ca.grv.resolve');
    valueOf(
      await office.run(
        answerReminder,
        reminderAnswerInput,
        { caseId, rule: clock?.rule, kind: 'acknowledged', reason: 'The plan calls on Monday.' },
        { on: '2026-12-04' },
      ),
    );
    await sendDigests(office, at('2026-12-04T10:00'), outbox());
    expect(await rungOf(caseId, 'T-14')).toMatchObject([
      { state: 'skipped', reason: 'Acknowledged by Test caseworker: The plan calls on Monday.' },
    ]);
  });

  test('a person who is deactivated between claim and send hears nothing more', async () => {
    const caseId = await answerDueDec18();
    const box = outbox();
    await sweep(office, at('2026-12-04T00:05'), box);
    // Claimed by a worker that died, and taken over after they had left.
    const caseworker = office.person('caseworker').userId;
    await office.owner.pool.query(
      `insert into bulletins (office_id, kind, recipient_id, for_on, planned_at, state, attempts, claimed_at)
       values ($1, 'morning-digest', $2, '2026-12-04', $3, 'claimed', 1, $3)`,
      [office.officeId, caseworker, pacific('2026-12-04T06:00')],
    );
    valueOf(
      await office.run(
        deactivatePerson,
        deactivationInput,
        {
          personId: caseworker,
          reason: 'She has left.',
          placements: `${caseId}:${office.person('supervisor').userId}`,
        },
        { on: '2026-12-04', as: office.person('administrator') },
      ),
    );
    await sendDigests(office, at('2026-12-04T10:00'), box);
    expect(toCaseworker(box)).toEqual([]);
    expect((await rungOf(caseId, 'T-14')).map(({ state }) => state)).not.toContain('sent');
  });
});

test('thirty-five clocks make one digest a day, and single mails only three days before, the day before and on the day', async () => {
  // 180 days from the letter: Saturday, November 14. Wednesday the 11th is a holiday.
  for (let index = 0; index < 35; index += 1)
    await aCase('dmhc', '2026-05-18').denied('2026-05-18', 'medical-necessity').in(office);
  await office.owner.pool.query(`update deadlines set next_look_at = '2026-11-06' where office_id = $1`, [
    office.officeId,
  ]);
  const story: string[] = [];
  for (const day of ['06', '10', '13', '14']) {
    const box = await night(`2026-11-${day}`);
    await sweep(office, at(`2026-11-${day}T08:00`), box);
    const theirs = box.sent.filter(({ to }) => to === office.emailOf('caseworker'));
    const singles = theirs.filter(({ unsubscribeAt }) => unsubscribeAt === null);
    story.push(
      `${day}: ${toCaseworker(box)
        .map(({ subject }) => subject)
        .join()}; ${singles.length} alone`,
    );
  }
  expect(story).toEqual([
    '06: 35 reminders; 0 alone',
    '10: 35 this week; 30 alone',
    '13: 35 this week; 35 alone',
    '14: 35 today; 35 alone',
  ]);
}, 120_000);
