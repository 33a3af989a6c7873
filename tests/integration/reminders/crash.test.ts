import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeClient } from '../../../lib/clients/change-client.ts';
import { clientInput } from '../../../lib/clients/input.ts';
import { correctGrievance } from '../../../lib/grievances/correct-grievance.ts';
import { grievanceInput } from '../../../lib/grievances/input.ts';
import { localMailbox } from '../../../lib/mail/local-mailbox.ts';
import { accepted, type Delivery } from '../../../lib/mail/transport.ts';
import { aCase, CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { clockOfCase, eventsOf, ledgerOf, type Outbox, outbox, sweep } from '../../support/outbox.ts';

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

const at = (minutes: number) =>
  new Date(new Date('2026-02-04T17:00:00Z').getTime() + minutes * 60_000).toISOString();
const ackSent = () => aCase('dmhc', '2026-02-02').withGrievance('2026-02-02').in(office);
const sentEvents = async (caseId: string) =>
  (await eventsOf(office, caseId)).filter(({ event }) => event === 'reminder.sent');

/** A worker that dies at its first message: `before` it hands the message over, or after. */
async function dieAtFirstMessage(
  on: string,
  handOver?: Outbox['transport']['send'],
): Promise<{ revive: () => Promise<unknown> }> {
  let reached: () => void;
  let go: () => void;
  const isThere = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const mayGoOn = new Promise<void>((resolve) => {
    go = resolve;
  });
  const dying = outbox(async (message, key): Promise<Delivery> => {
    await handOver?.(message, key);
    reached();
    await mayGoOn;
    return accepted(key);
  });
  const running = sweep(office, on, dying, { worker: 'dying' });
  await isThere;
  return {
    revive: () => {
      go();
      return running;
    },
  };
}

/** More than one worker claims before it begins to send. */
const CASES = 12;

describe('two sweeps at once', () => {
  test(
    'share the work and repeat none of it',
    inNewOffice(async () => {
      const caseIds: string[] = [];
      for (let index = 0; index < CASES; index += 1) caseIds.push(await ackSent());
      const box = outbox(async (_, key) => {
        await sleep(5);
        return accepted(key);
      });
      const summaries = await Promise.all(
        ['a', 'b', 'c'].map((worker) => sweep(office, '2026-02-04', box, { worker })),
      );
      expect(box.sent).toHaveLength(CASES);
      expect(new Set(box.sent.map(({ key }) => key)).size).toBe(CASES);
      expect(summaries.reduce((sum, { sent }) => sum + sent, 0)).toBe(CASES);
      expect(summaries.filter(({ sent }) => sent > 0).length).toBeGreaterThan(1);
      for (const caseId of caseIds) {
        expect(await sentEvents(caseId)).toHaveLength(1);
        expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({
          nextLookAt: new Date('2026-02-06T16:00:00Z'),
        });
      }
    }),
  );
});

describe('a worker that dies', () => {
  test(
    'between claim and send loses nothing: after the lease another sends it, once',
    inNewOffice(async () => {
      const caseId = await ackSent();
      const dead = await dieAtFirstMessage(at(0));
      const box = outbox();
      expect(await sweep(office, at(9), box)).toMatchObject({ sent: 0 });
      expect(await sweep(office, at(10), box)).toMatchObject({ sent: 1 });
      expect(await sweep(office, at(30), box)).toMatchObject({ sent: 0 });
      expect(await ledgerOf(office, caseId)).toMatchObject([{ state: 'sent', attempts: 2 }]);
      await dead.revive();
      expect(await sentEvents(caseId)).toHaveLength(1);
    }),
  );

  test(
    'between send and settle causes a repetition that the transport recognizes',
    inNewOffice(async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'recourse-mail-'));
      const mailbox = localMailbox({ folder, from: 'reminders@example.org' });
      const caseId = await ackSent();
      const keys: string[] = [];
      const handOver: Outbox['transport']['send'] = (message, key) => {
        keys.push(key);
        return mailbox.send(message, key);
      };
      const dead = await dieAtFirstMessage(at(0), handOver);
      expect(await sweep(office, at(10), outbox(handOver))).toMatchObject({ sent: 1 });
      expect(keys).toHaveLength(2);
      expect(keys[0]).toBe(keys[1]);
      expect(await readdir(path.join(folder, office.officeId))).toEqual([`${keys[0]}.json`]);
      await dead.revive();
      expect(await sentEvents(caseId)).toHaveLength(1);
      await rm(folder, { recursive: true });
    }),
  );

  test(
    'and whose successors die too is given up, visibly, and the ladder goes on',
    inNewOffice(async () => {
      const caseId = await ackSent();
      const dead = await dieAtFirstMessage(at(0));
      await office.owner.pool.query(`update reminders set attempts = 100 where case_id = $1`, [caseId]);
      const box = outbox();
      expect(await sweep(office, at(11), box)).toMatchObject({ sent: 0, failed: 1 });
      expect(box.sent).toEqual([]);
      expect(await ledgerOf(office, caseId)).toMatchObject([{ state: 'failed', claimedAt: null }]);
      expect((await eventsOf(office, caseId)).at(-1)).toMatchObject({ event: 'reminder.failed' });
      expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({
        nextLookAt: new Date('2026-02-06T16:00:00Z'),
      });
      await dead.revive();
      expect(await sentEvents(caseId)).toHaveLength(0);
    }),
  );

  test(
    'with a rung that is no longer the newest leaves the newest to be sent, and only that',
    inNewOffice(async () => {
      const caseId = await ackSent();
      const dead = await dieAtFirstMessage(at(0));
      const box = outbox();
      await sweep(office, '2026-02-06', box);
      expect(box.sent).toHaveLength(1);
      expect((await ledgerOf(office, caseId)).map(({ rung, state }) => `${rung} ${state}`)).toEqual([
        'T-3 skipped',
        'T-1 sent',
      ]);
      await dead.revive();
    }),
  );
});

