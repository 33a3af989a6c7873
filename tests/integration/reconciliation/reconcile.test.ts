import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { createLogger } from '../../../lib/log.ts';
import type { Difference } from '../../../lib/reconciliation/difference.ts';
import { reconcileReminders } from '../../../lib/reconciliation/reconcile.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, morningOf, type TestOffice, valueOf } from '../../support/office.ts';
import { outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const inNewOffice = eachInNewOffice(
  () => database,
  (opened) => {
    office = opened;
  },
);

/** What a comparison at nine that morning, or at that moment, finds. */
async function allDifferencesOn(on: string): Promise<Difference[]> {
  const found: Difference[] = [];
  const summary = await reconcileReminders(
    {
      db: office.worker.db,
      clock: () => (on.includes('T') ? new Date(on) : morningOf(localDate(on))),
      log: createLogger('test', 'silent'),
      onDifference: (difference) => found.push(difference),
    },
    { officeId: office.officeId },
  );
  expect(summary).toMatchObject({ errors: 0, differences: found.length });
  return found;
}

/** What it finds about the plan's time to acknowledge. */
const differencesOn = async (on: string): Promise<Difference[]> =>
  (await allDifferencesOn(on)).filter(({ rule }) => rule === 'ca.grv.ack');

const query = (text: string, values: unknown[] = []) => office.owner.pool.query(text, values);
/** Received on a Monday: the plan has to acknowledge by Saturday the 7th. */
const received = (on = '2026-02-02') => aCase('dmhc', on).withGrievance(on);

describe('the comparison', () => {
  test(
    'finds no difference where every rung went on its day, and keeps that it looked',
    inNewOffice(async () => {
      await received().in(office);
      const box = outbox();
      for (const on of ['2026-02-04', '2026-02-05', '2026-02-06', '2026-02-07', '2026-02-09']) {
        await sweep(office, on, box);
        expect(await differencesOn(on)).toEqual([]);
      }
      const { rows } = await query(
        'select due_count, jsonb_array_length(differences) as found from reconciliations where office_id = $1 order by at desc limit 1',
        [office.officeId],
      );
      expect(rows[0]?.due_count).toBeGreaterThan(3);
      const { rows: events } = await query(
        `select event from audit_events where office_id = $1 and event like 'reminders.%' order by id limit 1`,
        [office.officeId],
      );
      expect(events).toEqual([{ event: 'reminders.reconciled' }]);
    }),
  );

  test(
    'finds a rung that the sweep forgot, since it does not ask the sweep',
    inNewOffice(async () => {
      const caseId = await received().in(office);
      await query('update deadlines set next_look_at = null where case_id = $1', [caseId]);
      await sweep(office, '2026-02-04', outbox());
      expect(await differencesOn('2026-02-04T16:59:00Z')).toEqual([]);
      const [difference] = await differencesOn('2026-02-05');
      expect(difference).toEqual({
        kind: 'not-planned',
        caseId,
        caseNumber: '2026-000001',
        rule: 'ca.grv.ack',
        dueOn: '2026-02-07',
        rung: 'T-3',
        to: 'owner',
        plannedAt: '2026-02-04T16:00:00.000Z',
      });
    }),
  );

  test(
    'finds a message whose row is gone from the ledger',
    inNewOffice(async () => {
      const caseId = await received().in(office);
      await sweep(office, '2026-02-04', outbox());
      await query(`delete from reminders where case_id = $1 and rung = 'T-3'`, [caseId]);
      expect(await differencesOn('2026-02-05')).toMatchObject([{ kind: 'not-planned', rung: 'T-3' }]);
    }),
  );

  test(
    'finds what a worker that was down for two days did not send, and nothing once it has caught up',
    inNewOffice(async () => {
      await received().in(office);
      expect(await differencesOn('2026-02-06')).toMatchObject([
        { kind: 'not-planned', rung: 'T-3' },
        { kind: 'not-planned', rung: 'T-1' },
      ]);
      const { rows } = await query(
        `select changes -> 2 ->> 'to' as found from audit_events where office_id = $1 and event = 'reminders.found-different'`,
        [office.officeId],
      );
      expect(rows).toEqual([{ found: '2' }]);
      await sweep(office, '2026-02-06', outbox());
      expect(await differencesOn('2026-02-06')).toEqual([]);
    }),
  );

  test(
    'finds a message that mail has refused for more than an hour',
    inNewOffice(async () => {
      await received().in(office);
      await sweep(
        office,
        '2026-02-04',
        outbox(() => ({ outcome: 'refused', isRetryable: true, reason: 'Down.' })),
      );
      expect(await differencesOn('2026-02-04')).toEqual([]);
      expect(await differencesOn('2026-02-05')).toMatchObject([
        { kind: 'not-sent', rung: 'T-3', to: 'owner' },
      ]);
    }),
  );

  test(
    'does not count a client whom mail did not reach, and counts one who was never written to',
    inNewOffice(async () => {
      const caseId = await received().in(office);
      await sweep(office, '2026-03-05', outbox());
      const client = `case_id = $1 and recipient_kind = 'client'`;
      await query(
        `update reminders set state = 'failed', reason = 'No such mailbox.', bounced_at = now() where ${client}`,
        [caseId],
      );
      const about = async () =>
        (await allDifferencesOn('2026-03-06')).filter(({ to }) => to === 'client').map(({ kind }) => kind);
      expect(await about()).toEqual([]);
      await query(`delete from reminders where ${client}`, [caseId]);
      expect(await about()).toEqual(['not-planned']);
    }),
  );

  test(
    'finds a date told and moved that nobody took back',
    inNewOffice(async () => {
      const caseId = await received().in(office);
      expect(await differencesOn('2026-02-03')).toEqual([]);
      await sweep(office, '2026-02-04', outbox());
      const { rows } = await query('select id from grievances where case_id = $1', [caseId]);
      valueOf(
        await office.run(
          correctGrievance,
          grievanceInput,
          { caseId, grievanceId: rows[0]?.id, receivedOn: '2026-02-03', reason: 'Stamped a day later.' },
          { on: '2026-02-04', as: office.person('supervisor') },
        ),
      );
      await sweep(office, '2026-02-05', outbox());
      expect(await differencesOn('2026-02-05')).toEqual([]);
      await query(`delete from reminders where case_id = $1 and rung = 'corrected'`, [caseId]);
      expect(await differencesOn('2026-02-05')).toMatchObject([
        { kind: 'not-corrected', dueOn: '2026-02-07', to: 'owner' },
      ]);
    }),
  );

  test(
    'lets a correction that came up in the evening wait for the office to open, and no longer',
    inNewOffice(async () => {
      const caseId = await received().in(office);
      await sweep(office, '2026-02-04', outbox());
      const grievanceId = (await office.read(caseId, '2026-02-04'))?.grievances[0]?.id;
      const typed = { caseId, grievanceId, receivedOn: '2026-02-05', reason: 'The fax sheet says so.' };
      const evening = '2026-02-06T04:00:00Z';
      const by = { on: evening, as: office.person('supervisor') };
      valueOf(await office.run(correctGrievance, grievanceInput, typed, by));
      await sweep(office, evening, outbox());
      expect(await differencesOn('2026-02-06T10:00:00Z')).toEqual([]);
      const late = await differencesOn('2026-02-06T17:00:00Z');
      expect(late).toContainEqual(expect.objectContaining({ kind: 'not-sent', rung: 'corrected' }));
    }),
  );

  test(
    'finds a live deadline of which nobody of the office can be told',
    inNewOffice(async () => {
      await received().in(office);
      await query(
        `insert into suppressions (office_id, address, ground, scope, since)
        select office_id, lower(email), 'bounced', 'all', now() from users where office_id = $1`,
        [office.officeId],
      );
      expect(await differencesOn('2026-02-02')).toMatchObject([
        { kind: 'nobody-hears', rung: null, to: null, dueOn: '2026-02-07' },
      ]);
    }),
  );

  test(
    'compares restricted cases like all others',
    inNewOffice(async () => {
      const caseId = await received().in(office);
      const { userId } = office.person('supervisor');
      await query(
        'insert into restrictions (office_id, case_id, ground, reason, restricted_by, restricted_at) values ($1, $2, $3, $4, $5, now())',
        [office.officeId, caseId, 'other', 'A relative.', userId],
      );
      await query(
        'insert into named_people (office_id, case_id, user_id, named_by, named_at, from_on) values ($1, $2, $3, $3, now(), $4)',
        [office.officeId, caseId, userId, '2026-01-01'],
      );
      expect(await differencesOn('2026-02-05')).toMatchObject([{ kind: 'not-planned', caseId }]);
    }),
  );
});
