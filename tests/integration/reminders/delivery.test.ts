import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inLedger } from '../../../lib/db/unit-of-work.ts';
import { manualClockId } from '../../../lib/deadlines/clock-title.ts';
import { accepted, type Delivery, refused } from '../../../lib/mail/transport.ts';
import { takeOverBatch } from '../../../lib/mail-ledger/ledger.ts';
import { REMINDERS } from '../../../lib/reminders/ledger.ts';
import { DEFAULT_POLICY } from '../../../lib/reminders/policy.ts';
import { aCase, CaseStory } from '../../support/a-case.ts';
import { writeBeforeTheRule } from '../../support/before-the-rule.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice } from '../../support/office.ts';
import {
  batchOutbox,
  clockOfCase,
  eventsOf,
  ledgerOf,
  type Outbox,
  outbox,
  sweep,
} from '../../support/outbox.ts';

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

const CLIENT = 'ana@example.org';
const CONSENT = { email: CLIENT, emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };
const ON = '2026-02-04';
const minutesAfter = (minutes: number) =>
  new Date(new Date('2026-02-04T17:00:00Z').getTime() + minutes * 60_000).toISOString();

const busy = () => refused(true, 'Resend refused the message (429).');
const wrong = () => refused(false, 'Resend refused the message (422).');

/** Cases whose acknowledgment is due in three days: one message each, to the owner. */
async function dueCases(count: number): Promise<string[]> {
  const caseIds: string[] = [];
  for (let index = 0; index < count; index += 1)
    caseIds.push(await aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office));
  return caseIds;
}

/** A client who hears on March 5 that the plan stayed silent. */
const consenting = (more: Record<string, unknown> = {}) =>
  new CaseStory({ on: '2026-02-02', line: 'dmhc', ...CONSENT, ...more })
    .withGrievance('2026-02-02')
    .in(office);

const rows = async () =>
  (
    await office.owner.pool.query<{ state: string; attempts: number; batch_id: string | null }>(
      `select state, attempts, batch_id from reminders where office_id = $1 and rung = 'T-3' order by id`,
      [office.officeId],
    )
  ).rows;
const states = async () => (await rows()).map(({ state }) => state).toSorted();
const sentEvents = async (caseIds: readonly string[]) => {
  const events = await Promise.all(caseIds.map((caseId) => eventsOf(office, caseId)));
  return events.flat().filter(({ event }) => event === 'reminder.sent');
};

describe('when mail is down', () => {
  test(
    'five refusals in a row end the sweep, the rest is given back, and the next sweep starts afresh',
    inNewOffice(async () => {
      await dueCases(8);
      let asked = 0;
      const down = outbox(() => {
        asked += 1;
        return busy();
      });
      expect(await sweep(office, ON, down)).toMatchObject({ sent: 0, failed: 5, released: 3, errors: 0 });
      expect(asked).toBe(5);
      expect((await rows()).filter(({ attempts }) => attempts === 0)).toHaveLength(3);
      const box = outbox();
      expect(await sweep(office, minutesAfter(1), box)).toMatchObject({ sent: 3, failed: 0 });
      expect(await sweep(office, minutesAfter(5), box)).toMatchObject({ sent: 5, failed: 0 });
      expect(new Set(box.sent.map(({ key }) => key)).size).toBe(8);
    }),
  );

  test(
    'what one message alone is at fault for does not count',
    inNewOffice(async () => {
      await dueCases(7);
      expect(
        await sweep(
          office,
          ON,
          outbox(() => wrong()),
        ),
      ).toMatchObject({ failed: 7, released: 0 });
    }),
  );

  test(
    'one that goes well begins the count anew',
    inNewOffice(async () => {
      await dueCases(9);
      let asked = 0;
      const flaky = outbox((_, key) => {
        asked += 1;
        return asked % 5 === 0 ? accepted(key) : busy();
      });
      expect(await sweep(office, ON, flaky)).toMatchObject({ sent: 1, failed: 8, released: 0 });
    }),
  );
});

