import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { dateAdjustmentInput } from '../../../lib/date-adjustments/input.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { imrFilingInput } from '../../../lib/imr/input.ts';
import { accepted } from '../../../lib/mail/transport.ts';
import { correctPlanDecision } from '../../../lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { CaseStory, filing } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { eventsOf, ledgerOf, outbox, sweep } from '../../support/outbox.ts';

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
const RULE = 'ca.imr.deadline.decision';
/** A month and three days before the six months end, on Thursday, August 20. */
const THIRTY_BEFORE = '2026-07-21';
const THREE_BEFORE = '2026-08-17';

/** A client who may ask for the IMR through August 20. */
const toldClient = (more: Record<string, unknown> = {}) =>
  new CaseStory({ on: '2026-02-02', line: 'dmhc', ...CONSENT, ...more })
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .in(office);

type By = { readonly on: string; readonly as?: UserActor };

async function correctLetter(
  caseId: string,
  { letterOn, outcome = 'upheld' }: { letterOn: string; outcome?: string },
  by: By,
) {
  const decisionId = (await office.read(caseId, '2026-08-01'))?.grievances[0]?.decision?.id;
  const typed = { caseId, decisionId, outcome, letterOn, reason: 'The envelope says so.' };
  valueOf(await office.run(correctPlanDecision, planDecisionInput, typed, by));
}

const setDate = async (caseId: string, dueOn: string, by: By) =>
  valueOf(
    await office.run(
      setDateByHand,
      dateAdjustmentInput,
      { caseId, rule: RULE, kind: 'by-hand', dueOn, reason: 'It was agreed in writing.' },
      by,
    ),
  );

const corrections = async (caseId: string) =>
  (await ledgerOf(office, caseId))
    .filter(({ rung }) => rung === 'corrected')
    .map(({ recipientKind, dueOn, state, reason }) => `${recipientKind} ${dueOn} ${state} ${reason}`.trim());

const sweptOn = async (on: string) => {
  const box = outbox();
  await sweep(office, on, box);
  return box.sent;
};
const text = (sent: { text: string } | undefined) => sent?.text.replace(/\s+/g, ' ') ?? '';

describe('a date that a client was told', () => {
  test(
    'and that moved is taken back, once',
    inNewOffice(async () => {
      const caseId = await toldClient();
      expect((await sweptOn(THIRTY_BEFORE)).map(({ to }) => to)).toEqual([CLIENT]);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      expect(await corrections(caseId)).toEqual(['client 2026-08-20 planned']);
      const [letter, ...others] = await sweptOn('2026-07-22');
      expect(others).toEqual([]);
      expect(letter?.to).toBe(CLIENT);
      expect(text(letter)).toContain('August 20, 2026');
      expect(text(letter)).toContain('August 24, 2026');
      expect(letter?.unsubscribeAt).toBeNull();
      expect(await corrections(caseId)).toEqual(['client 2026-08-20 sent']);
      expect((await sweptOn('2026-07-23')).filter(({ to }) => to === CLIENT)).toEqual([]);
      const events = (await eventsOf(office, caseId)).filter(({ event }) => event === 'reminder.sent');
      expect(events).toHaveLength(2);
    }),
  );

  test(
    'and that is gone is taken back: nothing is due any more',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(caseId, { letterOn: '2026-02-20', outcome: 'overturned' }, { on: '2026-07-22' });
      const [letter] = await sweptOn('2026-07-22');
      expect(text(letter)).toContain('August 20, 2026');
      expect(text(letter)).not.toMatch(/August 2[1-9]|before/);
      expect(await corrections(caseId)).toEqual(['client 2026-08-20 sent']);
    }),
  );

  test(
    'is not taken back when nothing had been sent about it',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-20' });
      expect(await corrections(caseId)).toEqual([]);
    }),
  );

  test(
    'is not taken back once it holds again, and is when it moves a second time',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      await correctLetter(caseId, { letterOn: '2026-02-20' }, { on: '2026-07-22' });
      expect(await sweptOn('2026-07-22')).toEqual([]);
      expect(await corrections(caseId)).toEqual([
        'client 2026-08-20 canceled The date stands again as it was told.',
      ]);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-23' });
      expect(await sweptOn('2026-07-23')).toHaveLength(1);
    }),
  );

  test(
    'by a correction is taken back as well when it moves',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      await sweptOn('2026-07-22');
      await correctLetter(caseId, { letterOn: '2026-02-26' }, { on: '2026-07-23' });
      const [letter, ...others] = await sweptOn('2026-07-23');
      expect(others).toEqual([]);
      expect(text(letter)).toContain('August 24, 2026');
      expect(text(letter)).toContain('August 26, 2026');
    }),
  );

  test(
    'is not taken back on a case that was closed, nor where what was due is done',
    inNewOffice(async () => {
      const closed = await toldClient();
      const done = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(closed, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      await correctLetter(done, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      const by = { on: '2026-07-22' };
      valueOf(await office.run(closeCase, closureInput, { caseId: closed, outcome: 'client-withdrew' }, by));
      valueOf(await office.run(fileImr, imrFilingInput, filing(done, '2026-07-22'), by));
      expect((await sweptOn('2026-07-22')).filter(({ to }) => to === CLIENT)).toEqual([]);
      expect(await corrections(closed)).toEqual(['client 2026-08-20 canceled The case is closed.']);
      expect(await corrections(done)).toEqual(['client 2026-08-20 canceled What was due has been done.']);
    }),
  );

  test(
    'is not taken back by mail from a client who has withdrawn consent',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      await office.owner.pool.query(`update clients set email_consent_withdrawn_on = '2026-07-22'`);
      expect(await sweptOn('2026-07-22')).toEqual([]);
      expect(await corrections(caseId)).toEqual([
        'client 2026-08-20 skipped The client has withdrawn consent to e-mail.',
      ]);
    }),
  );
});

