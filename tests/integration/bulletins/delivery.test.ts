import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accepted, refused } from '../../../lib/mail/transport.ts';
import { DEFAULT_POLICY } from '../../../lib/reminders/policy.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import { bulletinsOf, ledgerOf, outbox, sendDigests, sweep } from '../../support/outbox.ts';

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
const answerDueDec18 = () => aCase('dmhc', '2026-11-18').withGrievance('2026-11-18').in(office);
const OPEN_EVERY_DAY = JSON.stringify({ ...DEFAULT_POLICY, workingDays: [0, 1, 2, 3, 4, 5, 6] });
const digests = async () =>
  (await bulletinsOf(office)).filter(
    ({ kind, recipientId }) =>
      kind === 'morning-digest' && recipientId === office.person('caseworker').userId,
  );

describe('one digest for one person and day', () => {
  test('with four workers at once and each run twice', async () => {
    await answerDueDec18();
    const box = outbox();
    const run = (worker: string) => sendDigests(office, at('2026-11-20T06:00'), box, { worker });
    await Promise.all(['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'].map(run));
    expect(box.sent).toHaveLength(1);
    expect(await bulletinsOf(office)).toHaveLength(3);
  });

  test.each([
    ['forward, in March', '2026-03-08', '2026-03-01'],
    ['back, in November', '2026-11-01', '2026-10-27'],
  ])('at six on the clock on the night it goes %s', async (_, day, receivedOn) => {
    await aCase('dmhc', receivedOn).withGrievance(receivedOn).in(office);
    await office.owner.pool.query(
      `insert into reminder_policies (office_id, policy, changed_by, changed_at) values ($1, $2, $3, '2026-01-03')`,
      [office.officeId, OPEN_EVERY_DAY, office.person('administrator').userId],
    );
    const box = outbox();
    const midnight = pacific(`${day}T00:00`).getTime();
    const came: string[] = [];
    for (let minutes = 0; minutes < 25 * 60; minutes += 30) {
      const now = new Date(midnight + minutes * 60_000);
      await sendDigests(office, now.toISOString(), box);
      if (box.sent.length > came.length) came.push(now.toISOString());
    }
    expect(came[0]).toBe(at(`${day}T06:00`));
    expect((await digests()).filter(({ forOn }) => forOn === day)).toHaveLength(1);
  });

  test('though the office moves to another time zone in the middle of the day', async () => {
    await answerDueDec18();
    const box = outbox();
    for (const zone of ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/New_York']) {
      await office.owner.pool.query(`update offices set time_zone = $2 where id = $1`, [
        office.officeId,
        zone,
      ]);
      for (const hour of ['09:30', '12:00', '15:00'])
        await sendDigests(office, at(`2026-11-20T${hour}`), box);
    }
    expect((await digests()).map(({ forOn }) => forOn)).toEqual(['2026-11-20']);
    expect(box.sent).toHaveLength(1);
  });
});

describe('a worker that was down', () => {
  test('until noon sends the digest at noon', async () => {
    await answerDueDec18();
    const box = outbox();
    await sendDigests(office, at('2026-11-20T12:00'), box);
    expect(box.sent[0]?.text).toMatch(/^Hello, Test\./);
  });

  test('over the day does not make up for it the day after', async () => {
    await answerDueDec18();
    const box = outbox();
    await sendDigests(office, at('2026-11-19T06:00'), box);
    await sendDigests(office, at('2026-11-21T00:30'), box);
    expect((await digests()).map(({ forOn }) => forOn)).toEqual(['2026-11-19']);
    expect(box.sent).toHaveLength(1);
  });

  test('in the middle of one leaves it to the others after the lease, under the same key', async () => {
    await answerDueDec18();
    const keys: string[] = [];
    let reached: () => void = () => {};
    let go: () => void = () => {};
    const isThere = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const mayGoOn = new Promise<void>((resolve) => {
      go = resolve;
    });
    const dying = outbox(async (_, key) => {
      keys.push(key);
      reached();
      await mayGoOn;
      return accepted(key);
    });
    const running = sendDigests(office, at('2026-11-20T06:00'), dying, { worker: 'dying' });
    await isThere;
    const box = outbox((_, key) => {
      keys.push(key);
      return accepted(key);
    });
    await sendDigests(office, at('2026-11-20T06:09'), box);
    expect(box.sent).toHaveLength(0);
    await sendDigests(office, at('2026-11-20T06:10'), box);
    expect(box.sent).toHaveLength(1);
    expect(new Set(keys).size).toBe(1);
    go();
    await running;
    expect(await digests()).toMatchObject([{ state: 'sent', attempts: 2, claimedAt: null }]);
    const { rows } = await office.owner.pool.query(
      `select count(*)::int from audit_events where office_id = $1 and event = 'bulletin.sent'`,
      [office.officeId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('mail that cannot be handed over', () => {
  test('is tried again when the pause is over, and what it takes along waits with it', async () => {
    const caseId = await answerDueDec18();
    await sweep(office, at('2026-12-04T00:05'), outbox());
    const gathered = async () => (await ledgerOf(office, caseId)).find(({ rung }) => rung === 'T-14');
    const down = outbox(() => refused(true, 'The mail server is down.'));
    expect(await sendDigests(office, at('2026-12-04T06:00'), down)).toMatchObject({ failedBulletins: 1 });
    expect(await gathered()).toMatchObject({ state: 'gathered' });
    const box = outbox();
    await sendDigests(office, at('2026-12-04T06:03'), box);
    expect(box.sent).toHaveLength(0);
    await sendDigests(office, at('2026-12-04T06:04'), box);
    expect(box.sent).toHaveLength(1);
    expect(await gathered()).toMatchObject({ state: 'sent', bulletinId: (await digests())[0]?.id });
  });

  test('over the whole day is told by the digest of the next', async () => {
    const caseId = await answerDueDec18();
    await sweep(office, at('2026-12-03T23:00'), outbox());
    await sweep(office, at('2026-12-04T00:05'), outbox());
    const down = outbox(() => refused(true, 'The mail server is down.'));
    for (const hour of ['06:00', '12:00', '23:00']) await sendDigests(office, at(`2026-12-04T${hour}`), down);
    await sweep(office, at('2026-12-07T00:05'), outbox());
    const box = outbox();
    await sendDigests(office, at('2026-12-07T06:00'), box);
    const rows = await digests();
    expect(rows.map(({ forOn, state }) => `${forOn} ${state}`)).toEqual([
      '2026-12-04 failed',
      '2026-12-07 sent',
    ]);
    expect((await ledgerOf(office, caseId)).find(({ rung }) => rung === 'T-14')).toMatchObject({
      state: 'sent',
      bulletinId: rows[1]?.id,
    });
  });

  test('for good is a failure on the record, for the digest and for what it took along', async () => {
    const caseId = await answerDueDec18();
    await sweep(office, at('2026-12-04T00:05'), outbox());
    const broken = outbox(() => refused(false, 'The address does not exist.'));
    await sendDigests(office, at('2026-12-04T06:00'), broken);
    const reason = 'The address does not exist. It is not tried again.';
    expect(await digests()).toMatchObject([{ state: 'failed', reason, claimedAt: null }]);
    expect((await ledgerOf(office, caseId)).find(({ rung }) => rung === 'T-14')).toMatchObject({
      state: 'failed',
      reason,
    });
    const { rows } = await office.owner.pool.query(
      `select event from audit_events where office_id = $1 and event ~ 'failed' order by seq`,
      [office.officeId],
    );
    expect(rows).toEqual([{ event: 'bulletin.failed' }, { event: 'reminder.failed' }]);
  });
});