describe('a batch', () => {
  test(
    'is one request for what is due, under a key of its own',
    inNewOffice(async () => {
      const caseIds = await dueCases(5);
      const box = batchOutbox(3);
      expect(await sweep(office, ON, box)).toMatchObject({ sent: 5 });
      expect(box.requests.map(({ ids }) => ids.length)).toEqual([3, 2]);
      const keys = (await rows()).map(({ batch_id: key }) => key);
      expect(new Set(keys)).toEqual(new Set(box.requests.map(({ key }) => key)));
      expect(await sentEvents(caseIds)).toHaveLength(5);
      expect(await sweep(office, ON, box)).toMatchObject({ sent: 0 });
    }),
  );

  test(
    'of one is a message like any other',
    inNewOffice(async () => {
      await dueCases(1);
      const box = batchOutbox(3);
      await sweep(office, ON, box);
      expect(box.requests).toEqual([]);
      expect(box.sent).toHaveLength(1);
    }),
  );

  test(
    'that was accepted by a provider and whose worker died is the same request again, and nobody gets it twice',
    inNewOffice(async () => {
      const caseIds = await dueCases(3);
      const delivered = new Map<string, readonly string[]>();
      let arrived = () => {};
      let go = () => {};
      const isThere = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const mayGoOn = new Promise<void>((resolve) => {
        go = resolve;
      });
      const provider = (isDying: boolean) =>
        batchOutbox(10, async (parcels, key) => {
          delivered.set(key, delivered.get(key) ?? parcels.map((parcel) => parcel.key));
          if (isDying) {
            arrived();
            await mayGoOn;
          }
          return parcels.map((parcel) => accepted(parcel.key));
        });
      const dying = sweep(office, ON, provider(true), { worker: 'dying' });
      await isThere;
      const next = provider(false);
      expect(await sweep(office, minutesAfter(9), next)).toMatchObject({ sent: 0 });
      expect(await sweep(office, minutesAfter(10), next)).toMatchObject({ sent: 3 });
      expect([...delivered.values()].map((ids) => ids.length)).toEqual([3]);
      expect(next.requests.map(({ ids }) => ids.toSorted())).toEqual(
        [...delivered.values()].map((ids) => ids.toSorted()),
      );
      go();
      await dying;
      expect(await sentEvents(caseIds)).toHaveLength(3);
    }),
  );

  test(
    'that was left behind is taken over whole by one of several workers',
    inNewOffice(async () => {
      await dueCases(6);
      const down = batchOutbox(10, (parcels) => parcels.map(busy));
      await sweep(office, ON, down);
      const seen: (readonly string[])[] = [];
      const workers = ['a', 'b', 'c'].map(() =>
        batchOutbox(10, async (parcels) => {
          seen.push(parcels.map(({ key }) => key));
          await sleep(50);
          return parcels.map(({ key }) => accepted(key));
        }),
      );
      const summaries = await Promise.all(
        workers.map((box, index) => sweep(office, minutesAfter(5), box, { worker: String(index) })),
      );
      expect(seen.map((ids) => ids.length)).toEqual([6]);
      expect(summaries.reduce((sum, { sent }) => sum + sent, 0)).toBe(6);
    }),
  );

  test(
    'is not taken a second time by a worker that asked while the first was taking it',
    inNewOffice(async () => {
      await dueCases(2);
      await sweep(
        office,
        ON,
        batchOutbox(10, (parcels) => parcels.map(busy)),
      );
      const actor = systemActor(office.officeId);
      const take = (worker: string, then?: Promise<void>) =>
        inLedger(office.worker.db, actor, localDate(ON), async (tx) => {
          const taken = await takeOverBatch(tx, REMINDERS, { worker, now: new Date(minutesAfter(5)) });
          await then;
          return taken.length;
        });
      let commit = () => {};
      const first = take(
        'first',
        new Promise((resolve) => {
          commit = resolve;
        }),
      );
      await sleep(200);
      const second = take('second');
      await sleep(200);
      commit();
      expect(await Promise.all([first, second])).toEqual([2, 0]);
    }),
  );

  test(
    'with one bad address sends the others, and the bad one goes by itself from then on',
    inNewOffice(async () => {
      await dueCases(3);
      let bad = '';
      const box = batchOutbox(10, (parcels): Delivery[] => {
        bad = parcels[1]?.key ?? '';
        return parcels.map(({ key }) =>
          key === bad
            ? { outcome: 'refused', isRetryable: true, reason: 'It is not taken now.', goesAlone: true }
            : accepted(key),
        );
      });
      expect(await sweep(office, ON, box)).toMatchObject({ sent: 2, failed: 1 });
      expect((await rows()).filter(({ batch_id: key }) => key === null)).toHaveLength(1);
      const later = batchOutbox(10);
      expect(await sweep(office, minutesAfter(5), later)).toMatchObject({ sent: 1 });
      expect(later.sent.map(({ key }) => key)).toEqual([bad]);
      expect(later.requests).toEqual([]);
      expect(await states()).toEqual(['sent', 'sent', 'sent']);
    }),
  );

  test(
    'that failed long enough for something newer to come due sends the newer alone',
    inNewOffice(async () => {
      await dueCases(2);
      await sweep(
        office,
        ON,
        batchOutbox(10, (parcels) => parcels.map(busy)),
      );
      const box = batchOutbox(10);
      await sweep(office, '2026-02-06', box);
      expect(box.sent.map(({ subject }) => subject.replace(/^\S+ /, ''))).toEqual([
        'plan to acknowledge the grievance, 1 day',
        'plan to acknowledge the grievance, 1 day',
      ]);
      expect(await states()).toEqual(['skipped', 'skipped']);
    }),
  );
});

