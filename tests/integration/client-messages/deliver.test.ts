import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../lib/audit/sentences.ts';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput } from '../../../lib/cases/input.ts';
import { accepted, type Delivery, refused } from '../../../lib/mail/transport.ts';
import { readOfficeState } from '../../../lib/worker-runs/queries.ts';
import { CLIENT, consented, deliverOn, messagesOf, sendByHand } from '../../support/by-hand.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { batchOutbox, eventsOf, type Outbox, outbox } from '../../support/outbox.ts';

/** Wednesday, March 4, at nine in California, and minutes after it. */
const ON = '2026-03-04';
const at = (minutes: number) =>
  new Date(new Date('2026-03-04T17:00:00Z').getTime() + minutes * 60_000).toISOString();

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

const planned = async (more: Record<string, unknown> = {}) => {
  const caseId = await consented(office, more);
  valueOf(await sendByHand(office, caseId, 'call-us', { on: ON }));
  return caseId;
};
const recorded = async (caseId: string) =>
  (await eventsOf(office, caseId)).map(({ event }) => event).filter((event) => event.startsWith('message.'));
const tasks = async (caseId: string) =>
  (await office.read(caseId, ON))?.manualDeadlines.filter(({ madeFor }) => madeFor === 'reach-client') ?? [];
const down = () => outbox(() => refused(true, 'The server is down.'));

/** A worker that dies at its first message: before it hands the message over, or after. */
async function dieAtFirstMessage(on: string, handOver?: Outbox['transport']['send']) {
  const there = Promise.withResolvers<void>();
  const mayGoOn = Promise.withResolvers<void>();
  const dying = outbox(async (message, key): Promise<Delivery> => {
    await handOver?.(message, key);
    there.resolve();
    await mayGoOn.promise;
    return accepted(key);
  });
  const running = deliverOn(office, on, dying, { worker: 'dying' });
  await there.promise;
  return {
    revive() {
      mayGoOn.resolve();
      return running;
    },
  };
}

describe('a message by hand', () => {
  test('goes once, under the number of its row, with the colleague to answer to, and is on the record', async () => {
    const caseId = await planned();
    const box = outbox();
    expect(await deliverOn(office, at(1), box)).toMatchObject({ messages: 1 });
    expect(await deliverOn(office, at(6), box)).toMatchObject({ messages: 0 });
    const [row] = await messagesOf(office, caseId);
    expect(box.sent).toMatchObject([
      { to: CLIENT, key: row?.id, replyTo: office.emailOf('caseworker'), subject: 'A message for you' },
    ]);
    expect(box.sent[0]?.text).toContain(`/stop/${office.officeId}/${row?.stopToken}`);
    expect(box.sent[0]?.unsubscribeAt).toContain(`/api/mail/stop/${office.officeId}/${row?.stopToken}`);
    expect(row).toMatchObject({ state: 'sent', attempts: 1, claimedAt: null, sentAt: new Date(at(1)) });
    const sent = (await eventsOf(office, caseId)).find(({ event }) => event === 'message.sent');
    expect(sent?.actorId).toBeNull();
    expect(sentenceOf('message.sent', sent?.changes ?? [])).toBe(
      'Sent a message to the client: please call us.',
    );
  });

  test('that is essential has no button of the mail program that would stop it', async () => {
    const caseId = await consented(office);
    valueOf(await sendByHand(office, caseId, 'news', { on: ON }));
    const box = outbox();
    await deliverOn(office, at(1), box);
    expect(box.sent).toMatchObject([{ unsubscribeAt: null }]);
  });

  test('is answered by whoever has the case by then', async () => {
    const caseId = await planned();
    const owner = office.person('supervisor').userId;
    valueOf(
      await office.run(
        assignCases,
        assignmentInput,
        { caseIds: [caseId], ownerId: owner, reason: 'Away.' },
        { on: ON, as: office.person('supervisor') },
      ),
    );
    const box = outbox();
    await deliverOn(office, at(1), box);
    expect(box.sent).toMatchObject([{ replyTo: office.emailOf('supervisor') }]);
  });

  test('shares a request with others where the provider takes several', async () => {
    for (let nth = 0; nth < 3; nth += 1) await planned({ email: `client-${nth}@example.org` });
    const box = batchOutbox(100);
    expect(await deliverOn(office, at(1), box)).toMatchObject({ messages: 3 });
    expect(box.requests).toHaveLength(1);
  });
});

