import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { readCasePage } from '../../../lib/cases/queries.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { manualClockId } from '../../../lib/deadlines/clock-title.ts';
import { finishDeadline } from '../../../lib/manual-deadlines/finish-deadline.ts';
import { finishInput } from '../../../lib/manual-deadlines/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { standingFor } from '../../../lib/suppressions/queries.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { morningOf, openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { clockOfCase, eventsOf } from '../../support/outbox.ts';
import { bounce } from '../../support/resend-webhook.ts';
import { applyOn, aSentBulletin, aSentReminder, type ToldMail, tell } from '../../support/told-mail.ts';

/** What a provider tells of the messages, from the webhook to the ledger, the suppressions and the case. */

const SENT = '2026-02-03';
const ON = '2026-02-04';
const EMAIL = 'ana@example.org';

let database: TestDatabase;
let office: TestOffice;
let caseId: string;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  caseId = await office.openCase({
    on: '2026-01-05',
    line: 'dmhc',
    email: EMAIL,
    emailConsentOn: '2026-01-05',
    emailConsentHow: 'by phone',
  });
  return () => office.close();
});

const toClient = () => aSentReminder(office, caseId, { to: 'client', on: SENT });
const reading = <T>(read: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(office.worker.db, systemActor(office.officeId), localDate(ON), read);
const scopesOf = async (address: string) => [
  ...((await reading((tx) => standingFor(tx, [address]))).get(address) ?? []),
];
const marksOf = async ({ message }: ToldMail, table: 'reminders' | 'bulletins' = 'reminders') =>
  (
    await office.owner.pool.query<Record<'delivered_at' | 'bounced_at' | 'complained_at', Date | null>>(
      `select delivered_at, bounced_at, complained_at from ${table} where id = $1`,
      [message],
    )
  ).rows[0];
const tasks = async (of = caseId) =>
  (await office.read(of, ON))?.manualDeadlines.filter(({ madeFor }) => madeFor !== null) ?? [];
const recorded = async (prefix: string) =>
  (await eventsOf(office, caseId)).map(({ event }) => event).filter((event) => event.startsWith(prefix));
const toldAt = new Date(morningOf(localDate(ON)).getTime() - 60_000);
/** The days of the messages to the client that did not reach them. */
const lost = async (of = caseId) => {
  const today = localDate(ON);
  const page = await inOffice(office.app.db, office.person('caseworker'), today, (tx) =>
    readCasePage(tx, of, today, { group: 'all', beforeId: null }),
  );
  return (page?.said.ledger ?? []).flatMap(({ toClient }) => (toClient?.isLost ? [toClient.at] : []));
};

describe('a message that arrived', () => {
  test('says so in the ledger and on the case, and bars nobody', async () => {
    const mail = await toClient();
    expect(await tell(office, ON, mail, 'email.delivered')).toBe(200);
    expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 0, errors: 0 });
    expect(await marksOf(mail)).toEqual({ delivered_at: toldAt, bounced_at: null, complained_at: null });
    expect(await recorded('reminder.')).toEqual(['reminder.delivered']);
    expect([await scopesOf(EMAIL), await tasks(), await lost()]).toEqual([[], [], []]);
  });

  test('says so once, however often it is told', async () => {
    const mail = await toClient();
    const id = `msg_${randomUUID()}`;
    for (const number of [id, id, undefined])
      await tell(office, ON, mail, 'email.delivered', number === undefined ? {} : { id: number });
    expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 1, errors: 0 });
    await tell(office, ON, mail, 'email.delivered', { id });
    expect(await applyOn(office, ON)).toEqual({ applied: 0, ignored: 0, errors: 0 });
    expect(await recorded('reminder.')).toEqual(['reminder.delivered']);
  });

  test('may be told of before the worker has noted that it was sent', async () => {
    const mail = await aSentReminder(office, caseId, { to: 'client', on: SENT, state: 'claimed' });
    await tell(office, ON, mail, 'email.delivered');
    await applyOn(office, ON);
    expect(await marksOf(mail)).toMatchObject({ delivered_at: toldAt });
  });

  test('is only late while it is delayed', async () => {
    const mail = await toClient();
    await tell(office, ON, mail, 'email.delivery_delayed');
    expect(await applyOn(office, ON)).toEqual({ applied: 0, ignored: 1, errors: 0 });
    expect(await recorded('reminder.')).toEqual([]);
  });
});

