import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateAdjustmentInput } from '../../../lib/date-adjustments/input.ts';
import { setDateByHand } from '../../../lib/date-adjustments/set-date-by-hand.ts';
import { correctPlanDecision } from '../../../lib/plan-decisions/correct-plan-decision.ts';
import { planDecisionInput } from '../../../lib/plan-decisions/input.ts';
import { CaseStory } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { eachInNewOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { ledgerOf, outbox, sweep } from '../../support/outbox.ts';

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
const RULE = 'ca.imr.deadline.decision';

/** A client who may ask for the IMR through August 20, and was told so on July 21. */
async function toldClient(): Promise<string> {
  const consent = { email: CLIENT, emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };
  const caseId = await new CaseStory({ on: '2026-02-02', line: 'dmhc', ...consent })
    .withGrievance('2026-02-02')
    .answered('2026-02-20')
    .in(office);
  await toClientOn('2026-07-21');
  return caseId;
}

const setDate = async (caseId: string, dueOn: string, on: string) =>
  valueOf(
    await office.run(
      setDateByHand,
      dateAdjustmentInput,
      { caseId, rule: RULE, kind: 'by-hand', dueOn, reason: 'It was agreed in writing.' },
      { on },
    ),
  );

/** Corrects the letter from which the six months count, so that they end in August on the same day as the letter's. */
async function correctLetter(caseId: string, letterOn: string, on: string) {
  const decisionId = (await office.read(caseId, '2026-08-01'))?.grievances[0]?.decision?.id;
  const typed = { caseId, decisionId, outcome: 'upheld', letterOn, reason: 'The envelope says so.' };
  valueOf(await office.run(correctPlanDecision, planDecisionInput, typed, { on }));
}

/** What a sweep tells the client: how many messages, and the days they name. */
async function toClientOn(on: string): Promise<string[]> {
  const box = outbox();
  await sweep(office, on, box);
  return box.sent
    .filter(({ to }) => to === CLIENT)
    .map(({ text }) => [...text.matchAll(/(?:July|August) \d+/g)].map(([day]) => day).join(' to '));
}

const toClient = async (caseId: string) =>
  (await ledgerOf(office, caseId)).filter(({ recipientKind }) => recipientKind === 'client');

test(
  'a rung that comes due with the correction that names its date is not told besides',
  inNewOffice(async () => {
    const caseId = await toldClient();
    await setDate(caseId, '2026-08-05', '2026-07-22');
    expect(await toClientOn('2026-07-22')).toEqual(['August 20 to August 5']);
    expect((await toClient(caseId)).find(({ rung }) => rung === 'T-14')).toMatchObject({
      state: 'skipped',
      reason: 'They were told of this date by the correction of an earlier one.',
    });
    expect(await toClientOn('2026-07-29'), 'the next rung comes').toEqual(['August 5']);
  }),
);

test(
  'a date that moves away a second time is taken back a second time',
  inNewOffice(async () => {
    const caseId = await toldClient();
    const letters = ['2026-02-24', '2026-02-20', '2026-02-24', '2026-02-20'];
    const told: string[] = [];
    for (const letterOn of letters) {
      await correctLetter(caseId, letterOn, '2026-07-22');
      told.push(...(await toClientOn('2026-07-22')));
    }
    expect(told).toEqual([
      'August 20 to August 24',
      'August 24 to August 20',
      'August 20 to August 24',
      'August 24 to August 20',
    ]);
  }),
);

describe('a message that broke off', () => {
  /** The provider took it, and the worker never heard of that. */
  const broken = () => outbox(() => Promise.reject(new Error('the connection broke off')));

  test(
    'counts as told where its date moves before it is tried again',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweep(office, '2026-08-06', broken());
      await correctLetter(caseId, '2026-02-24', '2026-08-06T16:02:00Z');
      await office.owner.pool.query(
        `delete from reminders where case_id = $1 and rung in ('T-30', 'corrected')`,
        [caseId],
      );
      expect(await toClientOn('2026-08-06T16:20:00Z')).toEqual(['August 20 to August 24']);
      expect(await toClientOn('2026-08-06T16:40:00Z')).toEqual([]);
    }),
  );

  test(
    'is tried again where its date moves away and comes back the same day',
    inNewOffice(async () => {
      const caseId = await toldClient();
      await sweep(office, '2026-08-06', broken());
      await correctLetter(caseId, '2026-02-24', '2026-08-06T16:02:00Z');
      await office.owner.pool.query(`delete from reminders where case_id = $1 and rung = 'T-30'`, [caseId]);
      await sweep(office, '2026-08-06T16:20:00Z', broken());
      await correctLetter(caseId, '2026-02-20', '2026-08-06T16:30:00Z');
      await sweep(office, '2026-08-06T16:40:00Z', outbox());
      expect((await toClient(caseId)).find(({ rung }) => rung === 'T-14')).toMatchObject({ state: 'sent' });
    }),
  );
});
