import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignCases } from '../../../lib/cases/assign-cases.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { assignmentInput, closureInput } from '../../../lib/cases/input.ts';
import { aCase, CaseStory } from '../../support/a-case.ts';
import { writeBeforeTheRule } from '../../support/before-the-rule.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { clockOfCase, eventsOf, ledgerOf, outbox, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

/** Every test has an office of its own, so that a sweep meets only its cases. */
const inNewOffice = eachInNewOffice(
  () => database,
  (opened) => {
    office = opened;
  },
);

const CONSENT = { email: 'ana@example.org', emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };
const ackSent = (on: string) => aCase('dmhc', on).withGrievance(on);
const recipients = (box: ReturnType<typeof outbox>) =>
  box.sent.map(({ to }) => to.split('-')[0] ?? '').toSorted();

describe('a sweep', () => {
  test(
    'sends a rung on its day, not the day before, and not again',
    inNewOffice(async () => {
      await ackSent('2026-02-02').in(office);
      const box = outbox();
      expect(await sweep(office, '2026-02-03', box)).toMatchObject({ sent: 0 });
      expect(await sweep(office, '2026-02-04', box)).toMatchObject({ sent: 1, errors: 0 });
      expect(await sweep(office, '2026-02-04', box)).toMatchObject({ sent: 0 });
      expect(await sweep(office, '2026-02-05', box)).toMatchObject({ sent: 0 });
      expect(box.sent.map(({ subject }) => subject)).toEqual([
        '2026-000001 plan to acknowledge the grievance, 3 days',
      ]);
    }),
  );

  test(
    'tells the office in its subject what is due, and nobody’s name',
    inNewOffice(async () => {
      await ackSent('2026-02-02').in(office);
      const box = outbox();
      for (const on of ['2026-02-04', '2026-03-04', '2026-03-05']) await sweep(office, on, box);
      const subjects = box.sent.map(({ subject }) => subject);
      expect(subjects).toContain('2026-000001 plan to answer the grievance, today');
      expect(subjects).toContain('2026-000001 plan to answer the grievance, 1 day late; the IMR is open');
      expect(subjects.join()).not.toMatch(/Ana|Prueba/);
      expect(box.sent.at(-1)?.text).toContain('https://recourse.example.org/cases/');
    }),
  );

  test(
    'after missed days sends one message per person and passes over the older rungs',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      const box = outbox();
      await sweep(office, '2026-02-07', box);
      expect(box.sent).toHaveLength(1);
      expect((await ledgerOf(office, caseId)).map(({ rung, state }) => `${rung} ${state}`)).toEqual([
        'T-3 skipped',
        'T-1 skipped',
        'T-0 sent',
      ]);
      expect((await ledgerOf(office, caseId))[0]?.reason).toContain('a newer one is due');
      expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({
        // The day after is a Sunday.
        nextLookAt: new Date('2026-02-09T16:00:00Z'),
      });
    }),
  );

  test(
    'writes each message on the case’s record',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      await sweep(office, '2026-02-04', outbox());
      const [sent] = (await eventsOf(office, caseId)).filter(({ event }) => event.startsWith('reminder.'));
      const [entry] = await ledgerOf(office, caseId);
      expect(sent).toMatchObject({
        event: 'reminder.sent',
        subjectId: entry?.id,
        actorId: null,
        caseVersion: null,
        changes: [
          { field: 'to', from: null, to: 'owner' },
          { field: 'about', from: null, to: 'Acknowledge the grievance' },
        ],
      });
      expect(entry).toMatchObject({
        state: 'sent',
        attempts: 1,
        claimedAt: null,
        providerMessageId: entry?.id,
      });
    }),
  );

  test(
    'stops after the message at hand when it is asked to',
    inNewOffice(async () => {
      for (let index = 0; index < 3; index += 1) await ackSent('2026-02-02').in(office);
      const stop = new AbortController();
      const box = outbox((_, key) => {
        stop.abort();
        return { outcome: 'accepted', providerMessageId: key };
      });
      expect(await sweep(office, '2026-02-04', box, { stopping: stop.signal })).toMatchObject({ sent: 1 });
      expect(await sweep(office, '2026-02-04', outbox())).toMatchObject({ sent: 2 });
    }),
  );
});