describe('a message to the client that bounced', () => {
  test('for good bars the address, and puts a task on the case for the next working day', async () => {
    const mail = await toClient();
    await tell(office, '2026-02-06', mail, 'email.bounced', bounce('Permanent'));
    expect(await applyOn(office, '2026-02-06')).toMatchObject({ applied: 1, errors: 0 });
    expect(await marksOf(mail)).toMatchObject({ delivered_at: null, bounced_at: expect.any(Date) as Date });
    expect(await scopesOf(EMAIL)).toEqual(['all']);
    const [task, ...more] = await tasks();
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      title: 'Reach the client another way: e-mail did not arrive',
      owedBy: 'client',
      dueOn: '2026-02-09',
      createdBy: null,
      madeFor: 'reach-client',
    });
    expect(await clockOfCase(office, caseId, manualClockId(task?.id ?? ''))).toMatchObject({
      outcome: 'pending',
      dueOn: '2026-02-09',
    });
    expect(await recorded('reminder.')).toEqual(['reminder.bounced']);
    expect(await recorded('manual-deadline.')).toEqual(['manual-deadline.added']);
  });

  test('shows on the clock it was about', async () => {
    const sentAt = morningOf(localDate(SENT));
    const mail = await toClient();
    expect(await lost()).toEqual([]);
    await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
    await applyOn(office, ON);
    expect(await lost()).toEqual([sentAt]);
  });

  test('asks to reach everybody who is written to at that address, and shows where that was not done', async () => {
    const relative = (more: Record<string, unknown>) =>
      office.openCase({ on: '2026-01-05', line: 'dmhc', name: 'Ben Prueba', ...more });
    const consent = { emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };
    const sharing = await relative({ email: 'Ana@Example.org', ...consent });
    const others = [
      await relative({ email: EMAIL }),
      await relative({ email: 'ben@example.org', ...consent }),
      await relative({ email: EMAIL, ...consent }),
    ];
    const typed = { caseId: others[2] ?? '', outcome: 'client-withdrew' };
    valueOf(await office.run(closeCase, closureInput, typed, { on: SENT }));
    await aSentReminder(office, sharing, { to: 'client', on: SENT, state: 'skipped' });
    expect(await lost(sharing)).toEqual([]);
    await tell(office, ON, await toClient(), 'email.bounced', bounce('Permanent'));
    await tell(office, ON, await toClient(), 'email.bounced', bounce('Permanent'));
    expect(await applyOn(office, ON)).toMatchObject({ applied: 2, errors: 0 });
    expect(await tasks(sharing)).toMatchObject([{ madeFor: 'reach-client', dueOn: '2026-02-05' }]);
    expect(await lost(sharing)).toEqual([morningOf(localDate(SENT))]);
    for (const other of others) expect(await tasks(other)).toEqual([]);
  });

  test('for now asks for the same, and the address keeps getting mail', async () => {
    const mail = await toClient();
    await tell(office, ON, mail, 'email.bounced', bounce('Transient'));
    await applyOn(office, ON);
    expect(await scopesOf(EMAIL)).toEqual([]);
    expect(await tasks()).toHaveLength(1);
  });

  test('after it was said to have arrived keeps both; in the other order too', async () => {
    const [one, other] = [await toClient(), await toClient()];
    await tell(office, ON, one, 'email.delivered');
    await tell(office, ON, one, 'email.bounced', bounce('Permanent'));
    await tell(office, ON, other, 'email.bounced', bounce('Permanent'));
    await tell(office, ON, other, 'email.delivered');
    expect(await applyOn(office, ON)).toEqual({ applied: 4, ignored: 0, errors: 0 });
    const both = { delivered_at: toldAt, bounced_at: toldAt };
    expect([await marksOf(one), await marksOf(other)]).toEqual([
      expect.objectContaining(both),
      expect.objectContaining(both),
    ]);
  });

  test('makes one task, however many bounce; another once that is done', async () => {
    for (const mail of [await toClient(), await toClient(), await toClient()])
      await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
    expect(await applyOn(office, ON)).toMatchObject({ applied: 3 });
    const [task, ...more] = await tasks();
    expect(more).toEqual([]);
    const done = { caseId, deadlineId: task?.id ?? '', ending: 'done', doneOn: 'today' };
    valueOf(await office.run(finishDeadline, finishInput, done, { on: ON }));
    await tell(office, ON, await toClient(), 'email.failed');
    await applyOn(office, ON);
    expect(await tasks()).toHaveLength(2);
  });

  test('is applied by one of two workers at once', async () => {
    for (const mail of [await toClient(), await toClient()]) {
      await tell(office, ON, mail, 'email.delivered');
      await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
    }
    const runs = await Promise.all([applyOn(office, ON), applyOn(office, ON), applyOn(office, ON)]);
    expect(runs.map(({ errors }) => errors)).toEqual([0, 0, 0]);
    expect(runs.reduce((sum, { applied }) => sum + applied, 0)).toBe(4);
    expect((await recorded('reminder.')).toSorted()).toEqual([
      'reminder.bounced',
      'reminder.bounced',
      'reminder.delivered',
      'reminder.delivered',
    ]);
    expect(await tasks()).toHaveLength(1);
  });

  test('about a case closed meanwhile is noted, and makes no task', async () => {
    const mail = await toClient();
    valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: SENT }));
    await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
    expect(await applyOn(office, ON)).toMatchObject({ applied: 1, errors: 0 });
    expect([await scopesOf(EMAIL), await tasks()]).toEqual([['all'], []]);
    expect(await recorded('reminder.')).toEqual(['reminder.bounced']);
  });

  test('about a restricted case reaches it, though the web server cannot see the case', async () => {
    const mail = await toClient();
    const restriction = { caseId, ground: 'domestic-violence', reason: 'Her address is not to be known.' };
    valueOf(
      await office.run(restrictCase, restrictionInput, restriction, {
        on: SENT,
        as: office.person('supervisor'),
      }),
    );
    expect(await tell(office, ON, mail, 'email.bounced', bounce('Permanent'))).toBe(200);
    expect(await applyOn(office, ON)).toMatchObject({ applied: 1, errors: 0 });
    expect([await scopesOf(EMAIL), (await marksOf(mail))?.bounced_at]).toEqual([['all'], toldAt]);
    expect(await tasks()).toHaveLength(1);
  });
});