describe('one who would get very many messages', () => {
  test(
    'gets the rest with the next digest, save what is due tomorrow',
    inNewOffice(async () => {
      await office.owner.pool.query(
        `insert into reminder_policies (office_id, policy, changed_by, changed_at)
         select $1, $2::jsonb, $3, '2026-01-02T17:00:00Z'`,
        [
          office.officeId,
          JSON.stringify({ ...DEFAULT_POLICY, mostAloneADay: 2 }),
          office.person('administrator').userId,
        ],
      );
      const [caseId] = await dueCases(4);
      const box = outbox();
      expect(await sweep(office, ON, box)).toMatchObject({ sent: 2 });
      expect(await states()).toEqual(['gathered', 'gathered', 'sent', 'sent']);
      const gathered = await office.owner.pool.query<{ reason: string }>(
        `select reason from reminders where office_id = $1 and state = 'gathered'`,
        [office.officeId],
      );
      expect(gathered.rows[0]?.reason).toBe('More than 2 messages in one day: told by the next digest.');
      expect(await clockOfCase(office, caseId ?? '', 'ca.grv.ack')).toMatchObject({
        nextLookAt: new Date('2026-02-06T16:00:00Z'),
      });
      expect(await sweep(office, '2026-02-06', box)).toMatchObject({ sent: 4 });
    }),
  );
});

describe('a client whom a message does not reach', () => {
  const tasksOf = async (caseId: string) =>
    (await office.read(caseId, '2026-03-05'))?.manualDeadlines.map(({ madeFor, title, dueOn }) => ({
      madeFor,
      title,
      dueOn,
    }));
  const toClient = (answer: () => Delivery): Outbox =>
    outbox(({ to }, key) => (to === CLIENT ? answer() : accepted(key)));

  test(
    'is to be reached another way, which is a task on the case',
    inNewOffice(async () => {
      const caseId = await consenting();
      await sweep(office, '2026-03-05', toClient(wrong));
      expect(await tasksOf(caseId)).toEqual([
        {
          madeFor: 'reach-client',
          title: 'Reach the client another way: e-mail did not arrive',
          dueOn: '2026-03-06',
        },
      ]);
      const taskId = (await office.read(caseId, '2026-03-05'))?.manualDeadlines[0]?.id ?? '';
      expect(await clockOfCase(office, caseId, manualClockId(taskId))).toMatchObject({ outcome: 'pending' });
    }),
  );

  test(
    'after five tries in a row, once, while mail is tried on',
    inNewOffice(async () => {
      const caseId = await consenting();
      const start = new Date('2026-03-05T17:00:00Z').getTime();
      const tasks: number[] = [];
      for (const minutes of [0, 4, 12, 28, 60, 120, 180]) {
        await sweep(office, new Date(start + minutes * 60_000).toISOString(), toClient(busy));
        tasks.push((await tasksOf(caseId))?.length ?? 0);
      }
      expect(tasks).toEqual([0, 0, 0, 0, 1, 1, 1]);
      const box = outbox();
      await sweep(office, new Date(start + 240 * 60_000).toISOString(), box);
      expect(box.sent.map(({ to }) => to)).toContain(CLIENT);
    }),
  );

  test(
    'is no such task where it is one of the staff',
    inNewOffice(async () => {
      const [caseId = ''] = await dueCases(1);
      await sweep(
        office,
        ON,
        outbox(() => wrong()),
      );
      expect(await tasksOf(caseId)).toEqual([]);
    }),
  );
});