describe('who hears', () => {
  test(
    'is the supervisor when the owner has left',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      await writeBeforeTheRule(office, 'update users set deactivated_at = now() where id = $1', [
        office.person('caseworker').userId,
      ]);
      const box = outbox();
      await sweep(office, '2026-02-04', box);
      expect(recipients(box)).toEqual(['supervisor']);
      expect(box.sent[0]?.text.replace(/\s+/g, ' ')).toContain('the case has no owner who is at work');
      expect(await ledgerOf(office, caseId)).toMatchObject([{ recipientKind: 'supervisor', state: 'sent' }]);
    }),
  );

  test(
    'is never a client who has not consented, and the ledger says why',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      const box = outbox();
      await sweep(office, '2026-03-05', box);
      expect(recipients(box)).not.toContain('ana@example.org');
      const toClient = (await ledgerOf(office, caseId)).filter(
        ({ recipientKind }) => recipientKind === 'client',
      );
      expect(toClient).toMatchObject([
        { rung: 'lapsed', state: 'skipped', reason: 'The client has not consented to e-mail.' },
      ]);
    }),
  );

  test(
    'is the client, in neutral words and their language, once the plan’s silence opened something',
    inNewOffice(async () => {
      const story = { on: '2026-02-02', line: 'dmhc', language: 'es', ...CONSENT } as const;
      const caseId = await new CaseStory(story).withGrievance('2026-02-02').in(office);
      const box = outbox();
      await sweep(office, '2026-03-05', box);
      const letter = box.sent.find(({ to }) => to === CONSENT.email);
      expect(letter).toMatchObject({
        subject: 'Noticias para usted',
        language: 'es',
        replyTo: office.emailOf('caseworker'),
        // News goes even where reminders were stopped, so no button of the mail program claims to stop it.
        unsubscribeAt: null,
      });
      expect(letter?.text).toContain('Tenemos noticias para usted.');
      expect(letter?.text).toContain('Llamar al 555-0100');
      expect(`${letter?.text}${letter?.html}`).not.toMatch(/Golden Valley|IMR|grievance|plan\b/i);
      const events = (await eventsOf(office, caseId)).filter(({ event }) => event === 'reminder.sent');
      expect(events.flatMap(({ changes }) => changes).filter(({ to }) => to === 'client')).toHaveLength(1);
    }),
  );

  test(
    'is a client in their language though nobody who reads it has looked at the text, which the ledger remembers',
    inNewOffice(async () => {
      const story = { on: '2026-02-02', line: 'dmhc', language: 'vi', ...CONSENT } as const;
      const caseId = await new CaseStory(story).withGrievance('2026-02-02').in(office);
      await sweep(office, '2026-03-05', outbox());
      const [toClient] = (await ledgerOf(office, caseId)).filter(
        ({ recipientKind }) => recipientKind === 'client',
      );
      expect(toClient).toMatchObject({
        state: 'sent',
        reason: 'Written in Vietnamese: nobody who reads it has looked at the text yet.',
      });
    }),
  );

  test(
    'learns of an insurer’s silence though no clock of the insurer lapses',
    inNewOffice(async () => {
      const story = { on: '2026-02-02', line: 'cdi', ...CONSENT } as const;
      await new CaseStory(story).withGrievance('2026-02-02').in(office);
      const box = outbox();
      expect(await sweep(office, '2026-03-04', box)).toMatchObject({ sent: 0 });
      await sweep(office, '2026-03-05', box);
      expect(recipients(box)).toEqual(['ana@example.org', 'caseworker', 'supervisor']);
      expect(box.sent[0]?.subject).toBe('2026-000001 insurer silent; the IMR is open');
      expect(box.sent[0]?.text).toContain('The insurer did not answer by Wed, Mar 4, 2026.');
    }),
  );
});

describe('what is no longer true', () => {
  test(
    'is not sent: the case was closed',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      valueOf(
        await office.run(
          closeCase,
          closureInput,
          { caseId, outcome: 'client-withdrew', note: 'She said so.' },
          { on: '2026-02-03' },
        ),
      );
      const box = outbox();
      await sweep(office, '2026-02-04', box);
      await sweep(office, '2026-03-05', box);
      expect(box.sent).toEqual([]);
    }),
  );

  test(
    'is not sent: the case went to a colleague, who hears the next rung instead',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      const supervisor = office.person('supervisor');
      const box = outbox();
      await sweep(office, '2026-02-04', box);
      valueOf(
        await office.run(
          assignCases,
          assignmentInput,
          { caseIds: [caseId], ownerId: supervisor.userId, reason: 'She is away.' },
          { on: '2026-02-05', as: supervisor },
        ),
      );
      await sweep(office, '2026-02-06', box);
      expect(box.sent.map(({ to }) => to.split('-')[0])).toEqual(['caseworker', 'supervisor']);
    }),
  );
});