describe('other answers to a message', () => {
  test('a client’s complaint bars the address from all mail, and asks for another way', async () => {
    const mail = await toClient();
    await tell(office, ON, mail, 'email.complained');
    await applyOn(office, ON);
    expect([await scopesOf(EMAIL), (await tasks()).length]).toEqual([['all'], 1]);
    expect(await marksOf(mail)).toMatchObject({ complained_at: toldAt });
    expect(await recorded('reminder.')).toEqual(['reminder.complained']);
  });

  test('an address that the provider no longer tries is barred here too', async () => {
    await tell(office, ON, await toClient(), 'email.suppressed');
    await applyOn(office, ON);
    expect([await scopesOf(EMAIL), (await tasks()).length]).toEqual([['all'], 1]);
  });

  test('a bounce at an address that a colleague shares with a client asks to reach the client', async () => {
    const theirs = { email: office.emailOf('caseworker'), emailConsentOn: '2026-01-05' };
    const shared = await office.openCase({ on: '2026-01-05', ...theirs, emailConsentHow: 'by phone' });
    await tell(office, ON, await aSentBulletin(office, SENT), 'email.bounced', bounce('Permanent'));
    await applyOn(office, ON);
    expect([(await tasks(shared)).length, (await tasks()).length]).toEqual([1, 0]);
  });

  test('a colleague’s bounce bars their address, and makes no task', async () => {
    await tell(office, ON, await aSentReminder(office, caseId, { to: 'owner', on: SENT }), 'email.bounced', {
      ...bounce('Permanent'),
    });
    await applyOn(office, ON);
    expect([await scopesOf(office.emailOf('caseworker')), await tasks()]).toEqual([['all'], []]);
  });

  test('a digest that bounced does the same', async () => {
    const digest = await aSentBulletin(office, SENT);
    await tell(office, ON, digest, 'email.bounced', bounce('Permanent'));
    expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 0, errors: 0 });
    expect(await marksOf(digest, 'bulletins')).toMatchObject({ bounced_at: toldAt });
    expect(await scopesOf(office.emailOf('caseworker'))).toEqual(['all']);
  });

  test('what is told of another office’s message, or of none, does nothing', async () => {
    const neighbor = await openTestOffice(database);
    try {
      const mail = await toClient();
      await tell(office, ON, { ...mail, office: neighbor.officeId }, 'email.bounced', bounce('Permanent'));
      await tell(office, ON, { ...mail, message: randomUUID() }, 'email.bounced', bounce('Permanent'));
      expect(await applyOn(neighbor, ON)).toEqual({ applied: 0, ignored: 1, errors: 0 });
      expect(await applyOn(office, ON)).toEqual({ applied: 0, ignored: 1, errors: 0 });
      expect(await marksOf(mail)).toEqual({ delivered_at: null, bounced_at: null, complained_at: null });
      expect([await scopesOf(EMAIL), await tasks()]).toEqual([[], []]);
    } finally {
      await neighbor.close();
    }
  });

  test('an address is not kept once it has served, be the message known or not', async () => {
    const mail = await toClient();
    await tell(office, ON, mail, 'email.bounced', bounce('Permanent'));
    await tell(office, ON, { ...mail, message: randomUUID() }, 'email.bounced', bounce('Permanent'));
    await applyOn(office, ON);
    const { rows } = await office.owner.pool.query<{ address: string }>(
      'select address from mail_events where office_id = $1',
      [office.officeId],
    );
    expect(rows).toEqual([{ address: '' }, { address: '' }]);
    expect(await scopesOf(EMAIL)).toEqual(['all']);
  });

  test('an event that cannot be applied keeps none of the others, and is tried again', async () => {
    const [bad, good] = [await toClient(), await toClient()];
    await tell(office, ON, bad, 'email.delivered');
    await tell(office, ON, good, 'email.delivered');
    const { pool } = office.owner;
    await pool.query(
      `create function refuse_${bad.message.replaceAll('-', '')}() returns trigger language plpgsql as
       $$ begin raise exception 'no'; end $$`,
    );
    await pool.query(
      `create trigger refuses before update on reminders for each row when (new.id = '${bad.message}')
       execute function refuse_${bad.message.replaceAll('-', '')}()`,
    );
    expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 0, errors: 1 });
    await pool.query('drop trigger refuses on reminders');
    expect(await applyOn(office, ON)).toEqual({ applied: 1, ignored: 0, errors: 0 });
  });
});