describe('what changes between claim and send', () => {
  const CONSENT = { email: 'ana@example.org', emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };

  test(
    'counts: consent that is withdrawn meanwhile keeps the message back',
    inNewOffice(async () => {
      const intake = { on: '2026-02-02', line: 'dmhc', ...CONSENT } as const;
      const caseId = await new CaseStory(intake).withGrievance('2026-02-02').in(office);
      const withdrawn = {
        caseId,
        name: 'Ana Prueba',
        ...CONSENT,
        emailConsentWithdrawnOn: '2026-03-05',
        reason: 'She called.',
      };
      let isWithdrawn = false;
      const box = outbox(async ({ subject }, key) => {
        // The owner hears first: her message shows that the client's is already claimed.
        if (!isWithdrawn && subject.includes('answer the grievance')) {
          isWithdrawn = true;
          valueOf(await office.run(changeClient, clientInput, withdrawn, { on: '2026-03-05' }));
        }
        return accepted(key);
      });
      await sweep(office, '2026-03-05', box);
      expect(box.sent.map(({ to }) => to)).not.toContain(CONSENT.email);
      const toClient = (await ledgerOf(office, caseId)).filter(
        ({ recipientKind }) => recipientKind === 'client',
      );
      expect(toClient).toMatchObject([
        { state: 'skipped', reason: 'The client has withdrawn consent to e-mail.', attempts: 1 },
      ]);
    }),
  );

  test(
    'counts: a corrected date ends the old ladder at once and starts the new one',
    inNewOffice(async () => {
      const caseId = await ackSent();
      const grievanceId = (await office.read(caseId, '2026-02-03'))?.grievances[0]?.id;
      const box = outbox(async (_, key) => {
        if (box.sent.length === 0)
          valueOf(
            await office.run(
              correctGrievance,
              grievanceInput,
              { caseId, grievanceId, receivedOn: '2026-02-05', reason: 'The fax sheet says so.' },
              { on: '2026-02-09' },
            ),
          );
        return accepted(key);
      });
      // Lapsed on the seventh as first recorded: the owner's message goes out, the correction comes, the supervisor's is held.
      await sweep(office, '2026-02-09', box);
      expect(box.sent).toHaveLength(1);
      const states = (await ledgerOf(office, caseId))
        .filter(({ rung }) => rung === 'lapsed')
        .map(({ recipientKind, state, reason }) => `${recipientKind} ${state} ${reason}`);
      expect(states).toEqual(['owner sent ', 'supervisor canceled The due date has moved.']);
      expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({
        dueOn: '2026-02-10',
        nextLookAt: new Date('2026-02-09T17:00:00Z'),
      });
      const later = outbox();
      await sweep(office, '2026-02-09', later);
      expect(later.sent.map(({ subject }) => subject)).toEqual([
        '2026-000001 plan to acknowledge the grievance, 1 day',
      ]);
    }),
  );

  test(
    'counts for what a dead worker left: a claim on a date that moved is canceled, and taken back since it may have gone',
    inNewOffice(async () => {
      const caseId = await ackSent();
      const dead = await dieAtFirstMessage(at(0));
      const grievanceId = (await office.read(caseId, '2026-02-04'))?.grievances[0]?.id;
      valueOf(
        await office.run(
          correctGrievance,
          grievanceInput,
          { caseId, grievanceId, receivedOn: '2026-02-03', reason: 'The fax sheet says so.' },
          { on: '2026-02-04' },
        ),
      );
      const box = outbox();
      expect(await sweep(office, at(11), box)).toMatchObject({ sent: 1, canceled: 1 });
      expect(await ledgerOf(office, caseId)).toMatchObject([
        { dueOn: '2026-02-07', state: 'canceled', reason: 'The deadline no longer stands as it was.' },
        { dueOn: '2026-02-07', state: 'sent', rung: 'corrected' },
      ]);
      await dead.revive();
      expect(await sentEvents(caseId)).toHaveLength(1);
    }),
  );
});