describe('what is no longer true', () => {
  test('is not sent: the case was closed', async () => {
    const caseId = await planned();
    valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: ON }));
    const box = outbox();
    expect(await deliverOn(office, at(1), box)).toMatchObject({ messages: 0, heldMessages: 1 });
    expect(await messagesOf(office, caseId)).toMatchObject([
      { state: 'canceled', reason: 'The case is closed.', claimedAt: null },
    ]);
    expect(await recorded(caseId)).toEqual(['message.planned', 'message.held']);
    expect(await tasks(caseId)).toEqual([]);
  });

  test('is not sent: the client stopped such messages, or withdrew consent, meanwhile', async () => {
    const stopped = await planned();
    await office.owner.pool.query(
      `insert into suppressions (office_id, address, ground, scope, since) values ($1, $2, 'unsubscribed', 'nudges', now())`,
      [office.officeId, CLIENT],
    );
    const withdrawn = await planned({ email: 'other@example.org' });
    await office.owner.pool.query(
      `update clients k set email_consent_withdrawn_on = '2026-03-04' from cases c where c.id = $1 and k.id = c.client_id`,
      [withdrawn],
    );
    const box = outbox();
    expect(await deliverOn(office, at(1), box)).toMatchObject({ messages: 0, heldMessages: 2 });
    expect(await messagesOf(office, stopped)).toMatchObject([
      { state: 'skipped', reason: 'The client has stopped such messages; what is essential still goes.' },
    ]);
    expect(await messagesOf(office, withdrawn)).toMatchObject([
      { state: 'skipped', reason: 'The client has withdrawn consent to e-mail.' },
    ]);
    expect(box.sent).toEqual([]);
    for (const caseId of [stopped, withdrawn]) expect(await tasks(caseId)).toHaveLength(1);
    const held = (await eventsOf(office, withdrawn)).find(({ event }) => event === 'message.held');
    expect(held).toMatchObject({ actorId: null, reason: 'The client has withdrawn consent to e-mail.' });
    expect(sentenceOf('message.held', held?.changes ?? [])).toBe(
      'Did not send a message to the client after all: please call us.',
    );
  });

  test('stays in the drawer at night, however late the worker comes, and goes in the morning', async () => {
    const caseId = await planned();
    const box = outbox();
    expect(await deliverOn(office, '2026-03-05T04:00:00Z', box)).toMatchObject({ messages: 0 });
    expect(await messagesOf(office, caseId)).toMatchObject([
      { state: 'planned', attempts: 0, retryAt: new Date('2026-03-05T16:00:00Z') },
    ]);
    expect(await deliverOn(office, '2026-03-05', box)).toMatchObject({ messages: 1 });
  });
});

describe('a message that cannot be handed over', () => {
  test('is tried again after a pause under the same key, and each failure is on the record', async () => {
    const caseId = await planned();
    expect(await deliverOn(office, at(1), down())).toMatchObject({ failedMessages: 1 });
    expect(await messagesOf(office, caseId)).toMatchObject([
      { state: 'failed', reason: 'The server is down. It is tried again.', retryAt: new Date(at(5)) },
    ]);
    const box = outbox();
    expect(await deliverOn(office, at(3), box)).toMatchObject({ messages: 0 });
    expect(await deliverOn(office, at(6), box)).toMatchObject({ messages: 1 });
    expect(box.sent[0]?.key).toBe((await messagesOf(office, caseId))[0]?.id);
    expect(await recorded(caseId)).toEqual(['message.planned', 'message.failed', 'message.sent']);
  });

  test('is a task on the case after five tries, once, while it is tried on', async () => {
    const caseId = await planned();
    for (const minutes of [1, 6, 15, 32, 65, 130]) await deliverOn(office, at(minutes), down());
    expect(await tasks(caseId)).toHaveLength(1);
    expect(await messagesOf(office, caseId)).toMatchObject([{ state: 'failed', attempts: 6 }]);
  });

  test('ends at once where the message itself is at fault, and somebody is to call', async () => {
    const caseId = await planned();
    await deliverOn(
      office,
      at(1),
      outbox(() => refused(false, 'No such address.')),
    );
    expect(await messagesOf(office, caseId)).toMatchObject([
      { state: 'failed', reason: 'No such address. It is not tried again.', claimedAt: null },
    ]);
    expect(await tasks(caseId)).toHaveLength(1);
    expect(await deliverOn(office, at(60), outbox())).toMatchObject({ messages: 0 });
  });

  test('is sent no more once the second working day after its own is over, and somebody is to call', async () => {
    const caseId = await planned();
    await deliverOn(office, at(1), down());
    const box = outbox();
    expect(await deliverOn(office, '2026-03-09', box)).toMatchObject({ messages: 0, failedMessages: 1 });
    expect(await messagesOf(office, caseId)).toMatchObject([
      {
        state: 'failed',
        claimedAt: null,
        reason: 'It could not be sent within 2 working days and is not sent later.',
      },
    ]);
    expect(await tasks(caseId)).toHaveLength(1);
    expect(box.sent).toEqual([]);
  });

  test('ends the run after five in a row, and the rest is left for the next one', async () => {
    for (let nth = 0; nth < 7; nth += 1) await planned({ email: `client-${nth}@example.org` });
    expect(await deliverOn(office, at(1), down())).toMatchObject({ failedMessages: 5, releasedMessages: 2 });
    const box = outbox();
    expect(await deliverOn(office, at(6), box)).toMatchObject({ messages: 7 });
    expect(new Set(box.sent.map(({ key }) => key)).size).toBe(7);
  });

  test('makes the health of the office say so', async () => {
    await planned();
    await deliverOn(office, at(1), down());
    const state = (minutes: number) =>
      office.worker.db.transaction(async (tx) => {
        await tx.execute(`select set_config('app.office_id', '${office.officeId}', true)`);
        return readOfficeState(tx, new Date(at(minutes)));
      });
    expect((await state(0)).unsent.waiting).toBe(0);
    expect((await state(10)).unsent.waiting).toBe(1);
  });
});