describe('a message that cannot be handed over', () => {
  const busy = {
    outcome: 'refused',
    isRetryable: true,
    reason: 'Resend refused the message (429).',
  } as const;
  const wrong = {
    outcome: 'refused',
    isRetryable: false,
    reason: 'Resend refused the message (422).',
  } as const;

  test(
    'is tried again after a pause under the same key, and each failure is on the record',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      const keys: string[] = [];
      const full = outbox((_, key) => {
        keys.push(key);
        return busy;
      });
      expect(await sweep(office, '2026-02-04T17:00:00Z', full)).toMatchObject({ sent: 0, failed: 1 });
      expect(await ledgerOf(office, caseId)).toMatchObject([
        { state: 'failed', attempts: 1, reason: 'Resend refused the message (429). It is tried again.' },
      ]);
      expect(await sweep(office, '2026-02-04T17:03:59Z', full)).toMatchObject({ failed: 0 });
      const box = outbox();
      expect(await sweep(office, '2026-02-04T17:05:00Z', box)).toMatchObject({ sent: 1 });
      expect(box.sent.map(({ key }) => key)).toEqual(keys);
      expect(await ledgerOf(office, caseId)).toMatchObject([{ state: 'sent', attempts: 2 }]);
      const events = (await eventsOf(office, caseId)).map(({ event }) => event);
      expect(events.filter((event) => event.startsWith('reminder.'))).toEqual([
        'reminder.failed',
        'reminder.sent',
      ]);
    }),
  );

  test(
    'is tried for as long as it is worth sending, with pauses that double up to an hour and rest overnight',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      const triedAt: string[] = [];
      const start = new Date('2026-02-04T16:00:00Z').getTime();
      for (let minutes = 0; minutes < 24 * 60 + 30; minutes += 4) {
        const now = new Date(start + minutes * 60_000).toISOString();
        const full = outbox(() => {
          triedAt.push(now.slice(11, 16));
          return busy;
        });
        await sweep(office, now, full);
      }
      expect(triedAt.join(' ')).toBe(
        '16:00 16:04 16:12 16:28 17:00 18:00 19:00 20:00 21:00 22:00 23:00 00:00 16:00',
      );
      expect(await ledgerOf(office, caseId)).toMatchObject([{ rung: 'T-3', state: 'failed', attempts: 13 }]);
      const box = outbox();
      expect(await sweep(office, '2026-02-05T17:00:00Z', box)).toMatchObject({ sent: 1 });
      expect(await ledgerOf(office, caseId)).toMatchObject([{ state: 'sent', attempts: 14, retryAt: null }]);
    }),
  );

  test(
    'is given up at once when the message itself is at fault',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      await sweep(
        office,
        '2026-02-04',
        outbox(() => wrong),
      );
      expect(await ledgerOf(office, caseId)).toMatchObject([
        { state: 'failed', attempts: 1, claimedAt: null },
      ]);
      expect(await sweep(office, '2026-02-04T23:00:00Z', outbox())).toMatchObject({ sent: 0 });
      expect(await clockOfCase(office, caseId, 'ca.grv.ack')).toMatchObject({
        nextLookAt: new Date('2026-02-06T16:00:00Z'),
      });
      expect(await sweep(office, '2026-02-06', outbox())).toMatchObject({ sent: 1 });
    }),
  );

  test(
    'counts as failed when the transport breaks off with an exception',
    inNewOffice(async () => {
      await ackSent('2026-02-02').in(office);
      const broken = outbox(() => Promise.reject(new Error('a bug')));
      expect(await sweep(office, '2026-02-04', broken)).toMatchObject({ failed: 1, errors: 0 });
    }),
  );

  test(
    'gives way to the next rung of its ladder',
    inNewOffice(async () => {
      const caseId = await ackSent('2026-02-02').in(office);
      await sweep(
        office,
        '2026-02-04',
        outbox(() => busy),
      );
      const box = outbox();
      await sweep(office, '2026-02-06', box);
      expect(box.sent.map(({ subject }) => subject)).toEqual([
        '2026-000001 plan to acknowledge the grievance, 1 day',
      ]);
      expect((await ledgerOf(office, caseId)).map(({ rung, state }) => `${rung} ${state}`)).toEqual([
        'T-3 skipped',
        'T-1 sent',
      ]);
    }),
  );
});