describe('a client whose language nobody has written yet', () => {
  test(
    'gets English only once somebody is asked to call them, and that once',
    inNewOffice(async () => {
      const caseId = await consenting({ language: 'hy' });
      const seen: (string | null)[] = [];
      const watching = outbox(async ({ to }, key) => {
        if (to === CLIENT) {
          const record = await office.read(caseId, '2026-03-05');
          seen.push(...(record?.manualDeadlines.map(({ madeFor }) => madeFor) ?? []));
        }
        return accepted(key);
      });
      await sweep(office, '2026-03-05', watching);
      expect(seen).toEqual(['client-language']);
      expect(watching.sent.find(({ to }) => to === CLIENT)).toMatchObject({ language: 'en' });
      const [row] = (await ledgerOf(office, caseId)).filter(
        ({ recipientKind }) => recipientKind === 'client',
      );
      expect(row?.reason).toBe('Written in English: there is no text in Armenian yet.');
      const [task] = (await office.read(caseId, '2026-03-05'))?.manualDeadlines ?? [];
      expect(task).toMatchObject({
        title: 'Client reads Armenian: e-mail goes out in English; call them',
        createdBy: null,
      });
      await office.owner.pool.query('update manual_deadlines set done_on = $1 where id = $2', [
        '2026-03-06',
        task?.id,
      ]);
      const later = outbox();
      await sweep(office, '2026-08-05', later);
      expect(later.sent.map(({ to }) => to)).toContain(CLIENT);
      expect((await office.read(caseId, '2026-08-05'))?.manualDeadlines).toHaveLength(1);
    }),
  );
});

describe('when nobody on the staff is left to hear', () => {
  test(
    'the sweep counts it as an alarm, the client is still told, and whoever comes is told then',
    inNewOffice(async () => {
      const caseId = await consenting();
      const all = `update users set deactivated_at = $1 where office_id = $2`;
      await writeBeforeTheRule(office, all, ['2026-03-01', office.officeId]);
      const box = outbox();
      const summary = await sweep(office, '2026-03-05', box);
      expect(summary).toMatchObject({ sent: 1, errors: 0 });
      expect(summary.unheard).toBeGreaterThan(0);
      expect(box.sent.map(({ to }) => to)).toEqual([CLIENT]);
      expect((await sweep(office, '2026-03-05T18:00:00Z', box)).unheard).toBe(summary.unheard);
      await office.owner.pool.query(all, [null, office.officeId]);
      const back = outbox();
      expect(await sweep(office, '2026-03-05T19:00:00Z', back)).toMatchObject({ unheard: 0 });
      expect(back.sent.map(({ to }) => to.split('-')[0])).toContain('caseworker');
      expect(
        (await ledgerOf(office, caseId)).filter(({ recipientKind }) => recipientKind === 'client'),
      ).toHaveLength(1);
    }),
  );

  test(
    'a suppressed owner is passed over for the supervisor',
    inNewOffice(async () => {
      await dueCases(1);
      await office.owner.pool.query(
        `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'bounced', 'all', now())`,
        [office.officeId, office.emailOf('caseworker')],
      );
      const box = outbox();
      expect(await sweep(office, ON, box)).toMatchObject({ sent: 1, unheard: 0 });
      expect(box.sent[0]?.to).toBe(office.emailOf('supervisor'));
    }),
  );
});