describe('workers', () => {
  test('three at once share the work and repeat none of it', async () => {
    const CASES = 25;
    const caseIds: string[] = [];
    for (let nth = 0; nth < CASES; nth += 1)
      caseIds.push(await planned({ email: `client-${nth}@example.org` }));
    const box = outbox(async (_, key) => {
      await sleep(5);
      return accepted(key);
    });
    const summaries = await Promise.all(
      ['a', 'b', 'c'].map((worker) => deliverOn(office, at(1), box, { worker })),
    );
    expect(new Set(box.sent.map(({ to }) => to)).size).toBe(CASES);
    expect(box.sent).toHaveLength(CASES);
    expect(summaries.reduce((sum, { messages }) => sum + messages, 0)).toBe(CASES);
    expect(summaries.filter(({ messages }) => messages > 0).length).toBeGreaterThan(1);
    for (const caseId of caseIds) expect(await recorded(caseId)).toEqual(['message.planned', 'message.sent']);
  });

  test('one that dies between claim and send loses nothing: after the lease another sends it, once', async () => {
    const caseId = await planned();
    const dead = await dieAtFirstMessage(at(0));
    const box = outbox();
    expect(await deliverOn(office, at(9), box)).toMatchObject({ messages: 0 });
    expect(await deliverOn(office, at(10), box)).toMatchObject({ messages: 1 });
    expect(await deliverOn(office, at(30), box)).toMatchObject({ messages: 0 });
    expect(await messagesOf(office, caseId)).toMatchObject([{ state: 'sent', attempts: 2 }]);
    await dead.revive();
    expect(await recorded(caseId)).toEqual(['message.planned', 'message.sent']);
  });

  test('one that dies between send and settle causes a repetition under the same key', async () => {
    const caseId = await planned();
    const keys: string[] = [];
    const handOver: Outbox['transport']['send'] = async (_, key) => {
      keys.push(key);
      return accepted(key);
    };
    const dead = await dieAtFirstMessage(at(0), handOver);
    await deliverOn(office, at(10), outbox(handOver));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    await dead.revive();
    expect(await recorded(caseId)).toEqual(['message.planned', 'message.sent']);
  });

  test('one that dies in the middle of a shared request has it repeated whole, under its key', async () => {
    for (let nth = 0; nth < 3; nth += 1) await planned({ email: `client-${nth}@example.org` });
    const first = batchOutbox(100, () => [
      refused(true, 'Lost.'),
      refused(true, 'Lost.'),
      refused(true, 'Lost.'),
    ]);
    await deliverOn(office, at(1), first);
    const again = batchOutbox(100);
    expect(await deliverOn(office, at(6), again)).toMatchObject({ messages: 3 });
    expect(again.requests).toHaveLength(1);
    expect(again.requests[0]?.key).toBe(first.requests[0]?.key);
    expect([...(again.requests[0]?.ids ?? [])].toSorted()).toEqual(
      [...(first.requests[0]?.ids ?? [])].toSorted(),
    );
  });

  test('and whose successors die too gives it up, visibly', async () => {
    const caseId = await planned();
    const dead = await dieAtFirstMessage(at(0));
    await office.owner.pool.query(`update client_messages set attempts = 100 where case_id = $1`, [caseId]);
    expect(await deliverOn(office, at(11), outbox())).toMatchObject({ messages: 0, failedMessages: 1 });
    expect(await messagesOf(office, caseId)).toMatchObject([{ state: 'failed', claimedAt: null }]);
    expect(await recorded(caseId)).toEqual(['message.planned', 'message.failed']);
    expect(await tasks(caseId)).toHaveLength(1);
    await dead.revive();
    expect(await recorded(caseId)).toEqual(['message.planned', 'message.failed']);
  });
});