describe('a date that the staff were told', () => {
  test(
    'is taken back from everybody but whoever moved it',
    inNewOffice(async () => {
      const caseId = await toldClient();
      const told = await sweptOn('2026-08-19');
      expect(told.map(({ to }) => to.split('-')[0] ?? '').toSorted()).toEqual([
        CLIENT,
        'caseworker',
        'supervisor',
      ]);
      const supervisor = office.person('supervisor');
      await correctLetter(caseId, { letterOn: '2026-02-27' }, { on: '2026-08-19', as: supervisor });
      const sent = await sweptOn('2026-08-19');
      expect(sent.map(({ to }) => to.split('-')[0] ?? '').toSorted()).toEqual([CLIENT, 'caseworker']);
      const toOwner = sent.find(({ to }) => to.startsWith('caseworker'));
      expect(toOwner?.subject).toBe('2026-000001 ask for the IMR: now Thursday, August 27, 2026');
      expect(text(toOwner)).toContain('moved from Thursday, August 20, 2026 to Thursday, August 27, 2026');
      expect(`${toOwner?.subject}${toOwner?.text}`).not.toContain('Prueba');
    }),
  );

  test(
    'only in a digest is not taken back by a message of its own',
    inNewOffice(async () => {
      const caseId = await toldClient({ email: '', emailConsentOn: '', emailConsentHow: '' });
      await sweptOn(THIRTY_BEFORE);
      expect(await ledgerOf(office, caseId)).toContainEqual(
        expect.objectContaining({ rung: 'T-30', state: 'gathered', recipientKind: 'owner' }),
      );
      await correctLetter(
        caseId,
        { letterOn: '2026-02-24' },
        { on: '2026-07-22', as: office.person('supervisor') },
      );
      expect(await corrections(caseId)).toEqual([]);
    }),
  );
});

describe('a correction', () => {
  const fridayEvening = '2026-07-25T03:00:00Z';

  test(
    'that comes up in the evening waits for the office to open',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: fridayEvening });
      expect(await sweptOn(fridayEvening)).toEqual([]);
      expect(await sweptOn('2026-07-27T14:59:00Z')).toEqual([]);
      await sweptOn('2026-07-27T15:00:00Z');
      expect((await ledgerOf(office, caseId)).find(({ rung }) => rung === 'corrected')).toMatchObject({
        state: 'sent',
        attempts: 1,
      });
    }),
  );

  test.each(['2026-07-25', '2026-07-27'])(
    'goes at once where the date that holds now, %s, would begin before the office opens',
    (dueOn) =>
      inNewOffice(async () => {
        const caseId = await toldClient();
        await sweptOn(THIRTY_BEFORE);
        await setDate(caseId, dueOn, { on: fridayEvening });
        await sweptOn(fridayEvening);
        expect(await corrections(caseId)).toEqual(['client 2026-08-20 sent']);
      })(),
  );

  test(
    'that could not be handed over is tried again with pauses that grow',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn(THIRTY_BEFORE);
      await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: '2026-07-22' });
      const tried: string[] = [];
      for (let minutes = 0; minutes <= 40; minutes += 2) {
        const now = new Date(new Date('2026-07-22T16:00:00Z').getTime() + minutes * 60_000).toISOString();
        const busy = outbox(({ to }, key) => {
          if (to !== CLIENT) return accepted(key);
          tried.push(now.slice(14, 16));
          return { outcome: 'refused', isRetryable: true, reason: 'Too many requests.' };
        });
        await sweep(office, now, busy);
      }
      expect(tried).toEqual(['00', '04', '12', '28']);
      expect(await sweptOn('2026-07-22T18:00:00Z')).toHaveLength(1);
    }),
  );

  test(
    'follows a message that was on its way while the date was being moved',
    inNewOffice(async () => {
      const caseId = await toldClient();
      let isMoved = false;
      const box = outbox(async (_, key) => {
        if (!isMoved) await correctLetter(caseId, { letterOn: '2026-02-24' }, { on: THIRTY_BEFORE });
        isMoved = true;
        return accepted(key);
      });
      await sweep(office, THIRTY_BEFORE, box);
      expect(box.sent.map(({ to }) => to)).toEqual([CLIENT]);
      expect(await corrections(caseId)).toEqual(['client 2026-08-20 planned']);
      expect(await sweptOn(THIRTY_BEFORE)).toHaveLength(1);
    }),
  );

  test(
    'is not owed for a lapse that was told',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweptOn('2026-08-21');
      const told = (await ledgerOf(office, caseId)).filter(({ rung, sentAt }) => rung === 'lapsed' && sentAt);
      expect(told.length).toBeGreaterThan(0);
      await correctLetter(
        caseId,
        { letterOn: '2026-02-25' },
        { on: '2026-08-21', as: office.person('supervisor') },
      );
      expect((await corrections(caseId)).filter((each) => each.startsWith('client'))).toEqual([]);
    }),
  );
});

test(
  'a reminder that came three days before is taken back from the owner too',
  inNewOffice(async () => {
    const caseId = await toldClient();
    await sweptOn(THREE_BEFORE);
    await correctLetter(
      caseId,
      { letterOn: '2026-02-27' },
      { on: THREE_BEFORE, as: office.person('supervisor') },
    );
    expect((await corrections(caseId)).toSorted()).toEqual([
      'client 2026-08-20 planned',
      'owner 2026-08-20 planned',
    ]);
  }),
);
